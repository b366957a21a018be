from __future__ import annotations

import pytest

from assistant.offline.algebra.goals import asks_plainly, names_last, read_goals
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("6,000 options, strike 1.20 and the 409a is at 4 now. gain on paper", True),
        ("sells for 70M, investors get 20M first, mine is 0.2%. my cut", True),
        ("base 104k, bonus 6%, sign on 5k, all in", True),
        ("140k base. no bonus in the first year", False),
        ("my total", False),
        ("they pay 96k. they said the total is final", False),
        ("98k and 12k in total", False),
    ],
)
def test_the_last_clause_may_only_name_what_is_wanted(text: str, names: bool) -> None:
    assert names_last(text) is names
