"""The tool present_value."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.cash_flow import CashFlow, Series, describe_amounts, describe_dated, describe_series
from assistant.domain.money import Count, CurrencyCode, Number
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "present_value"
MOST = 120
LONGEST = 60
LONGEST_SPAN_DAYS = 36_525
WAYS = ("amounts", "payments", "yearly_amount", "payment")

Rate = Annotated[Number, Field(gt=-100, le=1000)]


class DatedPayment(ToolArguments):
    """An amount on a day."""

    date: datetime.date = Field(description="day of the payment, YYYY-MM-DD")
    amount: Number = Field(description="amount, negative where money is paid out")


class PresentValueArguments(ToolArguments):
    """Arguments of present_value."""

    discount_pct: Rate = Field(description="discount rate in percent a year; 0 adds the amounts up as they are")
    amounts: tuple[Number, ...] = Field(
        default=(),
        max_length=MOST,
        description="amounts a year apart in order, negative where money is paid out, e.g. [-10000, 3000, 4200]",
    )
    payments: tuple[DatedPayment, ...] = Field(
        default=(), max_length=MOST, description="instead: payments on dates, each with date and amount"
    )
    valuation_date: datetime.date | None = Field(
        default=None, description="with payments: the day to value them on; default the earliest of their dates"
    )
    yearly_amount: Number | None = Field(default=None, description="instead: the same amount every year, for `years`")
    payment: Number | None = Field(
        default=None, description="instead: an amount paid several times a year, with payments_a_year and `years`"
    )
    payments_a_year: Literal[1, 2, 4, 12, 24, 26, 52] = Field(
        default=12, description="with payment: how often a year, e.g. 12 for every month"
    )
    years: Annotated[Count, Field(ge=1, le=LONGEST)] | None = Field(
        default=None, description="with yearly_amount or payment: for how many years"
    )
    growth_pct: Rate = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="with yearly_amount or payment: raise of the amount in percent a year, from year 2 on",
    )
    amount_today: Number = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="with yearly_amount or payment: an amount paid at once, such as a sign-on bonus",
    )
    currency: CurrencyCode = Field(default="USD", description="currency of all amounts")


def run_present_value(arguments: PresentValueArguments, deps: ToolDeps) -> ToolResult:
    """Value the payments in the way they are given."""
    given = [name for name in WAYS if getattr(arguments, name) not in (None, ())]
    if not given:
        raise InputError("amounts", "is missing: give amounts by year, payments on dates, yearly_amount or payment")
    if len(given) > 1:
        raise InputError(given[1], f"goes beside {given[0]}: give only one of {', '.join(WAYS)}")
    try:
        flow = _describe(arguments, given[0])
    except InputError as error:
        raise InputError(given[0] if error.field == "offer" else error.field, error.message) from error
    return build_result(
        NAME,
        flow.figures,
        assumptions=_name_assumptions(arguments, given[0]),
        warnings=flow.warnings,
        data={"currency": arguments.currency},
    )


def _describe(arguments: PresentValueArguments, way: str) -> CashFlow:
    rate, currency = arguments.discount_pct / 100, arguments.currency
    if way == "amounts":
        _refuse_series(arguments)
        return describe_amounts(arguments.amounts, rate, currency)
    if way == "payments":
        _refuse_series(arguments)
        return _describe_dated(arguments, rate)
    if arguments.years is None:
        raise InputError("years", f"is missing: say for how many years {way} is paid")
    if way == "yearly_amount" and "payments_a_year" in arguments.model_fields_set and arguments.payments_a_year != 1:
        raise InputError("payments_a_year", "goes with payment, the amount of each payment, not with yearly_amount")
    payment = arguments.yearly_amount if way == "yearly_amount" else arguments.payment
    series = Series(
        payment=payment or Decimal(0),
        years=arguments.years,
        a_year=1 if way == "yearly_amount" else arguments.payments_a_year,
        growth_rate=arguments.growth_pct / 100,
        amount_today=arguments.amount_today,
    )
    return describe_series(series, rate, currency)


def _describe_dated(arguments: PresentValueArguments, rate: Decimal) -> CashFlow:
    dated = [(item.date, item.amount) for item in arguments.payments]
    today = arguments.valuation_date or min(day for day, _ in dated)
    for place, (day, _) in enumerate(dated):
        if abs((day - today).days) > LONGEST_SPAN_DAYS:
            raise InputError(f"payments[{place}].date", "lies more than a hundred years from the day of valuation")
    return describe_dated(dated, rate, today, arguments.currency)


def _refuse_series(arguments: PresentValueArguments) -> None:
    for name in ("years", "growth_pct", "amount_today"):
        if getattr(arguments, name):
            raise InputError(name, "goes with yearly_amount or payment only; write the amounts out instead")


def _name_assumptions(arguments: PresentValueArguments, way: str) -> list[str]:
    rate = f"{arguments.discount_pct.normalize():f} % a year"
    if way == "payments":
        return [f"Discounted at {rate}, in years of 365 days."]
    if way == "payment":
        return [f"Discounted at {rate} as the effect of a whole year, unless a figure says compounded."]
    return [f"Discounted at {rate}; pick the timing that fits, spreadsheets take the first payment after one year."]


PRESENT_VALUE = ToolSpec(
    name=NAME,
    description=(
        "What payments are worth today: amounts by year, payments on dates, or a level or growing series beside an "
        "amount at once, in each usual timing, with total, end value and internal rate of return. Use it to weigh a "
        "bonus now against more pay later; for whole offers compare_offers discounts by itself."
    ),
    arguments=PresentValueArguments,
    run=run_present_value,
    status="discounting payments…",
    calculates=True,
)
