"""The words against a line of the recruiter carry what the person told, and nothing they keep to themselves."""

from __future__ import annotations

import pytest

from assistant.offline.case_words import CASE_LEAD
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


def say(session: CoachSession, *texts: str) -> str:
    """The words with the facts of the case in the last answer; empty where it has none."""
    answer = hold(session, *texts)
    assert answer.objection, answer.text
    return answer.text.partition(CASE_LEAD)[2].partition("**")[0]


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (
            ("firmware dev, offer 68k", "i asked 75", 'she said "68 is the very top of our band, sorry". what to say'),
            "My request was 75k.",
        ),
        (
            ("i asked for 108k since i'm CPEng chartered, they offer 98k", "they say it would not be fair to the team"),
            "I am CPEng chartered.",
        ),
        (
            ("offer 84k, asked 95k", '"if I can get the director to approve 92, do we have a deal?" she asked'),
            "Once 92k is in writing",
        ),
        (
            (
                "offer from a bank, they gave me until the 30th",
                "the recruiter says she needs my answer tomorrow or they take the next one",
            ),
            "until the 30th",
        ),
        (
            ("manager promised a 12k guaranteed bonus", 'letter doesnt have it. HR: "we dont put bonuses in letters"'),
            "the 12k guaranteed bonus",
        ),
    ],
)
def test_the_words_carry_the_facts_that_were_told(session: CoachSession, texts: tuple[str, ...], says: str) -> None:
    assert says in say(session, *texts)


@pytest.mark.parametrize(
    ("texts", "keeps"),
    [
        (("i make 128k, offer is 165k and i asked 180k", "she asks: what are you making now?"), "128"),
        (("offer 195k, asked 215k, i would take 205k", "she says 195k is the top of the band for this level"), "205"),
    ],
)
def test_neither_the_present_pay_nor_what_they_would_take_is_said(
    session: CoachSession, texts: tuple[str, ...], keeps: str
) -> None:
    words = say(session, *texts)
    assert words
    assert keeps not in words


def test_their_percent_is_worked_out_of_the_pay_it_is_taken_of(session: CoachSession) -> None:
    with session.scratch_case() as case:
        session.ask("offer for a seattle role: 190k base", case)
        answer = session.ask(
            "if i work from boise they cut it by 12% because pay follows location. what do i say", case
        )
    assert answer.objection == "geo_pay"
    assert 167_200 in {figure.value for figure in answer.figures}
    assert "$167,200" in answer.text


def test_without_facts_there_are_no_words_of_the_case(session: CoachSession) -> None:
    assert say(session, "recruiter says the offer is final, nothing more to give") == ""


def test_what_they_say_of_themselves_is_no_reason_of_the_person(session: CoachSession) -> None:
    line = "their answer: we led with our strongest number because we dont like playing games"
    assert "playing games" not in say(session, line)


def test_a_raise_on_top_is_not_taken_for_the_pay_wanted(session: CoachSession) -> None:
    assert "2000" not in say(
        session, 'HR says "this is already our best package". I wanted ask +2000 zl. what to reply'
    )


@pytest.mark.parametrize(
    ("texts", "never"),
    [
        (("offer 130k", "i want a signing bonus of 20k", "they say: accept first, then we work out the bonus"), "20k"),
        (("130k base. i want 150k", "hr wants me to commit verbally"), "150k"),
        (("i want 160k, need 145k to make rent work", "they say 130 is the top of the band"), "My request was"),
        (("Acme 130k", "they say 130k is the top of the band but we can do 5 more"), "Thank you"),
    ],
)
def test_what_was_only_wished_is_neither_promised_nor_asked_nor_granted(
    session: CoachSession, texts: tuple[str, ...], never: str
) -> None:
    assert never not in say(session, *texts)
