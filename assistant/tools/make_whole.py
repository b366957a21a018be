"""The tool make_whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.make_whole import (
    Forfeit,
    OtherForfeits,
    Outlay,
    UnpaidBonus,
    list_near_vests,
    make_whole_figures,
    select_within,
    total_value,
)
from assistant.domain.money import Amount, Count, CurrencyCode, Number, render_money
from assistant.domain.offer import Percent
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Growth, Share
from assistant.tools.blame import blame
from assistant.tools.deps import ToolDeps
from assistant.tools.forfeits import (
    BonusYear,
    CashForfeit,
    OldGrant,
    Tranche,
    read_bonus,
    read_cash,
    read_grants,
    read_tranches,
)
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "make_whole"
ZERO = Decimal(0)
HUNDRED = Decimal(100)
MOST_NAMED = 6
SPLIT_TOLERANCE = Decimal("0.1")


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
        description=(
            "unpaid bonus: {'amount': 30000, 'paid_on': '2027-03-15'}, all lost by leaving before that day; with "
            "'year_start' or 'months_served' its accrued share, too, and 'count': 'accrued' to ask for that only"
        ),
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
    price = arguments.share_price
    forfeits = [
        *read_tranches(arguments.tranches, leave, price),
        *read_grants(arguments.grants, leave, price, arguments.currency),
        *read_cash(arguments.cash, leave),
    ]
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
        assumptions=_name_assumptions(arguments, leave, forfeits, _name_left_out(arguments, leave, forfeits, outlay)),
        warnings=_name_warnings(arguments, leave, forfeits, outlay),
        data={"currency": arguments.currency},
    )


def _render_row(item: Forfeit, outlay: Outlay, counts: bool) -> dict[str, Any]:
    row = {"name": item.name, "date": item.day.isoformat(), "shares": item.shares, "value": item.value(outlay)}
    return row | {"counted": counts}


def _read_bonus(arguments: MakeWholeArguments, leave: date) -> UnpaidBonus | None:
    return None if arguments.bonus is None else read_bonus(arguments.bonus, leave)


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


def _name_assumptions(
    arguments: MakeWholeArguments, leave: date, forfeits: Sequence[Forfeit], left_out: Iterator[str]
) -> Iterator[str]:
    if arguments.leave_date is None:
        yield f"You leave today, {leave}."
    yield "Old and new pay are both wages, so they are compared before tax and without a gross-up."
    if any(item.kind == "stock" for item in forfeits) and not arguments.growth_pct:
        yield "The share price stays as it is today."
    yield from _name_outlay(arguments)
    if arguments.horizon_months is None:
        yield "All that is unvested counts; employers often look at the next 12 months only."
    yield from left_out
    if arguments.bonus is not None and arguments.bonus.counts == "accrued":
        yield "The accrued part of the bonus counts, not the part still to be earned."
    elif arguments.bonus is not None:
        yield "The whole bonus counts, as leaving before it is paid loses all of it; count it as accrued for the share."
    if arguments.grants and not any(item.name.startswith("grant ") for item in forfeits):
        yield "All stock of the old grants has vested by the leave date: nothing of it is forfeited."
    if any(item.kind == "stock" and item.day <= leave for item in forfeits):
        yield "What vests on or before the leave date is kept and not counted."


def _name_outlay(arguments: MakeWholeArguments) -> Iterator[str]:
    if arguments.growth_pct:
        yield f"The share price changes by {arguments.growth_pct.normalize():f} % a year up to each vest."
    if arguments.discount_pct:
        yield f"Later money is discounted by {arguments.discount_pct.normalize():f} % a year."
    if arguments.stay_chance_pct != HUNDRED:
        chance = arguments.stay_chance_pct.normalize()
        yield f"The chance of still being there a year later is {chance:f} %, each year."


def _name_left_out(
    arguments: MakeWholeArguments, leave: date, forfeits: Sequence[Forfeit], outlay: Outlay
) -> Iterator[str]:
    """What the horizon keeps out of the ask."""
    months = arguments.horizon_months
    if months is None:
        return
    near = set(select_within(forfeits, leave, months))
    late = [item for item in select_within(forfeits, leave, None) if item not in near]
    bonus = _read_bonus(arguments, leave)
    names = [item.name for item in late]
    value = total_value(late, outlay)
    if bonus is not None and (missed := bonus.counted(leave) - bonus.counted(leave, months)):
        names.append("the bonus")
        value += missed
    counts = f"Only what would come within {months} {'month' if months == 1 else 'months'} counts towards the ask"
    if not names:
        yield f"{counts}; nothing lies beyond."
        return
    listed = ", ".join(names) if len(names) <= MOST_NAMED else f"{len(names)} payments"
    yield f"{counts}; left out: {listed}, {render_money(value, arguments.currency)} together."


def _name_warnings(
    arguments: MakeWholeArguments, leave: date, forfeits: Sequence[Forfeit], outlay: Outlay
) -> Iterator[str]:
    for day, days, value in list_near_vests(forfeits, leave, outlay):
        amount = render_money(value, arguments.currency)
        yield f"Staying until {day}, {_longer(days)}, would keep {amount} that is due then."
    bonus = arguments.bonus
    if bonus is not None and bonus.paid_on is not None and bonus.paid_on > leave:
        amount = render_money(bonus.amount * bonus.payout_pct / HUNDRED, arguments.currency)
        longer = _longer((bonus.paid_on - leave).days)
        yield f"Staying until {bonus.paid_on}, {longer}, would keep the bonus of {amount}."
    if arguments.repayment_owed and arguments.repayment_tax_pct:
        yield (
            "Tax on pay that is handed back can partly be recovered with a later tax return (section 1341): "
            "a fact, not advice."
        )


def _longer(days: int) -> str:
    return f"{days} {'day' if days == 1 else 'days'} longer"


MAKE_WHOLE = ToolSpec(
    name=NAME,
    description=(
        "What is forfeited by leaving the present employer: unvested stock by tranche or old grant, unpaid bonus, "
        "retention, match, repayments, within a horizon, and the sign-on that makes up for it, whole or in parts. "
        "Use it before asking a new employer to make you whole."
    ),
    arguments=MakeWholeArguments,
    run=run_make_whole,
    status="adding up what is left behind…",
    calculates=True,
)
