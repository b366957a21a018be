"""Pay: the base as people word it, in whatever period, range or move it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.letters.parse import parse_offer

JOIN = "We'd like you to join Tolmex as Nurse. {} Start 1 May."
OFFER = "Offer from Tolmex: Data Engineer, {}, start 1 May"


def read(text: str) -> Any:
    draft = parse_offer(text)
    assert draft.is_offer
    return draft.offer


@pytest.mark.parametrize(
    ("words", "amount", "period", "annual"),
    [
        ("You shall be paid Rs. 62,500/- per month.", 62500, "month", 750_000),
        ("We pay 14 salaries: EUR 3.100 gross each.", 3100, "month", 43_400),
        ("You get € 3.100 gross, fourteen times a year.", 3100, "month", 43_400),
        ("Thirteen salaries of CHF 6'100 each.", 6100, "month", 79_300),
        ("JPY 300,000 monthly and we pay sixteen months a year.", 300_000, "month", 4_800_000),
        ("Salary: CAD 4,000 gross per pay, twice a month.", 4000, "semi-month", 96_000),
        ("Gross pay: $3,750 per paycheck, 24 paychecks a year.", 3750, "semi-month", 90_000),
        ("You'd be paid $3,400 each payday, every other Friday.", 3400, "bi-week", 88_400),
    ],
)
def test_pay_is_read_in_the_period_it_is_paid_in(words: str, amount: int, period: str, annual: int) -> None:
    offer = read(JOIN.format(words))
    assert (offer.base_stated.amount, offer.base_stated.period) == (amount, period)
    assert offer.base_annual == annual


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("base btw 135k and 148k CAD", 135_000, 148_000),
        ("base anywhere from 120k up to 140k", 120_000, 140_000),
        ("base will land between one forty and one sixty thousand dollars", 140_000, 160_000),
    ],
)
def test_a_range_is_no_base(words: str, low: int, high: int) -> None:
    offer = read(OFFER.format(words))
    assert offer.base_annual is None
    assert tuple(offer.base_range) == (low, high)


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("Offer from Tolmex, Analyst. We can bring base up to $131,000 and raise the sign-on to $45,000.", 131_000),
        ("Offer from Tolmex: said 140k base first, i mentioned the other one, he called back -> 152k.", 152_000),
        (
            "Tolmex HR: offer is Analyst, Pune, 9 LPA fixed\nMe: expecting 12\nTolmex HR: we can close at 10.5 LPA",
            1_050_000,
        ),
        ("Tolmex: Analyst, Pune, 11 LPA fixed\nFor you we can do maximum 12.25 LPA fixed, consider it done", 1_225_000),
        ("Offer from Tolmex. base 62 lakh\nbonus 10%\nearlier he said 55 lakh but that's gone", 6_200_000),
    ],
)
def test_what_pay_was_moved_to_is_the_base(words: str, base: int) -> None:
    assert read(words).base_annual == base


@pytest.mark.parametrize("words", ["bonus goes up to 12%", "the bonus maxes out at 12%", "bonus can reach 12%"])
def test_a_bonus_that_goes_up_to_a_share_has_no_target(words: str) -> None:
    offer = read(OFFER.format(f"80k base, {words}"))
    assert (offer.bonus_target_pct, offer.bonus_max_pct) == (None, Decimal(12))


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("offer from acme Robotics GmbH in Munich, 85k", 85_000),
        ("Hi Tom, offer is £54k for the Buyer role, Leeds. Let me know by Friday.", 54_000),
        ("Greetings from the Zellan Labs crew! You're hired as Chef, £32,000, start Monday.", 32_000),
    ],
)
def test_the_only_sum_of_a_short_offer_is_its_pay(words: str, base: int) -> None:
    assert read(words).base_annual == base


@pytest.mark.parametrize(
    ("words", "annual"),
    [
        ("200k rsu over 4 years vests monthly, base 160k", 160_000),
        ("120k stock vesting every month, salary 150k", 150_000),
        ("pay is biweekly, base 120k", 120_000),
        ("monthly pay, 140k base", 140_000),
        ("32 hours a week, 90k base", 90_000),
        ("4 days a week, base 80k", 80_000),
        ("we pay monthly, base 6,500 EUR", 78_000),
        ("package monthly, basic AED 60,000", 720_000),
    ],
)
def test_a_period_of_stock_of_work_or_of_payday_is_not_that_of_the_pay(words: str, annual: int) -> None:
    assert read(OFFER.format(words)).base_annual == annual


def test_what_a_commission_is_paid_on_is_no_base() -> None:
    assert read(OFFER.format("base 70k plus 5% commission on 800k")).base_annual == 70_000
