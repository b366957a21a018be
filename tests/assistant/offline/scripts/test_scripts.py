"""Written messages: they carry what the person said, and nothing the person did not say."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.cases.memory_store import MemoryCaseStore
from assistant.checks.flaws import MessageFacts
from assistant.checks.message import check_message
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold

REQUESTS = [
    "they offered 180k base, write an email to Dana asking for 195 base. reason: i led the ranking team",
    "base 150k, firm email please, i want 165 base and 20k sign on",
    "write a mail asking for more time until Friday, my thesis defence is on Thursday",
    "decline mail to Acme please, i loved the team but it is not the right role for me",
    "i need to get out of the interview loop at Acme, recruiter is Jules. write to her",
    "she said on the phone: remote 3 days and 5k stipend. contract says nothing. mail plz",
    "write a mail asking them to re-look at the level, i led 12 people for four years",
    "give me a script to paste to comp: base 188k, i want 200 base. i run their biggest open source library",
    "no reply for 6 days, write a short whatsapp message",
    "leaving in november means i lose a 42k bonus. base 165k. write the ask",
]
NOT_SAID = re.compile(
    r"another offer|have an offer from|accepted another|pay is too far|ready to sign|I will sign|interview this week",
    re.IGNORECASE,
)


@pytest.fixture
def ask(open_session: Callable[..., CoachSession]) -> Callable[[str], str]:
    def run(text: str) -> str:
        answer = open_session(MemoryCaseStore()).ask(text)
        assert answer.kind == "script", answer.text
        messages = re.findall(r"```text\n(.*?)\n```", answer.text, re.DOTALL)
        return "\n\n".join(messages)

    return run


@pytest.mark.parametrize("text", REQUESTS)
def test_a_message_says_nothing_in_the_persons_name_that_was_not_said(text: str, ask: Callable[[str], str]) -> None:
    message = ask(text)
    assert message
    assert not NOT_SAID.search(message)


@pytest.mark.parametrize("text", REQUESTS[:2])
def test_a_counter_passes_the_coachs_own_review(text: str, ask: Callable[[str], str]) -> None:
    message = ask(text)
    assert [flaw.label for flaw in check_message(message, MessageFacts())] == []


def test_what_the_person_took_instead_is_told_when_they_tell_it(ask: Callable[[str], str]) -> None:
    message = ask("i accepted another offer. write to Jules that i withdraw from the interview process at Acme")
    assert "accepted another role" in message


def test_a_new_channel_keeps_what_the_message_carries(open_session: Callable[..., CoachSession]) -> None:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    session.ask("they offered 88k base, write an email asking for 96 base. reason: six years with epic", case)
    second = session.ask("make it a phone call", case).text
    assert "Subject:" not in second
    assert "96,000" in second
    assert "epic" in second


def test_the_rival_is_neither_thanked_nor_named_where_it_must_not_be_known(session: CoachSession) -> None:
    answer = hold(
        session,
        "Mail to Mirador's talent partner Lucía. they offer 68k, Halden Trust gave 75k in writing. "
        "Mirador must not know its Halden. ask for 74k",
    )

    assert "Hi Lucía," in answer.text and "offer at Mirador" in answer.text and "74,000" in answer.text
    assert "Halden" not in answer.text


def test_a_sum_others_get_is_no_ask(session: CoachSession) -> None:
    answer = hold(
        session,
        "Ridgeway Dental offered $74/hr. counter at $80/hr. write to Dr Patel. reason: local clinics pay 78-84",
    )

    assert "to $80 an hour?" in answer.text
    assert "Local clinics pay 78-84." in answer.text


def test_a_promotion_is_thanked_as_one(session: CoachSession) -> None:
    answer = hold(
        session,
        "my own company is promoting me to team lead but only 4% more, 83,200 from 80,000. i want 8%. "
        "email to my boss Gareth",
    )

    assert "86,400" in answer.text
    assert "join" not in answer.text.split("```")[1]


def test_a_draft_is_mended_with_the_sum_named_around_it(session: CoachSession) -> None:
    answer = hold(
        session,
        "make this better: 'Hi Paolo, so sorry to bother you, maybe could I possibly get a little bit more than 58k?' "
        "the number i want is 62k and i speak German",
    )

    assert "62,000" in answer.text and "German" in answer.text and "Which sum?" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "ask for 95k, i earn 85k now but dont want to tell them. they asked",
        "i make 85k today, dont want to disclose that. write a counter for 95k",
    ],
)
def test_pay_that_is_kept_private_stands_nowhere(text: str, session: CoachSession) -> None:
    answer = session.ask(text)
    assert "95,000" in answer.text
    assert "85" not in answer.text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("they want payslips. i told them 65 base but that was total comp. write mail to correct that", "total comp"),
        ("i wrote 7 years on the form, it was 5. mail to hr to set it straight", "it was 5"),
    ],
)
def test_what_is_put_right_is_a_short_note_without_a_request(text: str, says: str, ask: Callable[[str], str]) -> None:
    message = ask(text)
    assert "correct something" in message
    assert says in message
    assert "Could we" not in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "told hr my other offer is 150 but it's 145, write a short mail that corrects it",
            "150k; the right figure is 145k",
        ),
        ("i gave them 98 instead of 89 as my current pay. draft a correction", "98k; the right figure is 89k"),
        (
            "i rounded my salary up to 100k on the form, real one is 96. mail to correct it",
            "100k; the right figure is 96k",
        ),
    ],
)
def test_a_figure_told_wrongly_is_corrected_by_the_right_one(text: str, says: str, ask: Callable[[str], str]) -> None:
    message = ask(text)
    assert says in message
    assert "Could we" not in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tell them my visa runs out in march", "visa runs out in March"),
        ("write that my degree is not finished yet", "degree is not finished yet"),
        ("tell them i was laid off in june", "laid off in June"),
        ("tell Jen i'm in final rounds with Bolt", "final rounds with Bolt"),
        ("tell them the commute is too long for 5 days a week", "commute is too long"),
    ],
)
def test_what_is_to_be_passed_on_is_no_lie_and_no_decision(text: str, says: str, session: CoachSession) -> None:
    case = session.create_case("told")
    session.ask("offer from Acme 150k", case=case)
    answer = session.ask(text, case=case)
    assert answer.kind == "script"
    assert says in answer.text
    assert not any(word in answer.text for word in ("decline", "withdraw", "accept the offer"))


@pytest.mark.parametrize(
    ("turns", "never"),
    [
        (("okta gave 162k but i told them i have 175k from yelp. true is yelp gave 150k", "write the counter"), "175"),
        (("i told Okta i have 175k from Yelp. Okta 162k, Yelp 150k", "write the counter for 170k"), "175"),
        (("Acme offers 150k. I told them bolt gave 170k which is not true", "write the counter for 165k"), "170"),
        (("i earn 130k. Acme offers 150k", "write the mail, i want 160k"), "130k"),
    ],
)
def test_neither_an_untruth_owned_up_to_nor_the_present_pay_is_written(
    turns: tuple[str, ...], never: str, session: CoachSession
) -> None:
    case = session.create_case("told")
    for turn in turns:
        answer = session.ask(turn, case=case)
    assert never not in answer.text.partition("**When they answer")[0]


@pytest.mark.parametrize(
    "text",
    ["they said no to remote. write that i accept that but want 2 days home", "write that i take it if they add 5k"],
)
def test_a_no_of_theirs_that_is_taken_accepts_no_offer(text: str, ask: Callable[[str], str]) -> None:
    assert "accept the offer" not in ask(text)


def test_what_is_put_right_is_asked_of_nobody(session: CoachSession) -> None:
    case = session.create_case("told")
    session.ask("Microsoft L62: base 180k, bonus 15%, signing 40k", case=case)
    answer = session.ask("i told them 190k but its actually 180k, write the correction", case=case)
    assert "190k; the right figure is 180k" in answer.text
    assert not [figure for figure in answer.figures if "to ask for" in figure.label]
    assert "190k; the right figure is 180k" in session.ask("shorter", case=case).text
