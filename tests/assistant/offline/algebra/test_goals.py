from __future__ import annotations

import pytest

from assistant.offline.algebra.goals import asks_plainly, read_goals
from assistant.offline.algebra.terms import read_terms


def test_the_words_of_a_number_ask_nothing() -> None:
    text = "I get £3,150 a month now, the new place says 41k. how much more per year is that"
    assert read_goals(text, read_terms(text)) == ["difference", "year"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("leaving at 15 months = ?", True),
        ("4,800 RSUs at $37, worth how much", True),
        ("15 unused days, 104k salary. payout?", True),
        ("is a 5% raise normal or should I push for 10%?", False),
        ("Recruiter told me 150k is the top of their band", False),
        ("HR asks how much I make, 14.5 LPA. what do I say?", False),
    ],
)
def test_a_number_is_asked_for_or_advice_is(text: str, plain: bool) -> None:
    assert asks_plainly(text) is plain
