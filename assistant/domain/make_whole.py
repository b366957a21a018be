"""Make-whole: what is forfeited by leaving the present employer, and the sign-on that replaces it.

Old and new pay are both wages, so they are compared before tax. Only what has to be paid back to the present employer
comes out of taxed money.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Literal, NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.offer import EquityGrant
from assistant.domain.service_time import add_months, years_between
from assistant.domain.vesting import build_schedule, calculate_vest_events
from assistant.errors import InputError

RULE = "make_whole"
_figure = partial(build_figure, rule=RULE)
ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
YEAR = 12
SOON_DAYS = 92
LONGEST_SUM = 40

Kind = Literal["stock", "cash"]


@dataclass(frozen=True, slots=True)
class Outlay:
    """How later money counts: price growth (stock only), discount and chance of staying, as fractions a year."""

    growth_rate: Decimal = ZERO
    discount_rate: Decimal = ZERO
    stay_rate: Decimal = ONE


class Forfeit(NamedTuple):
    """Money that would have come at `day`, `years` after the leave date; `amount` is at today's price."""

    name: str
    kind: Kind
    day: date
    years: Decimal
    amount: Decimal
    shares: Decimal | None = None

    def value(self, outlay: Outlay) -> Decimal:
        """What it counts, in whole cents: a tranche is a payment of its own."""
        growth = outlay.growth_rate if self.kind == "stock" else ZERO
        factor = (1 + growth) * outlay.stay_rate / (1 + outlay.discount_rate)
        if factor == 1 or not self.years:
            return round_cents(self.amount)
        return round_cents(self.amount * factor**self.years) if factor else ZERO


@dataclass(frozen=True, slots=True)
class AccruedBonus:
    """The bonus of a year, the part (0-1) of the year served, and the days behind it where dates are known."""

    amount: Decimal
    part: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class OtherForfeits:
    """Single amounts: unvested 401(k) match, unpaid time off, and what has to be paid back with its tax rate."""

    match: Decimal = ZERO
    time_off: Decimal = ZERO
    repayment: Decimal = ZERO
    repayment_tax_rate: Decimal = ZERO
    new_equity: Decimal = ZERO


def list_unvested(
    grant: EquityGrant,
    granted: date,
    leave: date,
    *,
    name: str,
    field: str,
    value: Decimal,
    shares: Decimal | None = None,
) -> tuple[Forfeit, ...]:
    """The tranches of an old grant that vest after the leave date.

    Args:
        grant: its schedule.
        granted: the day the schedule begins.
        leave: the leave date.
        name: of the grant in the result.
        field: of the grant in error messages.
        value: the whole grant at today's price.
        shares: the whole grant in shares.

    Raises:
        InputError: the years and the schedule of the grant do not fit together.
    """
    tranches = []
    for month, fraction in calculate_vest_events(build_schedule(grant, field)):
        day = add_months(granted, month)
        if day > leave:
            part = None if shares is None else shares * fraction
            years = years_between(leave, day)
            tranches.append(Forfeit(f"{name} {day}", "stock", day, years, value * fraction, part))
    return tuple(tranches)


def accrue_bonus(
    amount: Decimal,
    leave: date,
    *,
    year_start: date | None = None,
    paid_on: date | None = None,
    months_served: Decimal | None = None,
) -> AccruedBonus:
    """The bonus earned and lost by leaving before it is paid; the leave date counts as served.

    >>> accrue_bonus(Decimal(24000), date(2026, 9, 30), months_served=Decimal(9)).part
    Decimal('0.75')

    Raises:
        InputError: neither the start of the bonus year nor the months served are given.
    """
    if months_served is not None:
        months = min(months_served, Decimal(YEAR))
        inputs = {"bonus": amount, "months_served": months}
        return AccruedBonus(amount, months / YEAR, "bonus x months_served / 12", inputs)
    if year_start is None:
        raise InputError("bonus.year_start", "is missing: give the first day of the bonus year, or months_served")
    end = add_months(year_start, YEAR)
    if paid_on is not None and paid_on < year_start:
        raise InputError("bonus.paid_on", "lies before the bonus year")
    if paid_on is not None and leave >= paid_on:
        return AccruedBonus(amount, ZERO, "0", {})
    days = Decimal((end - year_start).days)
    served = min(days, max(ZERO, Decimal((leave - year_start).days + 1)))
    inputs = {"bonus": amount, "days_served": served, "days_of_year": days}
    return AccruedBonus(amount, served / days, "bonus x days_served / days_of_year", inputs)


def select_within(forfeits: Sequence[Forfeit], leave: date, months: int | None) -> tuple[Forfeit, ...]:
    """What would have come after the leave date and within so many months of it; None = at any time.

    >>> share = Forfeit("a", "stock", date(2027, 6, 1), Decimal("0.5"), Decimal(1))
    >>> select_within([share], date(2026, 12, 1), 3)
    ()
    """
    last = add_months(leave, months) if months is not None else date.max
    return tuple(item for item in forfeits if leave < item.day <= last or (item.day == leave and item.kind == "cash"))


def total_value(forfeits: Sequence[Forfeit], outlay: Outlay) -> Decimal:
    """All of them together, each in whole cents."""
    return sum((item.value(outlay) for item in forfeits), ZERO)


