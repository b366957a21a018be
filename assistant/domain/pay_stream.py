"""Pay stream: the gross pay of an offer month by month and year by year, the numbers under every comparison.

Month 1 is the first month of service, year 1 its first twelve. All amounts are gross, in the offer's currency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.grants import ValuedGrant, list_refreshers, value_grants
from assistant.domain.money import round_cents
from assistant.domain.offer import LONGEST_YEARS, Offer
from assistant.domain.outlook import FLAT, Outlook
from assistant.domain.pay_period import fill_base
from assistant.domain.vesting import calculate_vest_events
from assistant.errors import InputError

ZERO = Decimal(0)
ONE = Decimal(1)
SHORTEST_VIEW_YEARS = 4


class YearPay(NamedTuple):
    """Gross pay of one service year; `equity` is what vests in it, refresh grants included."""

    year: int
    base: Decimal
    bonus: Decimal
    sign_on: Decimal
    equity: Decimal

    @property
    def cash(self) -> Decimal:
        """Base, bonus and sign-on."""
        return self.base + self.bonus + self.sign_on

    @property
    def total(self) -> Decimal:
        """Cash and vested stock."""
        return self.cash + self.equity


@dataclass(frozen=True, slots=True)
class PayStream:
    """An offer under an outlook, over whole service years.

    `vested[m]` is the value of the stock that vests at the end of month m (m = 0 is the start date), unrounded.
    The first `initial_count` of `grants` are those of the offer itself; refresh grants follow.
    """

    offer: Offer
    outlook: Outlook
    years: tuple[YearPay, ...]
    grants: tuple[ValuedGrant, ...]
    vested: tuple[Decimal, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    initial_count: int

    @property
    def initial_grants(self) -> tuple[ValuedGrant, ...]:
        """The grants of the offer itself."""
        return self.grants[: self.initial_count]

    def monthly_cash(self) -> list[Decimal]:
        """Cash of each month 0 to 12 x years: base in twelfths, sign-on on a year's first day, bonus at its end.

        A first day is the end of the month before it, so the first sign-on payment stands at month 0.
        """
        cash = [ZERO] * (12 * len(self.years) + 1)
        for pay in self.years:
            begin, salary = 12 * (pay.year - 1), pay.base / 12
            for month in range(begin + 1, begin + 13):
                cash[month] += salary
            cash[begin] += pay.sign_on
            cash[begin + 12] += pay.bonus
        return cash


def build_pay_stream(offer: Offer, years: int | None = None, outlook: Outlook = FLAT) -> PayStream:
    """The pay of each month and year.

    Args:
        offer: needs at least a base salary, by the year or by another period.
        years: service years 1 to N; by default 4, or the longest vesting schedule if that is longer.
        outlook: what is assumed about the years ahead.

    Raises:
        InputError: no base salary, or a term that cannot be used, named.
    """
    offer = fill_base(offer)
    base, valued = _base_of(offer), value_grants(offer)
    count = _count_years(years, valued.grants)
    grants = (*valued.grants, *list_refreshers(offer, count))
    vested = calculate_vested(grants, 12 * count, outlook.growth_rate)
    return PayStream(
        offer=offer,
        outlook=outlook,
        years=_calculate_years(offer, base, count, outlook, vested),
        grants=grants,
        vested=vested,
        assumptions=valued.assumptions,
        warnings=valued.warnings,
        initial_count=len(valued.grants),
    )


def _base_of(offer: Offer) -> Decimal:
    if offer.base_annual is None:
        known = "is stated as a range only" if offer.base_range else "is missing"
        raise InputError("base_annual", f"{known}: give the yearly base salary")
    return offer.base_annual


def _count_years(years: int | None, grants: Iterable[ValuedGrant]) -> int:
    if years is None:
        return max([SHORTEST_VIEW_YEARS, *(grant.schedule.service_years for grant in grants)])
    if not 1 <= years <= LONGEST_YEARS:
        raise InputError("years", f"must lie between 1 and {LONGEST_YEARS}")
    return years


def _calculate_years(
    offer: Offer, base: Decimal, years: int, outlook: Outlook, vested: Sequence[Decimal]
) -> tuple[YearPay, ...]:
    pays = []
    for year in range(1, years + 1):
        if year > 1:
            base = base * (1 + outlook.raise_rate)
        pays.append(
            YearPay(
                year=year,
                base=round_cents(base) if outlook.raise_rate else base,
                bonus=round_cents(bonus_of(offer, base) * outlook.payout_rate),
                sign_on=sum((part.amount for part in offer.signing if part.year == year), ZERO),
                equity=round_cents(sum(vested[12 * year - 11 : 12 * year + 1], vested[0] if year == 1 else ZERO)),
            )
        )
    return tuple(pays)


def bonus_of(offer: Offer, base: Decimal) -> Decimal:
    """Target bonus of a year with this base: the stated amount, else percent of base, else zero."""
    if offer.bonus_target_amount is not None:
        return offer.bonus_target_amount
    return base * (offer.bonus_target_pct or ZERO) / 100


def calculate_vested(grants: Iterable[ValuedGrant], months: int, growth_rate: Decimal = ZERO) -> tuple[Decimal, ...]:
    """Value vesting at the end of each month 0 to `months`, unrounded.

    The share price moves by `growth_rate` a year from the day of each grant.

    >>> grant = value_grants(Offer.model_validate({"equity": [{"total_value": 100, "years": 1}]})).grants[0]
    >>> calculate_vested([grant], 12, Decimal("0.1"))[12] == 110
    True
    """
    vested = [ZERO] * (months + 1)
    factors = growth_factors(growth_rate, months)
    for grant in grants:
        for month, fraction in calculate_vest_events(grant.schedule):
            at = grant.granted_month + month
            if at <= months:
                vested[at] += grant.value * fraction * factors[month]
    return tuple(vested)


@lru_cache(maxsize=256)
def growth_factors(rate: Decimal, months: int) -> tuple[Decimal, ...]:
    """(1 + rate) ^ (m / 12) for m = 0 to `months`, exact at whole years.

    >>> [f"{factor:.2f}" for factor in growth_factors(Decimal("0.1"), 24)[::12]]
    ['1.00', '1.10', '1.21']
    """
    if not rate:
        return (ONE,) * (months + 1)
    root = (1 + rate) ** (ONE / 12)
    within, whole, factors = [ONE], ONE, []
    for _ in range(11):
        within.append(within[-1] * root)
    for month in range(months + 1):
        if month and month % 12 == 0:
            whole *= 1 + rate
        factors.append(whole * within[month % 12])
    return tuple(factors)
