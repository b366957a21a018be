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
