"""The tool make_whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.grants import grant_value
from assistant.domain.make_whole import (
    AccruedBonus,
    Forfeit,
    OtherForfeits,
    Outlay,
    accrue_bonus,
    list_near_vests,
    list_unvested,
    make_whole_figures,
    select_within,
)
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import EquityGrant, Percent, Terms
from assistant.domain.result import ToolResult
from assistant.domain.service_time import add_months, years_between
from assistant.errors import InputError
from assistant.tools.arguments import Growth, Share
from assistant.tools.blame import blame
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "make_whole"
ZERO = Decimal(0)
HUNDRED = Decimal(100)
SPLIT_TOLERANCE = Decimal("0.1")
Day = date
Months = Annotated[Count, Field(ge=0, le=240)]


class Tranche(Terms):
    """Stock that would have vested, by `date` or months after leaving: `value`, or `shares` at `share_price`."""

    date: Day | None = None
    month: Months | None = None
    value: Amount | None = None
    shares: Amount | None = None
    share_price: Amount | None = None
    strike: Amount | None = None


class OldGrant(EquityGrant):
    """A grant of the present employer and the day its vesting began, by `granted` or `months_ago`."""

    granted: date | None = None
    months_ago: Months | None = None


class BonusYear(Terms):
    """The bonus of the running year; `paid_on` is the day until which one must be employed to get it."""

    amount: Amount
    year_start: date | None = None
    paid_on: date | None = None
    months_served: Annotated[Number, Field(ge=0, le=12)] | None = None
    payout_pct: Percent = HUNDRED


class CashForfeit(Terms):
    """Cash that would have come, such as a retention bonus; without a time it counts as due now."""

    name: str = "cash"
    amount: Amount
    date: Day | None = None
    month: Months | None = None


class MakeWholeArguments(ToolArguments):
    """Arguments of make_whole."""

    leave_date: date | None = Field(default=None, description="last day at the present employer; default today")
    tranches: tuple[Tranche, ...] = Field(
        default=(),
        max_length=120,
        description="unvested stock [{'date': '2027-02-15', 'shares': 100, 'share_price': 150}] or month and value",
    )
    share_price: Amount | None = Field(
        default=None, description="today's share price for tranches and grants without one"
    )
    grants: tuple[OldGrant, ...] = Field(
        default=(),
        max_length=20,
        description=(
            "instead of tranches: old grants with granted (date) or months_ago, total_value today or shares, years, "
            "schedule, cliff_months, frequency; what is unvested follows"
        ),
    )
    bonus: BonusYear | None = Field(
        default=None,
        description="unpaid bonus: {'amount': 30000, 'year_start': '2026-01-01', 'paid_on': '2027-03-15'}",
    )
    cash: tuple[CashForfeit, ...] = Field(
        default=(),
        max_length=20,
        description="other cash lost: [{'name': 'retention bonus', 'amount': 25000, 'month': 5}]",
    )
    match_forfeited: Amount = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="unvested employer 401(k) match that is lost"
    )
    pto_forfeited: Amount = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="value of time off that is not paid out"
    )
    repayment_owed: Amount = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="sign-on or relocation that must be paid back to the present employer",
    )
    repayment_tax_pct: Annotated[Number, Field(ge=0, lt=100)] = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="tax in percent on the sign-on that covers the repayment, to gross it up; 0: face value",
    )
    horizon_months: Annotated[Count, Field(ge=1, le=240)] | None = Field(
        default=None, description="count only what would come within so many months; left out: all of it"
    )
    growth_pct: Growth = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="share price growth in percent a year"
    )
    discount_pct: Annotated[Number, Field(ge=0, le=100)] = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="yearly discount rate in percent"
    )
    stay_chance_pct: Share = Field(
        default=HUNDRED,
        json_schema_extra={"default": 100},
        description="chance in percent that you would still be there a year later, for each year",
    )
    new_equity_in_window: Amount = Field(
        default=ZERO,
        json_schema_extra={"default": 0},
        description="new employer's stock that is meant to replace what is lost; 0 unless you agree to that",
    )
    split_pct: tuple[Percent, ...] = Field(
        default=(), max_length=12, description="instalments of the sign-on in percent, e.g. [50, 50]; sums to 100"
    )
    currency: CurrencyCode = Field(default="USD", description="of all amounts")


def run_make_whole(arguments: MakeWholeArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to what is left behind."""
    with blame(offer="tranches" if arguments.tranches else "grants" if arguments.grants else "cash", date="leave_date"):
        return _add_up(arguments, arguments.leave_date or deps.today)


