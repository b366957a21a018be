"""The tool leave_month."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.clawback import Payment, RepayTerms
from assistant.domain.leaving import (
    KEY_MONTHS,
    BonusRule,
    PayHabits,
    SignOnRule,
    build_leave_curve,
    leave_figures,
    list_best_months,
    list_rows,
    taxed_leave_figures,
)
from assistant.domain.money import Count
from assistant.domain.offer import LONGEST_YEARS, Offer
from assistant.domain.pay_stream import PayStream, build_pay_stream
from assistant.domain.result import ToolResult
from assistant.domain.service_time import count_months
from assistant.errors import InputError
from assistant.tools.arguments import Day, OfferArguments, OutlookArguments, Share
from assistant.tools.clawback import RepayArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "leave_month"
LONGEST = 12 * LONGEST_YEARS
HUNDRED = Decimal(100)


class LeaveMonthArguments(OfferArguments, OutlookArguments, RepayArguments):
    """Arguments of leave_month."""

    month: Annotated[Count, Field(ge=0, le=LONGEST)] | None = Field(
        default=None, description="completed months of service at leaving; left out: the months people ask about"
    )
    start_date: Day | None = Field(default=None, description="first day of work, YYYY-MM-DD; needed with leave_date")
    leave_date: Day | None = Field(
        default=None, description="instead of month: day of leaving, YYYY-MM-DD; its completed months count"
    )
    years: Annotated[Count, Field(ge=1, le=LONGEST_YEARS)] | None = Field(
        default=None, description="service years in the table; default 4, or the longest vesting schedule"
    )
    bonus_rule: BonusRule = Field(
        default="complete_years",
        description="complete_years: a year's bonus only when the year is served; prorated: paid for every month",
    )
    bonus_delay_months: Annotated[Count, Field(ge=0, le=12)] = Field(
        default=0, description="months after the end of a year until its bonus is paid to those still there"
    )
    sign_on_paid: SignOnRule = Field(
        default="lump",
        description="lump: on the first day of its year; monthly: in twelfths, not owed back; lump_then_monthly",
    )
    relocation_repaid: bool = Field(
        default=False, description="true when the relocation amount falls under the same repayment clause"
    )
    repay_net: bool = Field(default=False, description="true when only the net amount has to be paid back")
    tax_pct: Share | None = Field(default=None, description="tax in percent of pay, for the money kept after tax")

    def find_month(self) -> int | None:
        """The completed months of service at leaving, stated or by the dates; None where none are meant.

        Raises:
            InputError: dates that do not go together, or beyond the years that can be followed.
        """
        if self.leave_date is None:
            return self.month
        if self.start_date is None:
            raise InputError("start_date", "is missing: leave_date needs the first day of work")
        if self.leave_date < self.start_date:
            raise InputError("leave_date", "lies before start_date")
        served = count_months(self.start_date, self.leave_date)
        if self.month not in (None, served):
            raise InputError("month", f"is {self.month} but the dates are {served} completed months apart")
        if served > LONGEST:
            raise InputError("leave_date", f"lies more than {LONGEST_YEARS} years after start_date")
        return served


def run_leave_month(arguments: LeaveMonthArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    if arguments.repay_net and arguments.tax_pct is None:
        raise InputError("tax_pct", "is missing: what is owed net depends on the tax on it")
    arguments = arguments.model_copy(update={"month": arguments.find_month()})
    offer = arguments.move_price(arguments.choose(deps.case))
    stream = _build_stream(arguments, offer)
    terms = arguments.build_terms() if arguments.states_clause else None
    habits = PayHabits(arguments.bonus_rule, arguments.bonus_delay_months, arguments.sign_on_paid)
    curve = build_leave_curve(stream, terms, habits, also_owed=_list_relocation(arguments, offer))
    months = _choose_months(arguments, len(curve.months))
    figures = [*leave_figures(curve, months)]
    if arguments.tax_pct is not None:
        rate = arguments.tax_pct / HUNDRED
        for month in months:
            figures += taxed_leave_figures(
                curve.months[month], rate, offer.currency_code, repays_gross=not arguments.repay_net
            )
    return build_result(
        NAME,
        figures,
        table=list_rows(curve.months),
        assumptions=(*_name_assumptions(arguments, offer, terms), *stream.assumptions),
        warnings=(*stream.warnings, *_name_warnings(arguments, offer, terms, len(stream.years))),
        data={
            "currency": offer.currency_code,
            "offer": offer.model_dump(mode="json"),
            "best_months": list(list_best_months(curve.months)),
        },
    )


def _build_stream(arguments: LeaveMonthArguments, offer: Offer) -> PayStream:
    stream = build_pay_stream(offer, arguments.years, arguments.outlook)
    needed = -(-(arguments.month or 0) // 12)
    if needed <= len(stream.years):
        return stream
    if arguments.years is not None:
        raise InputError("month", f"lies after the {12 * arguments.years} months of the table: raise years")
    return build_pay_stream(offer, needed, arguments.outlook)


def _choose_months(arguments: LeaveMonthArguments, length: int) -> list[int]:
    if arguments.month is not None:
        return [arguments.month]
    return [month for month in KEY_MONTHS if month < length]


def _list_relocation(arguments: LeaveMonthArguments, offer: Offer) -> tuple[Payment, ...]:
    if not arguments.relocation_repaid:
        return ()
    if offer.relocation is None or not offer.relocation.amount:
        raise InputError("relocation_repaid", "is true but the offer states no relocation amount")
    return (Payment("relocation", offer.relocation.amount),)


def _name_time(arguments: LeaveMonthArguments) -> str:
    if arguments.leave_date is None:
        return "You leave at the end of a month of service."
    served = f"{arguments.month} completed {'month' if arguments.month == 1 else 'months'}"
    return f"Leaving on {arguments.leave_date} counts as {served} of service; pay for days after them is left out."


def _name_tax(arguments: LeaveMonthArguments) -> str:
    if arguments.tax_pct is None:
        return "All pay is before tax."
    rate = f"{arguments.tax_pct.normalize():f} %"
    owed = "net of that tax" if arguments.repay_net else "gross"
    return (
        f"Figures after tax take {rate} off all pay, and what is owed is paid back {owed}; the others are before tax."
    )


def _name_assumptions(arguments: LeaveMonthArguments, offer: Offer, terms: RepayTerms | None) -> list[str]:
    notes = [_name_time(arguments), _name_tax(arguments)]
    if offer.target_bonus:
        notes.append(
            "The bonus is paid for every month served."
            if arguments.bonus_rule == "prorated"
            else "A bonus is paid only for a year that is complete."
        )
    if offer.signing and arguments.sign_on_paid == "lump":
        notes.append("Each sign-on payment is made on the first day of its year.")
    if terms is not None and arguments.stated_rule is None and not arguments.tiers:
        notes.append("The clause names only its period: full repayment until the end, the worst case, is counted.")
    elif terms is not None and terms.rule == "full_then_pro_rata" and arguments.reading is None:
        notes.append("After the full months the whole sum runs down over the months that remain, the worst reading.")
    if offer.equity and not arguments.growth_pct:
        notes.append("The share price stays flat.")
    if offer.currency is None or offer.currency_assumed:
        notes.append(f"No currency is stated: {offer.currency_code} is assumed.")
    return notes


def _name_warnings(arguments: LeaveMonthArguments, offer: Offer, terms: RepayTerms | None, years: int) -> list[str]:
    notes = []
    if offer.signing and terms is None and arguments.sign_on_paid != "monthly":
        notes.append(
            "No repayment clause was given, so nothing is owed back; most letters have one: give repay_months."
        )
    if any(part.year > years for part in offer.signing):
        notes.append(f"Sign-on paid after year {years} is not in these years.")
    if offer.retention_bonus:
        notes.append("The retention bonus is not counted: it is paid only to those who stay until its date.")
    if not offer.target_bonus and (offer.bonus_max_pct or offer.bonus_range_pct):
        notes.append("The bonus is not counted: a range or a maximum is stated, but no target.")
    return notes


LEAVE_MONTH = ToolSpec(
    name=NAME,
    description=(
        "Money kept of an offer by leaving after each month: base, bonus, sign-on and vested stock less what the "
        "repayment clause takes back, kept per month worked, stock left behind, and what a month too early costs. "
        "Use it for when to leave, cliffs, and what an early exit costs."
    ),
    arguments=LeaveMonthArguments,
    run=run_leave_month,
    status="following the pay month by month…",
    calculates=True,
)
