"""Listed terms: a second row of sums with slashes has the order of the first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.letters.listed_terms import name_listed
from assistant.letters.told import parse_told


@pytest.mark.parametrize(
    "text",
    [
        "Anduril 180K/400K RSU/30K SO. Palantir 170K/350K/50K",
        "anduril 180k base/400k rsu/30k sign on, palantir 170k/350k/50k",
        "Anduril 180/400 rsu/30 sign on vs Palantir 170/350/50",
    ],
)
def test_each_sum_of_a_row_has_its_part(text: str) -> None:
    read = [
        (draft.offer.company, draft.offer.base_annual, draft.offer.equity[0].total_value, draft.offer.signing[0].amount)
        for draft in parse_told(text)
    ]
    assert read == [
        ("Anduril", Decimal(180_000), Decimal(400_000), Decimal(30_000)),
        ("Palantir", Decimal(170_000), Decimal(350_000), Decimal(50_000)),
    ]


@pytest.mark.parametrize("text", ["start 12/04, vest 25/25/25/25", "450/day", "60k/yr", "base 150k/15%"])
def test_other_slashes_are_left_alone(text: str) -> None:
    assert list(name_listed(text)) == []
