"""Tests of bonds: parts that words and other numbers tell."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.senses import read_senses


def best(*texts: str) -> list[tuple[str, str]]:
    senses = read_senses(tuple(lexicon.fold(text) for text in texts))
    return [
        (f"{term.value.normalize():f}", max(shares, key=lambda sense: shares[sense]))
        for term, shares in zip(senses.terms, senses.shares, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "number", "part"),
    [
        ("nights get a 9% differential on top of 33.20, four 10s a week, weekly gross?", "33.2", "pay"),
        ("the weekend uplift is 15% over 27.50 an hour for two 12s. weekly?", "15", "plus"),
        ("19 miles each way, 3 days a week, 40 cents a mile. cost a year?", "0.4", "unitcost"),
        ("they gave 61,000, I asked for 68,000, what percent more is that?", "68000", "ask"),
        ("ESPP at 15% off, I put in 9% of an 80k salary, i.e. 7,200. what do I gain?", "7200", "o"),
        ("$88k with insurance 500 a month or $84k with insurance 90 a month, difference?", "88000", "pay"),
        ("3.600 brutto mal 12 plus Urlaubsgeld 50% eines Monatsgehalts, im Jahr?", "0.5", "bmonths"),
        ("1.10 per stop, about 120 a day, 5 days a week. what is that a year?", "120", "miles"),
    ],
)
def test_words_around_a_number_tell_its_part(text: str, number: str, part: str) -> None:
    assert (number, part) in best(text)


def test_a_count_set_against_another_counts_the_same() -> None:
    assert best("70k for 40 hours a week, I want only 30. what is that a year?")[1:] == [
        ("40", "hours"),
        ("30", "hours"),
    ]


def test_a_price_that_moves_later_is_no_number_of_its_own() -> None:
    assert best("800 RSUs at $60", "what are they worth?", "and if it drops to 35?")[-1] == ("35", "price2")
