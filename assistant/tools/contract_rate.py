"""The tool contract_rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field
from pydantic.config import JsonDict

from assistant.domain.contract_rate import (
    Contract,
    ContractKind,
    Employment,
    contract_tax,
    difference_figure,
    employee_keeps,
    hours_figure,
    income_figure,
    list_agency_figures,
    list_contract_figures,
    list_employee_figures,
    rate_figure,
)
from assistant.domain.contract_tax import EarningsTaxLaw
from assistant.domain.figure import Figure
from assistant.domain.money import Amount, Count, Number
from assistant.domain.pay_period import DAYS_PER_WEEK, HOURS_PER_WEEK, WEEKS_PER_YEAR
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "contract_rate"
Pct = Annotated[Number, Field(ge=0, le=500)]
Rate = Annotated[Amount, Field(le=1_000_000)]
Pay = Annotated[Amount, Field(le=10_000_000_000)]
ZERO_DEFAULT: JsonDict = {"default": 0}


class ContractRateArguments(ToolArguments):
    """Arguments of contract_rate."""

    hourly_rate: Rate | None = Field(
        default=None, description="contract rate an hour paid to the person, in US dollars"
    )
    salary: Pay | None = Field(default=None, description="yearly salary as an employee, in US dollars")
    kind: ContractKind = Field(
        default="1099", description="1099: self-employed, pays both halves of payroll tax; w2: on an agency's payroll"
    )
    billable_hours: Annotated[Number, Field(gt=0, le=8784)] | None = Field(
        default=None, description="hours billed a year, in place of hours_per_week, weeks_per_year and unpaid_days"
    )
    hours_per_week: Annotated[Number, Field(gt=0, le=168)] | None = Field(
        default=None, description="billed hours a week; default 40"
    )
    weeks_per_year: Annotated[Number, Field(gt=0, le=53)] | None = Field(
        default=None, description="weeks a year, before unpaid days come off; default 52"
    )
    unpaid_days: Annotated[Number, Field(ge=0, le=250)] | None = Field(
        default=None, description="days a year not billed: holidays, leave, sickness, gaps; default 0"
    )
    bonus_pct: Pct = Field(
        default=Decimal(0), json_schema_extra=ZERO_DEFAULT, description="employee's bonus in percent of salary"
    )
    bonus_amount: Pay = Field(
        default=Decimal(0), json_schema_extra=ZERO_DEFAULT, description="employee's bonus or stock a year, as an amount"
    )
    benefits_amount: Pay = Field(
        default=Decimal(0),
        json_schema_extra=ZERO_DEFAULT,
        description="yearly value of what only the employee gets: health insurance, retirement match and so on",
    )
    benefits_pct: Pct = Field(
        default=Decimal(0), json_schema_extra=ZERO_DEFAULT, description="the same in percent of salary; both add up"
    )
    expenses_amount: Pay = Field(
        default=Decimal(0),
        json_schema_extra=ZERO_DEFAULT,
        description="contractor's own yearly costs (insurance, accountant, equipment), without what benefits count",
    )
    employer_tax_pct: Pct | None = Field(
        default=None, description="employer's payroll tax in percent of pay; default: Social Security and Medicare"
    )
    bill_rate: Rate | None = Field(default=None, description="what the agency bills the client an hour")
    markup_pct: Annotated[Number, Field(ge=0, le=1000)] | None = Field(
        default=None, description="agency markup in percent of the pay rate"
    )
    margin_pct: Annotated[Number, Field(ge=0, lt=100)] | None = Field(
        default=None, description="agency margin in percent of the bill rate"
    )
    tax_year: Annotated[Count, Field(ge=2000, le=2100)] | None = Field(
        default=None, description="year of the Social Security wage base; default this year"
    )

    @property
    def hours(self) -> Decimal:
        """Hours billed a year.

        Raises:
            InputError: they are stated in two ways, or none are left.
        """
        if self.billable_hours is not None:
            if (self.hours_per_week, self.weeks_per_year, self.unpaid_days) != (None, None, None):
                raise InputError("billable_hours", "and weeks or days say the same in two ways: give one of the two")
            return self.billable_hours
        weeks = (self.weeks_per_year or WEEKS_PER_YEAR) - (self.unpaid_days or Decimal(0)) / DAYS_PER_WEEK
        if weeks <= 0:
            raise InputError("unpaid_days", "leaves no week to bill; give days, not hours")
        return weeks * (self.hours_per_week or HOURS_PER_WEEK)

    @property
    def hours_inputs(self) -> dict[str, Decimal]:
        """What the hours come from, under the names of their formula."""
        if self.billable_hours is not None:
            return {"billable_hours": self.billable_hours}
        return {
            "hours_per_week": self.hours_per_week or HOURS_PER_WEEK,
            "weeks_per_year": self.weeks_per_year or WEEKS_PER_YEAR,
            "unpaid_days": self.unpaid_days or Decimal(0),
        }

    @property
    def employment(self) -> Employment:
        """What comes with the salary."""
        return Employment(
            bonus_rate=self.bonus_pct / 100,
            bonus_amount=self.bonus_amount,
            benefits_rate=self.benefits_pct / 100,
            benefits_amount=self.benefits_amount,
            employer_tax_rate=None if self.employer_tax_pct is None else self.employer_tax_pct / 100,
        )


def run_contract_rate(arguments: ContractRateArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rules to a contract rate, a salary, or both."""
    law = deps.reference.earnings_tax(arguments.tax_year or deps.today.year)
    contract = Contract(arguments.kind, arguments.hours, arguments.expenses_amount)
    rate, agency = _read_agency(arguments)
    if rate is None and arguments.salary is None:
        raise InputError("hourly_rate", "is missing: give the contract rate, the salary to set it against, or both")
    figures: list[Figure] = []
    if rate is not None:
        figures += list_contract_figures(rate, contract, arguments.employment, law)
    if arguments.salary is not None:
        figures += list_employee_figures(arguments.salary, contract, arguments.employment, law)
    if rate is not None and arguments.salary is not None:
        net = rate * contract.hours - contract.expenses
        kept = net - contract_tax(net, contract.kind, law)
        employment, salary = arguments.employment, arguments.salary
        package = employment.wages(salary) + employment.benefits(salary)
        figures.append(income_figure(rate * contract.hours, package))
        figures.append(difference_figure(kept, employee_keeps(arguments.salary, arguments.employment, law)))
    return build_result(
        NAME,
        [*figures, hours_figure(contract.hours, arguments.hours_inputs), *agency],
        assumptions=_name_assumptions(arguments, law),
        warnings=_name_warnings(arguments, law),
    )


