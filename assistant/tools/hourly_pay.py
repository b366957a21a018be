"""The tool hourly_pay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.hourly_pay import WorkingYear, calculate_hourly_pay, find_rate, rate_figure
from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.pay_period import HOURS_PER_WEEK, WEEKS_PER_YEAR
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "hourly_pay"
USUAL_WEEK = 40
Pay = Annotated[Amount, Field(le=10_000_000_000)]
WeekHours = Annotated[Number, Field(ge=0, le=168)]


class HourlyPayArguments(ToolArguments):
    """Arguments of hourly_pay."""

    hourly_rate: Pay | None = Field(default=None, description="plain pay of an hour, gross")
    yearly_pay: Pay | None = Field(default=None, description="in place of hourly_rate: yearly pay to find the rate for")
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")
    hours_per_week: Annotated[Number, Field(gt=0, le=168)] | None = Field(
        default=None, description="hours a week at the plain rate, without overtime; default 40"
    )
    overtime_hours: WeekHours = Field(
        default=Decimal(0), json_schema_extra={"default": 0}, description="overtime hours a week, on top"
    )
    overtime_multiplier: Annotated[Number, Field(ge=1, le=5)] = Field(
        default=Decimal("1.5"),
        json_schema_extra={"default": 1.5},
        description="overtime pays this many times the plain rate",
    )
    double_time_hours: WeekHours = Field(
        default=Decimal(0), json_schema_extra={"default": 0}, description="hours a week at twice the rate, on top"
    )
    overtime_weeks: Annotated[Number, Field(ge=0, le=53)] | None = Field(
        default=None, description="weeks a year with that overtime; default: every paid week"
    )
    weeks_per_year: Annotated[Number, Field(gt=0, le=53)] | None = Field(
        default=None, description="weeks a year, before unpaid days come off; default 52"
    )
    unpaid_days: Annotated[Number, Field(ge=0, le=366)] = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="holidays, leave and gaps a year without pay, in days of a five-day week",
    )

    @property
    def working_year(self) -> WorkingYear:
        """The hours and weeks."""
        return WorkingYear(
            hours_per_week=self.hours_per_week or HOURS_PER_WEEK,
            overtime_hours=self.overtime_hours,
            double_time_hours=self.double_time_hours,
            overtime_multiplier=self.overtime_multiplier,
            weeks_per_year=self.weeks_per_year or WEEKS_PER_YEAR,
            unpaid_days=self.unpaid_days,
            overtime_weeks=self.overtime_weeks,
        )


def run_hourly_pay(arguments: HourlyPayArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the stated rate, or find the rate first."""
    year, rate = arguments.working_year, arguments.hourly_rate
    figures = []
    if rate is None:
        if arguments.yearly_pay is None:
            raise InputError("hourly_rate", "is missing: give the rate, or yearly_pay to find it")
        figures.append(rate_figure(arguments.yearly_pay, year, arguments.currency))
        rate = find_rate(arguments.yearly_pay, year)
    elif arguments.yearly_pay is not None:
        raise InputError("yearly_pay", "and hourly_rate say the same in two ways: give one of the two")
    figures += calculate_hourly_pay(rate, year, arguments.currency)
    return build_result(NAME, figures, assumptions=_name_assumptions(arguments), warnings=_name_warnings(arguments))


def _name_assumptions(arguments: HourlyPayArguments) -> Iterator[str]:
    if arguments.hours_per_week is None:
        yield "40 hours a week are paid."
    if arguments.weeks_per_year is None:
        yield "The year has 52 weeks."
    if not arguments.unpaid_days and (arguments.weeks_per_year or WEEKS_PER_YEAR) >= WEEKS_PER_YEAR:
        yield "Holidays and leave are paid."


def _name_warnings(arguments: HourlyPayArguments) -> Iterator[str]:
    hours = arguments.hours_per_week or HOURS_PER_WEEK
    if hours > USUAL_WEEK and not arguments.overtime_hours and not arguments.double_time_hours:
        yield (
            f"All {hours.normalize():f} hours are paid at the plain rate. US law asks for 1.5 times above 40 hours "
            "unless the job is exempt: give overtime_hours if it is not."
        )


HOURLY_PAY = ToolSpec(
    name=NAME,
    description=(
        "What an hourly rate earns a week, month and year with overtime, double time and unpaid days, or the rate "
        "behind a yearly pay. Use it for hourly jobs; for a contract against a salary use contract_rate."
    ),
    arguments=HourlyPayArguments,
    run=run_hourly_pay,
    status="computing hourly pay…",
    calculates=True,
)
