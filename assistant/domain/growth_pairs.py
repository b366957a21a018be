"""Growth pairs: for two offers with stock, the growth one share price needs for each growth of the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.break_even import collect_stock, solve_growth
from assistant.domain.comparison import Side
from assistant.domain.pay_stream import growth_factors
from assistant.domain.present_value import Discounting, value_parts

SHOWN = (Decimal("-0.3"), Decimal("-0.1"), Decimal(0), Decimal("0.1"), Decimal("0.2"), Decimal("0.4"))


def value_at_growth(side: Side, growth: Decimal, discounting: Discounting) -> Decimal:
    """Comparable money an offer is worth if its share price grows by `growth` a year."""
    parts, stock = value_parts(side.stream, discounting), collect_stock(side.stream, discounting)
    factors = growth_factors(growth, max(stock, default=0))
    vested = sum((value * factors[month] for month, value in stock.items()), Decimal(0))
    return (parts.total - parts.stock + vested) * side.weight


def build_growth_pairs(sides: Sequence[Side], discounting: Discounting) -> list[dict[str, str | Decimal | None]]:
    """Rows that hold a growth of the first offer's share price and the one at which each other offer is level.

    None stands where no growth between -99 % and +500 % a year does it.
    """
    first, names = sides[0], [side.name for side in sides]
    if not collect_stock(first.stream):
        return []
    rows: list[dict[str, str | Decimal | None]] = []
    for other in sides[1:]:
        stock, parts = collect_stock(other.stream, discounting), value_parts(other.stream, discounting)
        for growth in SHOWN if stock else ():
            worth = value_at_growth(first, growth, discounting) / other.weight
            level = solve_growth(stock, worth - (parts.total - parts.stock))
            row: dict[str, str | Decimal | None] = {
                "measure": f"share price growth of {other.name} that equals this growth of {first.name}",
                "unit": "percent",
                **dict.fromkeys(names),
                first.name: growth * 100,
                other.name: None if level is None else round(level * 100, 4),
                "best": None,
                "lead": None,
            }
            rows.append(row)
    return rows
