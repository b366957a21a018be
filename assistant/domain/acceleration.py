"""Acceleration: what a clause that vests stock early is worth when the company is sold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from assistant.domain.share_price import growth_factor
from assistant.domain.vesting import calculate_vest_events
from assistant.domain.vesting_table import LeavePoint, VestingTable, total_fraction, total_shares
from assistant.errors import InputError

ZERO = Decimal(0)
ONE = Decimal(1)
HAIR = Decimal("1e-12")

Trigger = Literal["single", "double"]


@dataclass(frozen=True, slots=True)
class Clause:
    """What accelerates: `rate` (0-1) of the unvested part, or what `months` more of service would vest.

    Where both are given, the greater of the two.
    """

    rate: Decimal | None = None
    months: int | None = None

    @property
    def words(self) -> str:
        """The clause in words."""
        if self.months is not None:
            return f"{self.months} months"
        return f"{((self.rate or ZERO) * 100).normalize():f} % of the unvested" if self.rate else "none"


NO_CLAUSE = Clause(rate=ZERO)
USUAL_CLAUSES = (
    NO_CLAUSE,
    Clause(months=12),
    Clause(rate=Decimal("0.25")),
    Clause(rate=Decimal("0.5")),
    Clause(rate=ONE),
)


@dataclass(frozen=True, slots=True)
class Unvested:
    """What is unvested when the clause is triggered.

    `fraction` is the unvested part (0-1) of the grant and `table` the grant; with `table` None only a number of
    shares or a value is known. `amount` counts in shares where `in_shares`, else in money, or in parts of the grant
    where `in_money` is not so either.
    """

    amount: Decimal
    in_shares: bool = False
    in_money: bool = False
    month: int = 0
    table: VestingTable | None = None
    fraction: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Chances:
    """What is expected of the sale, as fractions; certainty and no tax by default."""

    change_of_control: Decimal = ONE
    termination: Decimal = ONE
    tax_rate: Decimal = ZERO
    discount_rate: Decimal = ZERO

    def of(self, trigger: Trigger) -> Decimal:
        """Chance that the clause pays."""
        return self.change_of_control * (self.termination if trigger == "double" else ONE)

    def present(self, amount: Decimal, month: int) -> Decimal:
        """An amount after tax, brought to today."""
        return amount * (1 - self.tax_rate) / growth_factor(self.discount_rate, month)


def find_unvested(table: VestingTable, month: int, value: Decimal | None) -> Unvested:
    """What of a grant is unvested at the end of a month; `value` is the whole grant at the price of the sale."""
    later = table.after(LeavePoint(month))
    fraction = total_fraction(later)
    if table.grant.shares is not None:
        return Unvested(total_shares(later), in_shares=True, month=month, table=table, fraction=fraction)
    amount = fraction if value is None else value * fraction
    return Unvested(amount, in_money=value is not None, month=month, table=table, fraction=fraction)


def calculate_accelerated(unvested: Unvested, clause: Clause) -> Decimal:
    """Shares, or money, that vest early; shares are rounded down where the grant is in whole shares.

    >>> calculate_accelerated(Unvested(Decimal(1500), in_shares=True), Clause(rate=Decimal("0.25")))
    Decimal('375')

    Raises:
        InputError: months are asked of a grant whose schedule is not known.
    """
    parts = [ZERO]
    if clause.rate is not None:
        parts.append(_whole(unvested, unvested.amount * clause.rate))
    if clause.months is not None:
        parts.append(_amount_of_months(unvested, clause.months))
    return max(parts)


def _whole(unvested: Unvested, amount: Decimal) -> Decimal:
    whole = unvested.in_shares and unvested.amount == unvested.amount.to_integral_value()
    return (amount + HAIR).quantize(ONE, ROUND_FLOOR) if whole else amount


def _amount_of_months(unvested: Unvested, months: int) -> Decimal:
    if unvested.table is None:
        raise InputError("accelerated_months", "needs the grant and its vesting: give them, or accelerated_pct")
    now, then = LeavePoint(unvested.month), LeavePoint(unvested.month + months)
    vests = [vest for vest in unvested.table.until(then) if not now.covers(vest)]
    if unvested.in_shares:
        return total_shares(vests)
    return unvested.amount * total_fraction(vests) / unvested.fraction if vests else ZERO


def explain_nothing(table: VestingTable, month: int, clause: Clause) -> Iterator[str]:
    """Why nothing accelerates, where nothing does."""
    events = calculate_vest_events(table.grant.schedule)
    if month >= events[-1].month:
        yield f"Everything has vested by month {month}: there is nothing left to accelerate."
    elif clause.months is not None and not clause.rate and month + clause.months < events[0].month:
        reached = month + clause.months
        yield f"Nothing accelerates: month {reached} still lies before the first vest at month {events[0].month}."
