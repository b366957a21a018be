"""Equity: what a grant is and how it vests, as people word it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.letters.parse import parse_offer

OFFER = "Offer from Tolmex: SRE, salary $120,000. {}"


def read(words: str) -> list[dict[str, Any]]:
    grants = parse_offer(OFFER.format(words)).offer.equity
    return [grant.model_dump(exclude_none=True) for grant in grants]


@pytest.mark.parametrize(
    "words",
    [
        "RSUs $80k / 4 yrs, vest every quarter, first vest after 12 mo.",
        "RSUs $80k over 4 years, vesting quarterly, nothing until month 12.",
        "RSUs $80k over 4 years, first vesting date is your one-year anniversary, then quarterly.",
    ],
)
def test_the_wait_for_the_first_vest_is_a_cliff(words: str) -> None:
    (grant,) = read(words)
    assert (grant["total_value"], grant["cliff_months"], grant["frequency"]) == (80_000, 12, "quarterly")
    assert "shares" not in grant


@pytest.mark.parametrize(
    "words",
    [
        "RSUs worth $95,000, 4-year vesting, a quarter per year.",
        "RSUs worth $95,000 over 4 years, 25% each year. Car allowance is $450 a month.",
        "RSUs worth $95,000 over 4 years, 25% each year. We meet once a quarter in Berlin.",
    ],
)
def test_a_part_a_year_names_no_rhythm(words: str) -> None:
    (grant,) = read(words)
    assert grant["schedule"] == (Decimal(25),) * 4
    assert "frequency" not in grant


@pytest.mark.parametrize("words", ["vesting 25% annually", "vesting yearly, 25% on each anniversary"])
def test_what_comes_once_a_year_has_its_rhythm(words: str) -> None:
    assert read(f"400 RSUs, {words}.")[0]["frequency"] == "annual"


@pytest.mark.parametrize("year", ["at the end of year three", "on the third anniversary"])
def test_what_vests_all_at_once_has_one_part(year: str) -> None:
    (grant,) = read(f"$150,000 in RSUs, all of which vests {year}.")
    assert (grant["years"], grant["schedule"]) == (3, (0, 0, 100))


@pytest.mark.parametrize(
    ("words", "strike"),
    [
        ("1,250 virtual shares with a base price of $18.40, 4 years.", "18.40"),
        ("0.35% in EMI options, exercise price 4p, four years.", "0.04"),
    ],
)
def test_what_has_a_strike_is_an_option(words: str, strike: str) -> None:
    (grant,) = read(words)
    assert (grant["kind"], grant["strike"]) == ("option", Decimal(strike))


def test_grants_that_are_no_equity_are_none() -> None:
    words = "A relocation grant of $3,000 is paid, and a housing grant of $900 a month."
    assert read(words) == []
    assert parse_offer(OFFER.format(words)).offer.relocation.amount == 3000


def test_parts_of_one_offer_in_letters_are_not_several_offers() -> None:
    grants = read("You get two awards.\n(a) On-hire award: $320,000 in RSUs.\n(b) Top award: $150,000 in RSUs.\n")
    assert [grant["total_value"] for grant in grants] == [320_000, 150_000]
