"""Slips are put right where they stand, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.domain.slips import put_right

SLIPS = {"ofer": "offer", "leter": "letter"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the ofer, and the leter.", "the offer, and the letter."),
        ("Ofer proferred at ofer.com by ofer@x.org, re-ofer", "Ofer proferred at ofer.com by ofer@x.org, re-ofer"),
        ("", ""),
    ],
)
def test_only_the_lone_word_is_put_right(text: str, right: str) -> None:
    assert put_right(text, SLIPS) == right


def test_without_slips_the_text_stays() -> None:
    assert put_right("the ofer", {}) == "the ofer"