def _read_agency(arguments: ContractRateArguments) -> tuple[Decimal | None, list[Figure]]:
    """The pay rate, from what is stated of rate, bill rate, markup and margin, and the agency's figures."""
    rate, bill = arguments.hourly_rate, arguments.bill_rate
    markup, margin = arguments.markup_pct, arguments.margin_pct
    stated = [name for name in ("bill_rate", "markup_pct", "margin_pct") if getattr(arguments, name) is not None]
    if len(stated) > (1 if rate is not None else 2) or (markup is not None and margin is not None):
        raise InputError(stated[-1], "says the same as what is given beside it: give one way only")
    if rate is not None:
        return rate, [*_agency_of(rate, _bill_for(rate, bill, markup, margin))]
    if bill is None or (markup is None and margin is None):
        if stated:
            raise InputError("hourly_rate", "is missing: the agency's share needs the pay rate, or a bill rate with it")
        return None, []
    if margin is not None:
        rate, inputs = bill * (1 - margin / 100), {"bill_rate": bill, "margin_pct": margin}
    else:
        added = markup or Decimal(0)
        rate, inputs = bill / (1 + added / 100), {"bill_rate": bill, "markup_pct": added}
    return rate, [rate_figure(rate, inputs), *_agency_of(rate, bill)]


def _bill_for(rate: Decimal, bill: Decimal | None, markup: Decimal | None, margin: Decimal | None) -> Decimal | None:
    if markup is not None:
        return rate * (1 + markup / 100)
    return rate / (1 - margin / 100) if margin is not None else bill


def _agency_of(rate: Decimal, bill: Decimal | None) -> Iterator[Figure]:
    if bill is None:
        return
    if bill < rate:
        raise InputError("bill_rate", "lies below the pay rate: the client pays the agency at least what it pays you")
    if rate:
        yield from list_agency_figures(rate, bill)


def _name_assumptions(arguments: ContractRateArguments, law: EarningsTaxLaw) -> Iterator[str]:
    if arguments.billable_hours is None:
        given = arguments.hours_inputs
        yield (
            f"{given['hours_per_week'].normalize():f} hours a week are billed in {given['weeks_per_year']:g} weeks "
            f"less {given['unpaid_days']:g} days."
        )
    if arguments.kind == "1099":
        yield "Self-employment tax is 15.3 % of 92.35 % of what is left after costs, 12.4 % of it up to the wage base."
    yield f"The Social Security wage base of {law.year} is {law.wage_base:,f}."
    yield (
        "Income tax is left out, and so are the deduction of half the self-employment tax and the additional Medicare "
        "tax."
    )
    if not arguments.benefits_amount and not arguments.benefits_pct:
        yield "No benefits are counted on the employee's side."


def _name_warnings(arguments: ContractRateArguments, law: EarningsTaxLaw) -> Iterator[str]:
    if law.stands_in:
        yield law.stands_in
    if arguments.billable_hours is None and arguments.unpaid_days is None and arguments.weeks_per_year is None:
        yield "No unpaid days are counted. A contract seldom pays holidays and leave: give unpaid_days, for example 25."


CONTRACT_RATE = ToolSpec(
    name=NAME,
    description=(
        "Contract work (1099 or agency W-2) against an employee's salary in US dollars: the salary equal to an hourly "
        "rate, the rate equal to a salary, self-employment tax, lost benefits, unpaid days, agency markup. Use it "
        "whenever a contract or freelance rate is set against a salary."
    ),
    arguments=ContractRateArguments,
    run=run_contract_rate,
    status="setting the contract against a salary…",
    calculates=True,
)
