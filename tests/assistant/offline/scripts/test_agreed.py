"""Messages at the end of talks over several turns: they state what was agreed and ask for nothing that was answered."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.cases.memory_store import MemoryCaseStore
from assistant.session import CoachSession


@pytest.fixture
def write(open_session: Callable[..., CoachSession]) -> Callable[[list[str]], tuple[str, str]]:
    def run(turns: list[str]) -> tuple[str, str]:
        session = open_session(MemoryCaseStore())
        case = session.create_case()
        answers = [session.ask(turn, case) for turn in turns]
        assert answers[-1].kind == "script", answers[-1].text
        return "\n\n".join(re.findall(r"```text\n(.*?)\n```", answers[-1].text, re.DOTALL)), answers[-1].text

    return run


Write = Callable[[list[str]], tuple[str, str]]


def test_an_acceptance_states_the_final_pay_and_what_came_with_it(write: Write) -> None:
    message, _ = write(
        [
            "Telstra Hobart, 121k aud, civil engineer",
            "i asked 130 and they came back 126",
            "also they said ok to a 9 day fortnight",
            "good enough. accept it, mail to Kirra",
        ]
    )
    assert "AUD 126,000" in message
    assert "9 day fortnight" in message
    assert "121,000" not in message


def test_an_acceptance_of_pay_by_the_hour_says_the_hourly_pay(write: Write) -> None:
    message, _ = write(["$27.50/h forklift lead in Reno", "asked marisol for 30", "she said 28.75", "ok write her yes"])
    assert "Hi Marisol" in message
    assert "$28.75 an hour" in message


def test_what_was_refused_gives_way_to_what_is_wanted_instead(write: Write) -> None:
    message, answer = write(
        [
            "plumber job in Leeds, 38k, asked for 42, nope they said thats the top",
            "then i want the van for weekends too",
            "write a text to Craig the owner",
        ]
    )
    assert "the van for weekends" in message
    assert not re.search(r"42,000|46,200|41,800", answer)


def test_no_sum_of_the_plans_own_is_asked_for_where_the_person_named_one(write: Write) -> None:
    message, _ = write(
        [
            "offer: 210 base, rsu 300k over 4 years",
            "asked 230. they said 218 final",
            "asked sign on. no.",
            "last mail to Tom, what do i ask. write it",
        ]
    )
    assert not re.search(r"230,000|330,000|240,000", message)


def test_a_sum_of_unknown_owner_is_asked_about_above_the_message(write: Write) -> None:
    message, answer = write(["write to Noor, she recruits: 185 base. i have 6 yrs of kafka"])
    assert answer.startswith("**One question first.** Is 185,000 what they offer, or what you want?")
    assert "203,500" not in answer
    assert "185,000" in message


def test_that_number_is_asked_for_with_its_calculation(open_session: Callable[..., CoachSession]) -> None:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    for turn in ("they are at 84, i asked 92", "whats the middle"):
        session.ask(turn, case)
    answer = session.ask("text Renske that i sign tomorrow at that number", case)
    assert "88,000" in answer.text
    assert 88_000 in [figure.value for figure in answer.figures]


def test_a_yes_to_something_else_is_no_yes_to_the_sum_asked_for(write: Write) -> None:
    message, _ = write(["Acme offers 120k base", "i asked for 135k. they said yes to a call", "accept it, mail to Tom"])
    assert "a base of $120,000" in message
    assert "135" not in message


def test_a_thing_they_made_hard_is_no_part_of_the_package(write: Write) -> None:
    turns = ["Acme offers 120k base", "i asked for a sign on. they gave me a hard time about the sign-on"]
    message, _ = write([*turns, "accept it, mail to Tom"])
    assert "hard time" not in message.partition("same package")[2].partition("\n")[0]


def test_a_part_they_agreed_to_stays_when_another_was_refused(write: Write) -> None:
    message, _ = write(
        [
            "Vonage offered 71k",
            "asked for 77k and 5k sign on, they said no to the base but yes to the sign on",
            "write the acceptance",
        ]
    )
    assert re.search(r"5k sign.on|sign-on bonus of \$5,000", message)
    assert "71,000" in message
    assert "77" not in message
