"""The tool pay_period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.figure import Figure
from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.offer import Period
from assistant.domain.pay_period import (
    DAYS_PER_WEEK,
    HOURS_PER_WEEK,
    MONTHS,
    WEEKS_PER_YEAR,
    WorkingTime,
    calculate_pay_periods,
)
from assistant.domain.pay_share import (
    FixedPart,
    calculate_at_hours,
    calculate_days,
    calculate_exchange,
    calculate_fixed,
    calculate_part_time,
)
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "pay_period"
LARGEST_PAY = 10_000_000_000_000


class PayPeriodArguments(ToolArguments):
    """Arguments of pay_period."""

    amount: Annotated[Amount, Field(le=LARGEST_PAY)] = Field(description="pay of one period, gross")
    period: Period = Field(description="what the amount is paid for")
    currency: CurrencyCode = Field(default="USD", description="currency code of the amount")
    hours_per_week: Annotated[Number, Field(gt=0, le=168)] | None = Field(
        default=None, description="paid hours a week; default 40"
    )
    days_per_week: Annotated[Number, Field(gt=0, le=7)] | None = Field(
        default=None, description="paid days a week; default 5"
    )
    weeks_per_year: Annotated[Number, Field(gt=0, le=53)] | None = Field(
        default=None, description="paid weeks a year; default 52"
    )
    hours_per_year: Annotated[Number, Field(gt=0, le=8784)] | None = Field(
        default=None, description="paid hours a year in place of hours_per_week x weeks, e.g. 2087 or 1800"
    )
    monthly_salaries: Annotated[Number, Field(ge=1, le=20)] | None = Field(
        default=None, description="monthly salaries paid a year: 12 by default, 13 or 14 where custom"
    )
    full_time_share: Annotated[Number, Field(gt=0, le=1)] | None = Field(
        default=None, description="the same as a fraction: 0.6 for 0.6 FTE"
    )
    part_pct: Annotated[Number, Field(gt=0, le=100)] | None = Field(
        default=None, description="part of full time worked, in percent, where the amount is full-time pay"
    )
    new_hours_per_week: Annotated[Number, Field(gt=0, le=168)] | None = Field(
        default=None, description="other weekly hours, to see what the same pay an hour comes to"
    )
    new_days_per_week: Annotated[Number, Field(gt=0, le=7)] | None = Field(
        default=None, description="fewer days worked a week, where the amount is full-time pay: 4 of 5"
    )
    days: Annotated[Number, Field(gt=0, le=366)] | None = Field(
        default=None, description="working days to price, such as days of vacation more"
    )
    left_out: tuple[Amount, ...] = Field(
        default=(),
        max_length=10,
        description="yearly amounts within the package that are no fixed pay: variable pay, employer's provident fund",
    )
    left_out_pct: Annotated[Number, Field(ge=0, le=100)] | None = Field(
        default=None, description="the same in percent of the package, such as 10 for 10 % variable"
    )
    exchange_rate: Annotated[Number, Field(gt=0, le=Decimal("1e9"))] | None = Field(
        default=None, description="what one unit of the amount's currency costs in to_currency"
    )
    to_currency: CurrencyCode = Field(default="USD", description="currency wanted, with exchange_rate")


def run_pay_period(arguments: PayPeriodArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the stated pay."""
    if arguments.hours_per_year is not None and arguments.hours_per_week is not None:
        raise InputError("hours_per_year", "says the same as hours_per_week: give one of the two")
    time = WorkingTime(
        hours_per_week=arguments.hours_per_week or HOURS_PER_WEEK,
        days_per_week=arguments.days_per_week or DAYS_PER_WEEK,
        weeks_per_year=arguments.weeks_per_year or WEEKS_PER_YEAR,
        monthly_salaries=arguments.monthly_salaries or MONTHS,
        hours_per_year=arguments.hours_per_year,
    )
    return build_result(
        NAME,
        (
            *_list_shares(arguments, time),
            *calculate_pay_periods(arguments.amount, arguments.period, time, arguments.currency),
        ),
        assumptions=_name_assumptions(arguments),
    )


def _list_shares(arguments: PayPeriodArguments, time: WorkingTime) -> Iterator[Figure]:
    """What was asked of the yearly pay besides its periods."""
    yearly, currency = arguments.amount * time.count(arguments.period), arguments.currency
    share = arguments.full_time_share
    if share is not None:
        if arguments.part_pct is not None:
            raise InputError("full_time_share", "says the same as part_pct: give one of the two")
        yield from calculate_part_time(yearly, share * 100, currency)
    if arguments.part_pct is not None:
        yield from calculate_part_time(yearly, arguments.part_pct, currency)
    if arguments.new_days_per_week is not None:
        part = arguments.new_days_per_week * 100 / time.days_per_week
        yield from calculate_part_time(yearly, part, currency)
    if arguments.new_hours_per_week is not None:
        yield from calculate_at_hours(yearly, time, arguments.new_hours_per_week, currency)
    if arguments.days is not None:
        yield from calculate_days(yearly, time, arguments.days, currency)
    if arguments.left_out or arguments.left_out_pct is not None:
        fixed = FixedPart(arguments.left_out, arguments.left_out_pct or Decimal(0))
        yield from calculate_fixed(yearly, fixed, currency)
    if arguments.exchange_rate is not None:
        yield from calculate_exchange(arguments.amount, arguments.exchange_rate, arguments.to_currency)


def _name_assumptions(arguments: PayPeriodArguments) -> list[str]:
    usual: dict[str, Decimal | None] = {
        "40 hours a week": arguments.hours_per_week or arguments.hours_per_year,
        "5 days a week": arguments.days_per_week,
        "52 paid weeks a year": arguments.weeks_per_year,
        "12 salaries a year": arguments.monthly_salaries,
    }
    assumed = [name for name, given in usual.items() if given is None]
    return [f"As usual: {', '.join(assumed)}."] if assumed else []


PAY_PERIOD = ToolSpec(
    name=NAME,
    description=(
        "Pay by the hour, day, week, two weeks, half month, month or year brought to every other period, with any "
        "working time and 12, 13 or 14 monthly salaries; part-time pay, other weekly hours, the pay of some days, the "
        "fixed part of a package, another currency. Use it to compare an hourly, weekly or monthly number with a "
        "yearly salary."
    ),
    arguments=PayPeriodArguments,
    run=run_pay_period,
    status="converting the pay period…",
    calculates=True,
)
