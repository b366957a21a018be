"""Thousands grouped as a conversation groups them."""

from __future__ import annotations

import pytest

from assistant.domain.amounts import read_amounts
from assistant.domain.grouping import grouped_alike


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (["3.400 EUR a month", "rather 3.750 then"], "rather 3,750 then"),
        (["they pay $44.50", "raise of 1.125?"], "raise of 1.125?"),
        (["44.500 angeboten, ich will 48.000", "lieber 47.250"], "lieber 47,250"),
        (["19 000 PLN a month", "my wife says 23 500"], "my wife says 23,500"),
        (["€61.000", "my share is 0.125%"], "my share is 0.125%"),
    ],
)
def test_a_later_text_groups_as_the_texts_before_it(texts: list[str], last: str) -> None:
    assert grouped_alike(texts)[-1] == last


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I want 3.750", 3750),
        ("the strike is 1.125", 1.125),
        ("I get 1.250 shares", 1.25),
        ("Utrecht, 6.450 per month", 6450),
        ("1.250/week", 1250),
        ("1.125 an hour", 1.125),
    ],
)
def test_three_digits_behind_a_point_group_beside_a_word_of_pay(text: str, value: float) -> None:
    assert float(read_amounts(text)[0].value) == value
