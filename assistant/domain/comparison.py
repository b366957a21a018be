"""Comparison: two offers over the same years, who is ahead when, and what would make them equal.

Everything here is plain Decimals, unrounded; the figures for people are made elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.break_even import find_base, find_growth
from assistant.domain.crossover import HALF_CENT, Crossover, accumulate_months, accumulate_years, find_crossovers
from assistant.domain.pay_stream import PayStream
from assistant.domain.present_value import UNDISCOUNTED, Discounting, ValuedParts, value_parts

ONE = Decimal(1)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Side:
    """An offer to compare: its pay, and what turns its pay into comparable money.

    `exchange_rate` is the price of one unit of its currency, `tax_rate` a fraction of all pay, `index` the cost of
    living with 100 as the average.
    """

    name: str
    stream: PayStream
    exchange_rate: Decimal = ONE
    tax_rate: Decimal = Decimal(0)
    index: Decimal = HUNDRED

    @property
    def weight(self) -> Decimal:
        """Comparable money for each unit of pay in the offer's own currency."""
        return self.exchange_rate * (1 - self.tax_rate) * HUNDRED / self.index


@dataclass(frozen=True, slots=True)
class Standing:
    """What makes one side of a pair worth as much as the other; None where nothing does.

    `value` is the side's own present value in comparable money, the break-evens are in its own currency.
    """

    value: Decimal
    base: Decimal | None
    sign_on: Decimal | None
    growth: Decimal | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """The second offer against the first, in comparable money.

    `yearly` and `cumulative` hold second minus first for each service year, `crossover_months` and
    `crossover_years` every change of the lead in pay received so far, the first day being month 0 and year 0.
    """

    yearly: tuple[Decimal, ...]
    cumulative: tuple[Decimal, ...]
    crossover_months: tuple[Crossover, ...]
    crossover_years: tuple[Crossover, ...]
    first: Standing
    second: Standing


def compare_pair(first: Side, second: Side, discounting: Discounting = UNDISCOUNTED) -> Pairing:
    """Both offers, which must cover the same years, side by side.

    >>> from assistant.domain.offer import Offer
    >>> from assistant.domain.pay_stream import build_pay_stream
    >>> bases = [build_pay_stream(Offer(base_annual=Decimal(base)), 2) for base in (100, 110)]
    >>> pairing = compare_pair(Side("A", bases[0]), Side("B", bases[1]))
    >>> [int(amount) for amount in pairing.cumulative], int(pairing.first.base)
    ([10, 20], 110)
    """
    weights = first.weight, second.weight
    one, other = accumulate_years(first.stream, weights[0]), accumulate_years(second.stream, weights[1])
    by_month = accumulate_months(first.stream, weights[0]), accumulate_months(second.stream, weights[1])
    leads = tuple(theirs - ours for ours, theirs in zip(one, other, strict=True))
    parts = value_parts(first.stream, discounting), value_parts(second.stream, discounting)
    values = parts[0].total * weights[0], parts[1].total * weights[1]
    return Pairing(
        yearly=tuple(now - before for now, before in zip(leads, (Decimal(0), *leads), strict=False)),
        cumulative=leads,
        crossover_months=tuple(find_crossovers(*by_month)),
        crossover_years=tuple(find_crossovers([by_month[0][0], *one], [by_month[1][0], *other])),
        first=_stand(first, parts[0], values[1], discounting),
        second=_stand(second, parts[1], values[0], discounting),
    )


def _stand(side: Side, parts: ValuedParts, rival: Decimal, discounting: Discounting) -> Standing:
    value, worth = parts.total, rival / side.weight
    sign_on = side.stream.years[0].sign_on + worth - value
    return Standing(
        value=value * side.weight,
        base=find_base(side.stream, worth, discounting, value),
        sign_on=None if sign_on < 0 or not discounting.is_flat else sign_on,
        growth=find_growth(side.stream, worth, discounting, value - parts.stock),
    )


def find_leader(values: Sequence[Decimal]) -> int | None:
    """Place of the largest value; None where two are level.

    >>> find_leader([Decimal(1), Decimal(3)]), find_leader([Decimal(3), Decimal(3)])
    (1, None)
    """
    leader = max(range(len(values)), key=values.__getitem__)
    close = [value for value in values if values[leader] - value < HALF_CENT]
    return leader if len(close) == 1 else None
