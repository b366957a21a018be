from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.number_words import read_number_words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and forty thousand", ["240000"]),
        ("half a million", ["500000"]),
        ("one million and a half", ["1500000"]),
        ("twenty and a half", ["20.5"]),
        ("one point two million", ["1200000"]),
        ("a hundred thousand", ["100000"]),
        ("hundred grand", ["100"]),
        ("one ninety five", ["195"]),
        ("one ninety thousand", ["190000"]),
        ("between one sixty-five and one eighty thousand", ["165", "180000"]),
        ("fourty-five", ["45"]),
        ("twenty nine fifty an hour", ["29.50"]),
        ("thirty eight an hour", ["38"]),
        ("fifteen then forty and forty", ["15", "40", "40"]),
        ("someone often weighs it", []),
    ],
)
def test_numbers_in_words_are_numbers(text: str, values: list[str]) -> None:
    assert [number.value for number in read_number_words(text)] == [Decimal(value) for value in values]