def make_whole_figures(
    forfeits: Sequence[Forfeit],
    bonus: AccruedBonus | None,
    other: OtherForfeits,
    outlay: Outlay,
    currency: str,
    *,
    leave: date,
    horizon_months: int | None = None,
    split: Sequence[Decimal] = (),
) -> Iterator[Figure]:
    """What is forfeited, part by part and in all, and the sign-on that makes up for it.

    Args:
        forfeits: tranches and cash by day.
        bonus: of the running bonus year.
        other: single amounts.
        outlay: how later money counts.
        currency: of all amounts.
        leave: the leave date.
        horizon_months: count only what would have come in that time.
        split: percents of the ask, one for each instalment.
    """
    counted = select_within(forfeits, leave, horizon_months)
    near = select_within(counted, leave, YEAR)
    stock = [item for item in counted if item.kind == "stock"]
    cash = [item for item in counted if item.kind == "cash"]
    parts: dict[str, Decimal] = {}
    if any(item.kind == "stock" for item in forfeits):
        yield from _share_figures(stock)
        yield _sum_figure("unvested stock forfeited", stock, outlay, currency)
        soon = [item for item in near if item.kind == "stock"]
        yield _sum_figure("unvested stock forfeited within 12 months", soon, outlay, currency)
        parts["stock"] = total_value(stock, outlay)
    if cash:
        yield _sum_figure("cash forfeited", cash, outlay, currency)
        parts["cash"] = total_value(cash, outlay)
    if bonus is not None:
        accrued = round_cents(bonus.amount * bonus.part)
        yield _figure("accrued bonus forfeited", accrued, currency, bonus.formula, bonus.inputs)
        yield _figure("whole bonus of the year", bonus.amount, currency, "bonus", {"bonus": bonus.amount})
        parts["accrued bonus"] = accrued
    for name, amount in (("401(k) match", other.match), ("paid time off", other.time_off)):
        if amount:
            key = name.replace("401(k) match", "match")
            yield _figure(f"{name} forfeited", amount, currency, key, {key: amount})
            parts[key] = amount
    total = sum(parts.values(), ZERO)
    yield _figure("forfeited in all", total, currency, " + ".join(parts) or "0", parts)
    later = parts | {
        "stock": total_value([item for item in near if item.kind == "stock"], outlay),
        "cash": total_value([item for item in near if item.kind == "cash"], outlay),
    }
    formula = " + ".join(later)
    yield _figure("forfeited within 12 months in all", sum(later.values(), ZERO), currency, formula, later)
    yield from _ask_figures(total, other, currency, split)


def _share_figures(stock: Sequence[Forfeit]) -> Iterator[Figure]:
    shares = [item.shares for item in stock if item.shares is not None]
    if shares and len(shares) == len(stock):
        inputs = {f"tranche {number}": part for number, part in enumerate(shares, start=1)}
        formula = " + ".join(inputs) if len(inputs) <= LONGEST_SUM else "sum of the shares in the table"
        yield _figure("unvested shares forfeited", sum(shares, ZERO), "shares", formula, inputs)


def _sum_figure(label: str, forfeits: Sequence[Forfeit], outlay: Outlay, currency: str) -> Figure:
    inputs = {f"tranche {number}": item.value(outlay) for number, item in enumerate(forfeits, start=1)}
    formula = " + ".join(inputs) or "0"
    if len(inputs) > LONGEST_SUM:
        formula = "sum of the tranches in the table"
    return _figure(label, sum(inputs.values(), ZERO), currency, formula, inputs)


def _ask_figures(total: Decimal, other: OtherForfeits, currency: str, split: Sequence[Decimal]) -> Iterator[Figure]:
    inputs = {"forfeited": total}
    formula = "forfeited"
    if other.repayment:
        cover = round_cents(other.repayment / (1 - other.repayment_tax_rate))
        repaid = {"repayment": other.repayment}
        way = "repayment"
        if other.repayment_tax_rate:
            repaid["tax_pct"] = other.repayment_tax_rate * HUNDRED
            way = "repayment / (1 - tax_pct / 100)"
        yield _figure("sign-on that covers the repayment", cover, currency, way, repaid)
        inputs["repayment_cover"], formula = cover, f"{formula} + repayment_cover"
    ask = sum(inputs.values(), ZERO)
    if other.new_equity:
        inputs["new_equity"] = other.new_equity
        ask, formula = max(ZERO, ask - other.new_equity), f"max(0, {formula} - new_equity)"
    yield _figure("sign-on to ask for", ask, currency, formula, inputs)
    yield from _split_figures(ask, split, currency)


def _split_figures(ask: Decimal, split: Sequence[Decimal], currency: str) -> Iterator[Figure]:
    """The ask in instalments; the last one takes what rounding leaves."""
    before = ZERO
    for number, percent in enumerate(split, start=1):
        part, formula = min(ask - before, round_cents(ask * percent / HUNDRED)), "ask x split_pct / 100"
        inputs = {"ask": ask, "split_pct": percent}
        if number == len(split):
            part, formula, inputs = ask - before, "ask - instalments_before", {"ask": ask, "instalments_before": before}
        before += part
        yield _figure(f"instalment {number} to ask for", part, currency, formula, inputs)


def list_near_vests(forfeits: Sequence[Forfeit], leave: date, outlay: Outlay) -> Iterator[tuple[date, int, Decimal]]:
    """Days within three months of the leave date on which something would have come, with the days to wait."""
    soon = [item for item in forfeits if 0 < (item.day - leave).days <= SOON_DAYS]
    for day in sorted({item.day for item in soon}):
        value = total_value([item for item in soon if item.day == day], outlay)
        if value:
            yield day, (day - leave).days, value
