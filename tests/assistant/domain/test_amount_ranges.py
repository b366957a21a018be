"""Two numbers beside each other: a range shares its marks, a list does not become one number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.amounts import read_amounts


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("180 to 190,000", "180000", "190000", "plain"),
        ("180k-190", "180000", "190000", "money"),
        ("$180,000 - 190,000", "180000", "190000", "money"),
        ("$180-190K", "180000", "190000", "money"),
        ("between 180 and 190k", "180000", "190000", "money"),
        ("from 10 to 15%", "10", "15", "percent"),
        ("$2-3 million", "2000000", "3000000", "money"),
    ],
)
def test_the_ends_of_a_range_share_what_only_one_shows(text: str, low: str, high: str, kind: str) -> None:
    first, second = read_amounts(text)
    assert (first.value, second.value) == (Decimal(low), Decimal(high))
    assert (first.kind, second.kind) == (kind, kind)
    assert (first.partner, second.partner) == (1, 0)


def test_two_bare_numbers_in_a_row_stay_two() -> None:
    assert [amount.value for amount in read_amounts("base 180 400 shares")] == [180, 400]
    assert [amount.value for amount in read_amounts("base 180 000")] == [180_000]
