"""Present value: what money paid later is worth today, and the rates at which a stream of payments breaks even.

Rates are fractions a year, times are years from today or from the start date.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from assistant.domain.pay_stream import PayStream

ZERO = Decimal(0)
ONE = Decimal(1)
HALF = Decimal("0.5")
DAYS_A_YEAR = 365
LOWEST_RETURN, HIGHEST_RETURN, RETURN_STEPS = -0.99, 1000.0, 2000

Timing = Literal["mid_year", "year_end", "months"]


class Payment(NamedTuple):
    """An amount at a time in years."""

    time: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Discounting:
    """Discount rates for cash and stock, and when in a year its pay counts.

    `mid_year`: all pay of a year in its middle. `year_end`: at its end, sign-on at its start.
    `months`: each payment in its month.
    """

    cash_rate: Decimal = ZERO
    equity_rate: Decimal = ZERO
    timing: Timing = "mid_year"

    @property
    def is_flat(self) -> bool:
        """Whether nothing is discounted."""
        return not self.cash_rate and not self.equity_rate


UNDISCOUNTED = Discounting()


class ValuedParts(NamedTuple):
    """The parts of a pay stream, each at its present value."""

    base: Decimal
    bonus: Decimal
    sign_on: Decimal
    stock: Decimal

    @property
    def total(self) -> Decimal:
        """All parts together."""
        return self.base + self.bonus + self.sign_on + self.stock


class YearFactors(NamedTuple):
    """What a unit of base, bonus or sign-on of one service year is worth today."""

    base: Decimal
    bonus: Decimal
    sign_on: Decimal


def time_of_month(month: int, timing: Timing) -> Decimal:
    """The time in years at which pay at the end of a month of service counts.

    >>> time_of_month(14, "mid_year"), time_of_month(14, "year_end"), time_of_month(18, "months")
    (Decimal('1.5'), Decimal('2'), Decimal('1.5'))
    """
    if timing == "months":
        return Decimal(month) / 12
    year = Decimal(-(-month // 12))
    return year if timing == "year_end" else max(year, ONE) - HALF


@lru_cache(maxsize=256)
def month_factors(rate: Decimal, months: int, timing: Timing) -> tuple[Decimal, ...]:
    """Discount factors of pay at the end of each month 0 to `months`.

    >>> [f"{factor:.4f}" for factor in month_factors(Decimal("0.21"), 24, "mid_year")[::12]]
    ['0.9091', '0.9091', '0.7513']
    """
    if not rate:
        return (ONE,) * (months + 1)
    return tuple((1 + rate) ** -time_of_month(month, timing) for month in range(months + 1))


@lru_cache(maxsize=256)
def year_factors(years: int, rate: Decimal, timing: Timing) -> tuple[YearFactors, ...]:
    """Discount factors of the cash of each service year."""
    monthly, listed = month_factors(rate, 12 * years, timing), []
    for year in range(1, years + 1):
        begin, end = 12 * (year - 1), 12 * year
        base = sum(monthly[begin + 1 : end + 1], ZERO) / 12
        sign_on = monthly[end] if timing == "mid_year" else monthly[begin]
        listed.append(YearFactors(base=base, bonus=monthly[end], sign_on=sign_on))
    return tuple(listed)


def value_parts(stream: PayStream, discounting: Discounting = UNDISCOUNTED) -> ValuedParts:
    """The parts of an offer's pay at present value, in its own currency, unrounded."""
    base = bonus = sign_on = stock = ZERO
    if discounting.is_flat:
        for pay in stream.years:
            base, bonus, sign_on, stock = base + pay.base, bonus + pay.bonus, sign_on + pay.sign_on, stock + pay.equity
        return ValuedParts(base, bonus, sign_on, stock)
    count = len(stream.years)
    factors = year_factors(count, discounting.cash_rate, discounting.timing)
    for pay, factor in zip(stream.years, factors, strict=True):
        base += pay.base * factor.base
        bonus += pay.bonus * factor.bonus
        sign_on += pay.sign_on * factor.sign_on
    monthly = month_factors(discounting.equity_rate, 12 * count, discounting.timing)
    if discounting.timing == "months":
        stock = sum((value * factor for value, factor in zip(stream.vested, monthly, strict=True) if value), ZERO)
    else:
        stock = sum((pay.equity * monthly[12 * pay.year] for pay in stream.years), ZERO)
    return ValuedParts(base, bonus, sign_on, stock)


def calculate_present_value(payments: Sequence[Payment], rate: Decimal) -> Decimal:
    """The sum of the payments, each divided by (1 + rate) ^ time; unrounded.

    >>> calculate_present_value([Payment(Decimal(0), Decimal(-100)), Payment(Decimal(1), Decimal(121))], Decimal("0.1"))
    Decimal('10')
    """
    return sum((amount / (1 + rate) ** time for time, amount in payments), ZERO)


def date_payments(dated: Sequence[tuple[date, Decimal]], today: date) -> list[Payment]:
    """Payments on dates as times in years of 365 days from `today`."""
    return [Payment(Decimal((day - today).days) / DAYS_A_YEAR, amount) for day, amount in dated]


def find_returns(payments: Sequence[Payment]) -> list[Decimal]:
    """All internal rates of return between -99 % and 100,000 % a year, lowest first, as fractions of ten decimals.

    A stream that changes sign more than once may have several; one that never does has none.

    >>> flows = [Payment(Decimal(time), Decimal(amount)) for time, amount in enumerate([-1000, 2500, -1540])]
    >>> [str(rate.normalize()) for rate in find_returns(flows)]
    ['0.1', '0.4']
    """
    middle = (max(payments).time + min(payments).time) / 2
    terms = [(float(time - middle), float(amount)) for time, amount in payments if amount]

    def balance(log_factor: float) -> float:
        return sum(amount * math.exp(-time * log_factor) for time, amount in terms)

    low, high = math.log1p(LOWEST_RETURN), math.log1p(HIGHEST_RETURN)
    grid = [low + (high - low) * step / RETURN_STEPS for step in range(RETURN_STEPS + 1)]
    values = [balance(point) for point in grid]
    roots = [
        _bisect(balance, begin, end)
        for (begin, before), (end, after) in pairwise(zip(grid, values, strict=True))
        if before < 0 <= after or after <= 0 < before
    ]
    found = [round(Decimal(math.expm1(root)), 10) for root in roots]
    return sorted(set(found))


def _bisect(balance: Callable[[float], float], low: float, high: float) -> float:
    rising = balance(low) < 0
    for _ in range(100):
        middle = (low + high) / 2
        if (balance(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
