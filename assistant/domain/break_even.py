"""Break-even: the base, sign-on or share price growth at which an offer is worth a given amount."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import gcd

from assistant.domain.pay_stream import PayStream
from assistant.domain.present_value import (
    UNDISCOUNTED,
    Discounting,
    YearFactors,
    month_factors,
    value_parts,
    year_factors,
)
from assistant.domain.vesting import calculate_vest_events

ZERO = Decimal(0)
ONE = Decimal(1)
LOWEST_GROWTH, HIGHEST_GROWTH = Decimal("-0.99"), Decimal(5)
LOWEST_PLACE, HIGHEST_PLACE = math.log(0.009) / 12, math.log(6.1) / 12
"""Logarithms of a month's growth factor, just outside the growth looked at."""
CLOSE_ENOUGH = 1e-12
MOST_STEPS = 60


def bonus_share(stream: PayStream) -> Decimal:
    """Bonus paid for each unit of base; zero where the bonus is a stated amount."""
    if stream.offer.bonus_target_amount is not None or not stream.offer.bonus_target_pct:
        return ZERO
    return stream.offer.bonus_target_pct * stream.outlook.payout_rate / 100


def value_of_base_unit(stream: PayStream, discounting: Discounting = UNDISCOUNTED) -> Decimal:
    """What one more unit of yearly base is worth over all years, raises and percent bonus counted."""
    share, grown, value = bonus_share(stream), ONE, ZERO
    for factor in list_cash_factors(stream, discounting):
        value += grown * (factor.base + share * factor.bonus)
        grown *= 1 + stream.outlook.raise_rate
    return value


def list_cash_factors(stream: PayStream, discounting: Discounting) -> tuple[YearFactors, ...]:
    """Discount factors of the cash of each year of an offer."""
    return year_factors(len(stream.years), discounting.cash_rate, discounting.timing)


def find_base(
    stream: PayStream, worth: Decimal, discounting: Discounting = UNDISCOUNTED, value: Decimal | None = None
) -> Decimal | None:
    """The yearly base at which an offer is worth `worth`, in its own currency; None where it would be negative.

    Args:
        stream: the offer.
        worth: the value to reach, in the offer's currency.
        discounting: how value is counted.
        value: the offer's present value, if already known.
    """
    base = stream.offer.base_annual or ZERO
    if value is None:
        value = value_parts(stream, discounting).total
    needed = base + (worth - value) / value_of_base_unit(stream, discounting)
    return needed if needed >= 0 else None


def collect_stock(stream: PayStream, discounting: Discounting = UNDISCOUNTED) -> dict[int, Decimal]:
    """Present value of the stock vesting k months after its grant, at the price of the grant date, by k.

    With x = (1 + growth) ^ (1 / 12), the stock is worth the sum of these values times x ^ k.
    """
    months = 12 * len(stream.years)
    factors = month_factors(discounting.equity_rate, months, discounting.timing)
    values: dict[int, Decimal] = {}
    for grant in stream.grants:
        for month, fraction in calculate_vest_events(grant.schedule):
            at = grant.granted_month + month
            if at <= months:
                values[month] = values.get(month, ZERO) + grant.value * fraction * factors[at]
    return values


def find_growth(
    stream: PayStream, worth: Decimal, discounting: Discounting = UNDISCOUNTED, value: Decimal | None = None
) -> Decimal | None:
    """The yearly share price growth, a fraction, at which an offer is worth `worth`.

    None where it has no stock, or where no growth between -99 % and +500 % will do. Arguments as for `find_base`;
    `value` is the offer's value without its stock, if already known.
    """
    stock = collect_stock(stream, discounting)
    if value is None:
        parts = value_parts(stream, discounting)
        value = parts.total - parts.stock
    return solve_growth(stock, worth - value)


def solve_growth(values: Mapping[int, Decimal], worth: Decimal) -> Decimal | None:
    """The rate g at which the sum of values[k] x (1 + g) ^ (k / 12) is `worth`; None outside -99 % to +500 %.

    >>> f"{solve_growth({12: Decimal(40000)}, Decimal(50000)):.6f}"
    '0.250000'
    """
    worth -= values.get(0, ZERO)
    later = {month: value for month, value in values.items() if month and value}
    if not later or worth <= 0:
        return None
    step = gcd(12, *later)
    terms = [later.get(month, ZERO) for month in range(step, max(later) + 1, step)]
    power = 12 // step
    root = _approach([float(term) for term in terms], float(worth), step)
    exact = _polish(terms, worth, Decimal(root)) ** power
    growth = exact - 1
    return growth if LOWEST_GROWTH <= growth <= HIGHEST_GROWTH else None


def _approach(terms: Iterable[float], worth: float, step: int) -> float:
    """The z > 0 at which the sum of terms[k] z^(k+1) is `worth`, to the accuracy of a float.

    Newton's rule on logarithms: log(sum) over log(z) is convex, rising and nearly straight, so it needs few steps.
    Where the root lies outside the growth looked at, a place just outside is returned.
    """
    falling = list(terms)[::-1]
    place, wanted = 0.0, math.log(worth)
    lowest, highest = LOWEST_PLACE * step, HIGHEST_PLACE * step
    for _ in range(MOST_STEPS):
        z = math.exp(place)
        total = slope = 0.0
        for term in falling:
            slope = slope * z + total
            total = total * z + term
        slope = slope * z + total
        total *= z
        move = (math.log(total) - wanted) * total / (slope * z)
        before, place = place, max(lowest, min(highest, place - move))
        if abs(place - before) < CLOSE_ENOUGH:
            break
    return math.exp(place)


def _polish(terms: list[Decimal], worth: Decimal, z: Decimal) -> Decimal:
    """One step of Newton's rule in Decimal, which doubles the digits a float has."""
    total = slope = ZERO
    for term in reversed(terms):
        slope = slope * z + total
        total = total * z + term
    slope, total = slope * z + total, total * z
    return z - (total - worth) / slope
