"""Withheld shares: what is left of each vest when shares are kept back, or sold, to pay the tax on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from functools import partial

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.vesting_table import Vest, VestingTable, total_shares, total_value

RULE = "vesting"
_figure = partial(build_figure, rule=RULE)
READABLE = 10
ZERO = Decimal(0)
HUNDRED = Decimal(100)


def withhold_shares(shares: Decimal, tax_rate: Decimal, *, whole: bool) -> Decimal:
    """Shares that pay the tax on a vest: rounded up to whole ones where shares are `whole`.

    >>> withhold_shares(Decimal(250), Decimal("0.29"), whole=True)
    Decimal('73')
    """
    part = shares * tax_rate
    return part.to_integral_value(ROUND_CEILING) if whole else part


def total_withheld(table: VestingTable, vests: Sequence[Vest], tax_rate: Decimal) -> Decimal:
    """Shares withheld from these vests, each for itself."""
    return sum(
        (withhold_shares(vest.shares or ZERO, tax_rate, whole=table.whole_shares) for vest in vests),
        ZERO,
    )


def list_net_figures(table: VestingTable, tax_rate: Decimal) -> Iterator[Figure]:
    """Value after tax, and shares withheld and kept, over all vests."""
    tax_pct, vests = tax_rate * HUNDRED, table.vests
    if vests[0].value is not None:
        value = total_value(vests)
        inputs = {"total vested value": round(value, READABLE), "tax_pct": tax_pct}
        formula = "total vested value x (1 - tax_pct / 100)"
        net = round_cents(value * (1 - tax_rate))
        yield _figure("total net value", net, table.grant.currency, formula, inputs)
    if vests[0].shares is not None:
        shares, withheld = round(total_shares(vests), READABLE), round(total_withheld(table, vests, tax_rate), READABLE)
        formula = "shares x tax_pct / 100"
        if withheld != round(shares * tax_rate, READABLE):
            formula += ", each vest rounded up to whole shares"
        inputs = {"shares": shares, "tax_pct": tax_pct}
        yield _figure("shares withheld for tax", withheld, "shares", formula, inputs)
        inputs = {"shares": shares, "withheld": withheld}
        yield _figure("shares kept after tax", shares - withheld, "shares", "shares - withheld", inputs)
