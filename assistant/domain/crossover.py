"""Crossover: when the pay received so far from one offer passes that from another.

Months count from the start date: month 0 is the first day, month 12 the end of service year 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from assistant.domain.pay_stream import PayStream

ZERO = Decimal(0)
HALF_CENT = Decimal("0.005")


class Crossover(NamedTuple):
    """From the end of month (or year) `at` on the second offer is ahead, or the first if `second_leads` is false."""

    at: int
    second_leads: bool


def pay_by_month(stream: PayStream) -> list[Decimal]:
    """Cash and vested stock received by the end of each month on its own, month 0 first.

    The sign-on of a later year comes with the first month of that year: who leaves the day before has none of it.
    """
    paid = [cash + vested for cash, vested in zip(stream.monthly_cash(), stream.vested, strict=True)]
    for pay in stream.years[1:]:
        if pay.sign_on:
            begin = 12 * (pay.year - 1)
            paid[begin] -= pay.sign_on
            paid[begin + 1] += pay.sign_on
    return paid


def accumulate_months(stream: PayStream, weight: Decimal = Decimal(1)) -> list[Decimal]:
    """All pay received up to the end of each month, times a weight."""
    paid = accumulate(pay_by_month(stream))
    return list(paid) if weight == 1 else [value * weight for value in paid]


def accumulate_years(stream: PayStream, weight: Decimal = Decimal(1)) -> list[Decimal]:
    """All pay received up to the end of each service year 1 to N, times a weight."""
    return list(accumulate(pay.total * weight for pay in stream.years))


def find_crossovers(first: Sequence[Decimal], second: Sequence[Decimal]) -> list[Crossover]:
    """Every place at which another of the two is ahead than was before; being level is not being ahead.

    >>> find_crossovers([Decimal(5), Decimal(6), Decimal(7)], [Decimal(0), Decimal(6), Decimal(8)])
    [Crossover(at=2, second_leads=True)]
    """
    found, before = [], 0
    for place, (one, other) in enumerate(zip(first, second, strict=True)):
        lead = other - one
        now = (lead >= HALF_CENT) - (lead <= -HALF_CENT)
        if now and before and now != before:
            found.append(Crossover(at=place, second_leads=now > 0))
        before = now or before
    return found
