from __future__ import annotations

import pytest

from assistant.offline.drafts import find_draft

DRAFT = "Hi Ann, thanks a lot for the offer. Could we do 195k base?"


@pytest.mark.parametrize(
    "message",
    [
        f"can you check my draft: {DRAFT}",
        f"Is this ok to send?\n\n{DRAFT}",
        f'feedback on this please "{DRAFT}"',
        f"{DRAFT}\nis this good to send?",
        f"what do you think of this mail?\n{DRAFT}\ntoo pushy?",
    ],
)
def test_the_draft_is_told_apart_from_what_is_said_about_it(message: str) -> None:
    assert find_draft(message) == DRAFT


@pytest.mark.parametrize("message", ["review my message", "can you check if 180k is good?", "what should I write?"])
def test_without_a_draft_there_is_none(message: str) -> None:
    assert find_draft(message) == ""


@pytest.mark.parametrize(
    "message",
    [
        f"she prefers mail so i wrote: '{DRAFT}' good?",
        f"my sister says its too soft and i cannot decide any more, so here it comes « {DRAFT} »",
        f"wrote this, ok? {DRAFT}",
        f'she said "the budget for this position has been set by the board". my answer: "{DRAFT}" is it fine',
    ],
)
def test_a_draft_in_any_quotation_marks_or_behind_a_remark_is_found(message: str) -> None:
    assert find_draft(message) == DRAFT


def test_an_apostrophe_ends_no_draft() -> None:
    draft = "Hi Ann, I'm glad about the offer but it's low. Could we do 195k?"
    assert find_draft(f"is this ok: '{draft}'") == draft


def test_a_message_that_is_nothing_but_the_draft_is_the_draft() -> None:
    assert find_draft(DRAFT) == DRAFT


def test_a_greeting_of_the_coach_begins_no_draft() -> None:
    assert find_draft("Hi, can you review my mail to the recruiter before I send it off?") == ""
