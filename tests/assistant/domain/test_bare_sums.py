from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.bare_sums import in_full


@pytest.mark.parametrize(
    ("quote", "told", "written"),
    [
        ("98", 92_000, "98k"),
        ("9.5", 8_600, "9.5k"),
        ("22", 1_800_000, "22 LPA"),
        ("27", 49_920, "27"),
        ("98k", 92_000, "98k"),
        ("57,500", 54_000, "57,500"),
    ],
)
def test_a_bare_number_takes_the_scale_of_what_is_told_in_full(quote: str, told: int, written: str) -> None:
    assert in_full(quote, [Decimal(told)]) == written
