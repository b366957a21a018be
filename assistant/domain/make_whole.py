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


BonusCount = Literal["whole", "accrued"]


class Accrued(NamedTuple):
    """The part (0-1) of the bonus year that was served, with the formula of the money and its inputs."""

    part: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class UnpaidBonus:
    """The bonus of a running or finished year: all of it, the part accrued where known, and which of them counts.

    `paid_on` is the day until which one must be employed to get it; None: it is lost whenever one leaves.
    """

    amount: Decimal
    accrued: Accrued | None = None
    count: BonusCount = "whole"
    paid_on: date | None = None

    def lost(self, leave: date) -> Decimal:
        """The whole bonus, or nothing when it is paid by the leave date."""
        return ZERO if self.paid_on is not None and leave >= self.paid_on else self.amount

    def counted(self, leave: date, months: int | None = None) -> Decimal:
        """What of it counts; a whole bonus only if it would be paid within so many months."""
        if self.count == "accrued" and self.accrued is not None:
            return round_cents(self.amount * self.accrued.part)
        late = months is not None and self.paid_on is not None and self.paid_on > add_months(leave, months)
        return ZERO if late else self.lost(leave)


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
) -> Accrued | None:
    """The part of the bonus year served at leaving, the leave date included; None where the year is not known.

    >>> accrue_bonus(Decimal(24000), date(2026, 9, 30), months_served=Decimal(9)).part
    Decimal('0.75')

    Raises:
        InputError: the bonus is paid before its year begins.
    """
    if year_start is not None and paid_on is not None and paid_on < year_start:
        raise InputError("bonus.paid_on", "lies before the bonus year")
    if months_served is None and year_start is None:
        return None
    if paid_on is not None and leave >= paid_on:
        return Accrued(ZERO, "0", {})
    if months_served is not None:
        months = min(months_served, Decimal(YEAR))
        inputs = {"bonus": amount, "months_served": months}
        return Accrued(months / YEAR, "bonus x months_served / 12", inputs)
    begin = year_start or leave
    days = Decimal((add_months(begin, YEAR) - begin).days)
    served = min(days, max(ZERO, Decimal((leave - begin).days + 1)))
    inputs = {"bonus": amount, "days_served": served, "days_of_year": days}
    return Accrued(served / days, "bonus x days_served / days_of_year", inputs)


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
    bonus: UnpaidBonus | None,
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
        horizon_months: ask only for what would have come in that time; what is forfeited is told whole.
        split: percents of the ask, one for each instalment.
    """
    lost = select_within(forfeits, leave, None)
    stock = [item for item in lost if item.kind == "stock"]
    cash = [item for item in lost if item.kind == "cash"]
    spans = sorted({YEAR} | ({horizon_months} if horizon_months else set()))
    if any(item.kind == "stock" for item in forfeits):
        yield from _share_figures(stock)
        yield _sum_figure("unvested stock forfeited", "tranche", stock, outlay, currency)
        for months in spans:
            label = f"unvested stock forfeited within {months} months"
            yield _sum_figure(label, "tranche", select_within(stock, leave, months), outlay, currency)
    if cash:
        yield _sum_figure("cash forfeited", "cash item", cash, outlay, currency)
    if bonus is not None:
        yield from _bonus_figures(bonus, leave, currency)
    for name, amount in (("401(k) match", other.match), ("paid time off", other.time_off)):
        if amount:
            key = name.removeprefix("401(k) ")
            yield _figure(f"{name} forfeited", amount, currency, key, {key: amount})
    parts = _list_parts(lost, bonus, other, outlay, leave)
    yield _figure("forfeited in all", sum(parts.values(), ZERO), currency, " + ".join(parts) or "0", parts)
    counted = parts
    for months in spans:
        near = _list_parts(lost, bonus, other, outlay, leave, months)
        label = f"forfeited within {months} months in all"
        yield _figure(label, sum(near.values(), ZERO), currency, " + ".join(near) or "0", near)
        counted = near if months == horizon_months else counted
    yield from _ask_figures(sum(counted.values(), ZERO), other, currency, split, within=horizon_months is not None)


def _list_parts(
    lost: Sequence[Forfeit],
    bonus: UnpaidBonus | None,
    other: OtherForfeits,
    outlay: Outlay,
    leave: date,
    months: int | None = None,
) -> dict[str, Decimal]:
    """What counts within so many months by its kind; None = at any time."""
    near = select_within(lost, leave, months)
    parts = {
        kind: total_value([item for item in near if item.kind == kind], outlay)
        for kind in ("stock", "cash")
        if any(item.kind == kind for item in lost)
    }
    if bonus is not None:
        parts["accrued bonus" if bonus.count == "accrued" else "bonus"] = bonus.counted(leave, months)
    named = {"match": other.match, "paid time off": other.time_off}
    return parts | {name: amount for name, amount in named.items() if amount}


def _bonus_figures(bonus: UnpaidBonus, leave: date, currency: str) -> Iterator[Figure]:
    lost = bonus.lost(leave)
    formula, inputs = ("bonus", {"bonus": bonus.amount}) if lost else ("0", {})
    yield _figure("bonus lost by leaving before it is paid", lost, currency, formula, inputs)
    if bonus.accrued is not None:
        part = round_cents(bonus.amount * bonus.accrued.part)
        yield _figure("accrued bonus forfeited", part, currency, bonus.accrued.formula, bonus.accrued.inputs)


def _share_figures(stock: Sequence[Forfeit]) -> Iterator[Figure]:
    shares = [item.shares for item in stock if item.shares is not None]
    if shares and len(shares) == len(stock):
        inputs = {f"tranche {number}": part for number, part in enumerate(shares, start=1)}
        formula = " + ".join(inputs) if len(inputs) <= LONGEST_SUM else "sum of the shares in the table"
        yield _figure("unvested shares forfeited", sum(shares, ZERO), "shares", formula, inputs)


def _sum_figure(label: str, name: str, forfeits: Sequence[Forfeit], outlay: Outlay, currency: str) -> Figure:
    inputs = {f"{name} {number}": item.value(outlay) for number, item in enumerate(forfeits, start=1)}
    formula = " + ".join(inputs) or "0"
    if len(inputs) > LONGEST_SUM:
        formula = f"sum of the {name}s in the table"
    return _figure(label, sum(inputs.values(), ZERO), currency, formula, inputs)


def _ask_figures(
    total: Decimal, other: OtherForfeits, currency: str, split: Sequence[Decimal], *, within: bool
) -> Iterator[Figure]:
    formula = "forfeited_within_horizon" if within else "forfeited"
    inputs = {formula: total}
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
