"""Advice leads with the section about the message itself, and joins its topic only where the words name that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.session import CoachSession


@pytest.fixture
def session(open_session: Callable[..., CoachSession]) -> CoachSession:
    return open_session()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Google put me at L4, i have 8 yoe. worth fighting the level or just push for more comp?", "level"),
        ("accepted in principle, want 8 weeks off before i begin. how far can i push the start date", "start"),
    ],
)
def test_numbers_that_state_no_offer_leave_the_question_its_own_section(
    session: CoachSession, text: str, heading: str
) -> None:
    lead = session.ask(text).text.split("**")[1]
    assert heading in lead.lower()


def test_nerves_before_a_call_are_not_answered_with_lost_offers(session: CoachSession) -> None:
    assert "withdraw" not in session.ask("counter on the phone or by mail? i stutter when nervous").text.split("**")[1]


def test_the_fear_of_losing_the_offer_is_answered_with_how_seldom_that_is(session: CoachSession) -> None:
    answer = session.ask("i cant sleep, what if i ask and they take the offer away?")
    assert "withdraw my offer" in answer.text.split("**")[1]
