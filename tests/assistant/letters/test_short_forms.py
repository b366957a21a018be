"""Short forms of terms are read as they would stand in a letter."""

from __future__ import annotations

import pytest

from assistant.letters.told import parse_told


@pytest.mark.parametrize(
    ("text", "base", "currency"),
    [
        ("base 138 CAD", 138_000, "CAD"),
        ("base EUR 60, 5% bonus", 60_000, "EUR"),
        ("salary is 92 nzd", 92_000, "NZD"),
    ],
)
def test_a_bare_base_with_its_currency_is_in_thousands(text: str, base: int, currency: str) -> None:
    (draft,) = parse_told(text)
    assert (draft.offer.base_annual, draft.offer.currency) == (base, currency)


@pytest.mark.parametrize(
    ("text", "base"),
    [("base 31 EUR an hour", 64_480), ("base 600 EUR a day", 156_000), ("base 850 EUR per month", 10_200)],
)
def test_a_base_with_a_shorter_period_is_what_it_says(text: str, base: int) -> None:
    assert parse_told(text)[0].offer.base_annual == base


def test_a_small_bare_number_behind_the_bonus_is_a_share_of_the_base() -> None:
    assert parse_told("base 104k, bonus 12")[0].offer.bonus_target_pct == 12


@pytest.mark.parametrize("text", ["base 104k, bonus 2 months", "base 104k, sign on bonus 15", "base 104k, bonus 12k"])
def test_other_numbers_behind_a_bonus_are_no_share(text: str) -> None:
    assert parse_told(text)[0].offer.bonus_target_pct is None