def _add_up(arguments: MakeWholeArguments, leave: date) -> ToolResult:
    forfeits = [*_read_tranches(arguments, leave), *_read_grants(arguments, leave), *_read_cash(arguments, leave)]
    bonus, other, outlay = _read_bonus(arguments, leave), _read_other(arguments), _read_outlay(arguments)
    given = (arguments.tranches, arguments.grants, arguments.cash, bonus, other.match, other.time_off, other.repayment)
    if not any(given):
        raise InputError(
            "tranches", "are missing: give what is lost, as tranches, grants, bonus, cash or repayment_owed"
        )
    figures = make_whole_figures(
        forfeits,
        bonus,
        other,
        outlay,
        arguments.currency,
        leave=leave,
        horizon_months=arguments.horizon_months,
        split=_check_split(arguments.split_pct),
    )
    counted = set(select_within(forfeits, leave, arguments.horizon_months))
    return build_result(
        NAME,
        figures,
        table=(_render_row(item, outlay, item in counted) for item in sorted(forfeits, key=lambda item: item.day)),
        assumptions=_name_assumptions(arguments, leave, forfeits),
        warnings=_name_warnings(arguments, leave, forfeits, outlay),
        data={"currency": arguments.currency},
    )


def _render_row(item: Forfeit, outlay: Outlay, counts: bool) -> dict[str, Any]:
    row = {"name": item.name, "date": item.day.isoformat(), "shares": item.shares, "value": item.value(outlay)}
    return row | {"counted": counts}


def _place(leave: date, day: date | None, month: int | None, field: str) -> tuple[date, Decimal]:
    """The day something would have come, and its years after leaving."""
    if day is not None and month is not None:
        raise InputError(f"{field}.month", "and date are both given: give one of the two")
    if day is not None:
        return day, years_between(leave, day)
    if month is None:
        raise InputError(f"{field}.month", "is missing: give months after leaving, or a date")
    return add_months(leave, month), Decimal(month) / 12


def _read_tranches(arguments: MakeWholeArguments, leave: date) -> Iterator[Forfeit]:
    for index, item in enumerate(arguments.tranches):
        field = f"tranches[{index}]"
        day, years = _place(leave, item.date, item.month, field)
        amount = _value_tranche(item, item.share_price or arguments.share_price, field)
        yield Forfeit(f"tranche {index + 1}", "stock", day, years, amount, item.shares)


def _value_tranche(item: Tranche, price: Decimal | None, field: str) -> Decimal:
    if item.value is not None:
        if item.shares is not None and (item.share_price is not None):
            raise InputError(f"{field}.value", "and shares x share_price are both given: give one of the two")
        return item.value
    if item.shares is None:
        raise InputError(f"{field}.value", "is missing: give the value, or shares with share_price")
    if price is None:
        raise InputError(f"{field}.share_price", "is missing: give today's price of a share, or value")
    return item.shares * max(ZERO, price - (item.strike or ZERO))


def _read_grants(arguments: MakeWholeArguments, leave: date) -> Iterator[Forfeit]:
    for index, grant in enumerate(arguments.grants):
        field = f"grants[{index}]"
        if grant.currency not in (None, arguments.currency):
            raise InputError(
                f"{field}.currency", f"is not {arguments.currency}: convert it at your exchange rate first"
            )
        granted = grant.granted
        if granted is not None and grant.months_ago is not None:
            raise InputError(f"{field}.months_ago", "and granted are both given: give one of the two")
        if granted is None:
            if grant.months_ago is None:
                raise InputError(f"{field}.granted", "is missing: give the day vesting began, or months_ago")
            granted = add_months(leave, -grant.months_ago)
        yield from list_unvested(
            grant,
            granted,
            leave,
            name=f"grant {index + 1}",
            field=field,
            value=_value_grant(grant, arguments.share_price, field),
            shares=grant.shares,
        )


