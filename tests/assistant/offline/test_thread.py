"""Short messages go on from the question before them: about another place, for the reason, for the source."""

from __future__ import annotations

import re

import pytest

from assistant.domain.answer import Answer
from assistant.offline.thread import join_thread
from assistant.session import CoachSession

LANDS = re.compile("Ohio|Utah")


def ask(session: CoachSession, *turns: str) -> Answer:
    for turn in turns[:-1]:
        session.ask(turn, case="case")
    return session.ask(turns[-1], case="case")


def few(text: str) -> bool:
    return len(text.split()) < 5


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["is overtime paid when on call?"], "is overtime paid when on call?"),
        (["is overtime paid when on call?", "why not"], "is overtime paid when on call?"),
        (["is overtime paid in Ohio, on call?", "and in Utah"], "is overtime paid in Utah, on call?"),
        (["is it paid in Ohio, on call?", "is that like Utah"], "is it paid in Ohio, on call?\nis that like Utah"),
        (
            ["how is overtime paid when on call", "who pays it", "how often"],
            "how is overtime paid when on call\nhow often",
        ),
    ],
)
def test_a_message_is_joined_with_the_question_it_goes_on_from(texts: list[str], joined: str) -> None:
    assert "\n".join(join_thread(texts, few, [LANDS])) == joined


@pytest.mark.parametrize(
    ("turns", "document"),
    [
        (("how much notice do i give in the uk", "and germany?", "how long exactly"), "offers-in-germany"),
        (("how is amazon stock vested", "and at google?"), "google-offers"),
        (("how do i turn down an offer", "mail or phone?", "must i give a reason"), "declining-an-offer"),
        (("can my new employer file the h1b transfer", "who pays that", "could i owe it back"), "visas-in-an-offer"),
    ],
)
def test_a_follow_up_is_answered_for_what_the_talk_is_about(
    session: CoachSession, turns: tuple[str, ...], document: str
) -> None:
    assert ask(session, *turns).citations[0].source_id == document


def test_why_is_answered_from_the_passage_that_was_told(session: CoachSession) -> None:
    first = ask(session, "should i tell the recruiter my current salary")
    assert ask(session, "why not").citations[0].section == first.citations[0].section


def test_an_example_is_looked_for_beyond_what_was_told(session: CoachSession) -> None:
    first = ask(session, "explain double trigger acceleration")
    assert ask(session, "give me an example").citations[0].section != first.citations[0].section


def test_a_refusal_supposed_after_advice_is_about_its_subject(session: CoachSession) -> None:
    answer = ask(session, "can i ask for more days to decide", "and if they say no?")
    assert answer.citations[0].source_id in {"deadlines", "first-48-hours"}


@pytest.mark.parametrize("asked", ["where is that from", "says who?", "what's your source for that"])
def test_asked_for_the_source_the_passages_of_the_last_answer_are_named(session: CoachSession, asked: str) -> None:
    first = ask(session, "how does meta stock vest")
    answer = ask(session, asked)
    assert answer.text.startswith("My last answer rests on these passages")
    assert {item.chunk_id for item in answer.citations} <= {item.chunk_id for item in first.citations}
    assert answer.citations[0].chunk_id == first.citations[0].chunk_id
    assert first.citations[0].publisher in answer.text


def test_without_an_answer_before_nothing_is_named(session: CoachSession) -> None:
    assert "rests on" not in ask(session, "where is that from").text


def test_asked_why_no_message_is_written(session: CoachSession) -> None:
    assert ask(session, "should i counter by email", "why not phone").kind == "advice"
