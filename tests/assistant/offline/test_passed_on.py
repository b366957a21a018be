"""What is ordered to be told: declined where it is untrue, asked about where it may be, filed nowhere."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ("write i will walk if they dont do 165, i wont really walk", "a limit that is none"),
        ("write them i need a week for my wedding (no wedding)", "a family matter"),
        ("tell Acme that bolt pays 170", "another offer"),
    ],
)
def test_what_is_denied_in_the_same_breath_or_on_file_is_declined(session: CoachSession, order: str, says: str) -> None:
    case = session.create_case()
    session.ask("Acme 150k, Bolt 140k", case)
    answer = session.ask(order, case)
    assert answer.kind == "refusal"
    assert says in answer.text


def test_what_one_would_truly_do_is_written(session: CoachSession) -> None:
    case = session.create_case()
    session.ask("Acme 150k", case)
    assert (
        "I would leave my current job for 165k." in session.ask("say id leave my current job for 165. true", case).text
    )


def test_a_rise_of_another_offer_is_asked_about_and_told_of_nobody_else(session: CoachSession) -> None:
    case = session.create_case()
    session.ask("Acme 150k, Bolt 160k", case)
    answer = session.ask("tell acme bolt pays 165, they moved yesterday", case)
    assert "Has Bolt raised its offer?" in answer.text
    assert [float(item["base_annual"]) for item in answer.offers] == [150_000, 160_000]


@pytest.mark.parametrize(
    ("turns", "on_file"),
    [
        (["Acme 150k, Bolt 160k", "tell acme i have an offer at 160"], [150_000, 160_000]),
        (["offer from Acme 160k", "tell acme bolt pays 165 now"], [160_000]),
        (["Acme 150k, Bolt 160k", "tell acme: bolt 160k plus 10k sign on"], [150_000, 160_000]),
        (["Acme 150k, Bolt 160k", "mail acme 165"], [150_000, 160_000]),
        (["Acme 150k", "write a counter for 160", "no wait 162"], [150_000]),
        (["Acme 150k", "mail asking 160k, 20k sign on", "sign on 30 instead"], [150_000]),
        (["Acme 150k", "mail asking 160k, 20k sign on", "rather 10k sign on"], [150_000]),
        (["Acme 150k", "write a counter for 160", "they came back with 155"], [155_000]),
    ],
)
def test_a_sum_that_is_ordered_to_be_told_or_asked_is_not_filed(
    session: CoachSession, turns: list[str], on_file: list[int]
) -> None:
    case = session.create_case()
    answer = [session.ask(turn, case) for turn in turns][-1]
    assert [float(item["base_annual"]) for item in answer.offers] == on_file
    assert not any(item.get("signing") for item in answer.offers)


@pytest.mark.parametrize("thing", ["visa sponsorship", "a raise", "more vacation", "a signing bonus"])
def test_how_to_ask_is_a_question_and_orders_no_words(session: CoachSession, thing: str) -> None:
    assert session.ask(f"how do i ask for {thing}").kind == "advice"


def test_how_to_ask_in_writing_or_for_a_sum_orders_words(session: CoachSession) -> None:
    assert session.ask("how do i ask for 160k").kind == "script"