def _value_grant(grant: OldGrant, price: Decimal | None, field: str) -> Decimal:
    price = grant.share_price if grant.share_price is not None else price
    if grant.kind == "percent":
        raise InputError(
            f"{field}.kind", "a percentage cannot be valued here: give total_value, or shares with a price"
        )
    if grant.shares is not None and price is not None and grant.total_value is None:
        return grant.shares * max(ZERO, price - (grant.strike or ZERO))
    value = grant.total_value if grant.kind == "option" else grant_value(grant)
    if value is None:
        raise InputError(f"{field}.total_value", "is missing: give today's value, or shares with share_price")
    return value


def _read_cash(arguments: MakeWholeArguments, leave: date) -> Iterator[Forfeit]:
    for index, item in enumerate(arguments.cash):
        month = 0 if item.date is None and item.month is None else item.month
        day, years = _place(leave, item.date, month, f"cash[{index}]")
        yield Forfeit(item.name, "cash", day, years, item.amount)


def _read_bonus(arguments: MakeWholeArguments, leave: date) -> AccruedBonus | None:
    bonus = arguments.bonus
    if bonus is None:
        return None
    return accrue_bonus(
        bonus.amount * bonus.payout_pct / HUNDRED,
        leave,
        year_start=bonus.year_start,
        paid_on=bonus.paid_on,
        months_served=bonus.months_served,
    )


def _read_other(arguments: MakeWholeArguments) -> OtherForfeits:
    return OtherForfeits(
        match=arguments.match_forfeited,
        time_off=arguments.pto_forfeited,
        repayment=arguments.repayment_owed,
        repayment_tax_rate=arguments.repayment_tax_pct / HUNDRED,
        new_equity=arguments.new_equity_in_window,
    )


def _read_outlay(arguments: MakeWholeArguments) -> Outlay:
    return Outlay(arguments.growth_pct / HUNDRED, arguments.discount_pct / HUNDRED, arguments.stay_chance_pct / HUNDRED)


def _check_split(split: Sequence[Decimal]) -> Sequence[Decimal]:
    total = sum(split, ZERO)
    if split and abs(total - HUNDRED) > SPLIT_TOLERANCE:
        raise InputError("split_pct", f"sums to {total.normalize():f} %, not 100 %: give one percent per instalment")
    return split


def _name_assumptions(arguments: MakeWholeArguments, leave: date, forfeits: Sequence[Forfeit]) -> Iterator[str]:
    if arguments.leave_date is None:
        yield f"You leave today, {leave}."
    yield "Old and new pay are both wages, so they are compared before tax and without a gross-up."
    if any(item.kind == "stock" for item in forfeits) and not arguments.growth_pct:
        yield "The share price stays as it is today."
    if arguments.horizon_months is None:
        yield "All that is unvested counts; employers often look at the next 12 months only."
    if arguments.bonus is not None:
        yield "The accrued part of the bonus counts, not the part still to be earned."
    if arguments.grants and not any(item.name.startswith("grant ") for item in forfeits):
        yield "All stock of the old grants has vested by the leave date: nothing of it is forfeited."
    if any(item.kind == "stock" and item.day <= leave for item in forfeits):
        yield "What vests on or before the leave date is kept and not counted."


def _name_warnings(
    arguments: MakeWholeArguments, leave: date, forfeits: Sequence[Forfeit], outlay: Outlay
) -> Iterator[str]:
    for day, days, value in list_near_vests(forfeits, leave, outlay):
        amount = f"{arguments.currency} {value.normalize():f}"
        yield f"Staying until {day}, {days} days longer, would keep {amount} that vest then."
    bonus = arguments.bonus
    if bonus is not None and bonus.paid_on is not None and bonus.paid_on > leave:
        yield f"Staying until {bonus.paid_on}, {(bonus.paid_on - leave).days} days longer, would keep the bonus."
    if arguments.repayment_owed and arguments.repayment_tax_pct:
        yield (
            "Tax on pay that is handed back can partly be recovered with a later tax return (section 1341): "
            "a fact, not advice."
        )


MAKE_WHOLE = ToolSpec(
    name=NAME,
    description=(
        "What is forfeited by leaving the present employer: unvested stock by tranche or old grant, accrued bonus, "
        "retention, match, repayments, within a horizon, and the sign-on that makes up for it, whole or in parts. "
        "Use it before asking a new employer to make you whole."
    ),
    arguments=MakeWholeArguments,
    run=run_make_whole,
    status="adding up what is left behind…",
    calculates=True,
)
