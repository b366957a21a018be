"""The tool income_tax."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.figure import Figure, build_figure
from assistant.domain.household import Household
from assistant.domain.income_tax import TaxBill, calculate_income_tax, find_state
from assistant.domain.marginal_rate import calculate_next_dollar
from assistant.domain.money import Count, CurrencyCode, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.state_tax import calculate_surtax
from assistant.domain.tax_figures import build_bill_figures, build_bracket_figures, list_brackets, percent_of
from assistant.domain.tax_law import tell_us_only
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec
from assistant.tools.tax_arguments import ChosenLaw, Pay, TaxArguments
from assistant.tools.tax_notes import list_bill_assumptions, list_bill_warnings

NAME = "income_tax"


class IncomeTaxArguments(TaxArguments):
    """Arguments of income_tax."""

    wages: Pay | None = Field(
        default=None, description="gross wages a year in USD: salary, bonus, sign-on and vested stock together"
    )
    taxable_income: Pay | None = Field(
        default=None,
        description="taxable income a year in USD, after deductions, instead of wages: tax by brackets alone",
    )
    pay_periods: Annotated[Count, Field(ge=1, le=366)] | None = Field(
        default=None, description="pay cheques a year (12, 24, 26, 52): also shows the average net of one"
    )
    currency: CurrencyCode = Field(default="USD", description="currency of the amounts; only USD is known here")


def run_income_tax(arguments: IncomeTaxArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to wages, or the brackets alone to a taxable income."""
    if arguments.currency != "USD":
        raise InputError("currency", tell_us_only(f"pay in {arguments.currency}"))
    if arguments.wages is not None and arguments.taxable_income is not None:
        raise InputError("taxable_income", "give wages or taxable_income, not both")
    chosen = arguments.choose_law(deps.reference, deps.today)
    if arguments.taxable_income is not None:
        return _run_brackets(arguments, arguments.taxable_income, chosen)
    if arguments.wages is None and not arguments.other_income:
        raise InputError("wages", "is missing: give gross wages a year, or taxable_income for tax by brackets alone")
    household = arguments.household(arguments.wages or Decimal(0))
    bill = calculate_income_tax(chosen.law, household)
    schedule = chosen.law.federal.schedules[household.filing_status]
    return build_result(
        NAME,
        [*build_bill_figures(bill), *_rate_figures(bill), *_period_figures(bill, arguments.pay_periods)],
        table=list_brackets(schedule, bill.assessment.federal.taxable_income),
        assumptions=(*chosen.assumptions, *list_bill_assumptions(bill)),
        warnings=(*chosen.warnings, *list_bill_warnings(bill)),
        data={"tax_year": chosen.law.year},
    )


def _rate_figures(bill: TaxBill) -> list[Figure]:
    rates = {f"{name}_pct": rate * 100 for name, rate in calculate_next_dollar(bill).items()}
    total = sum(rates.values(), Decimal(0)) / 100
    return [
        build_figure(
            "marginal rate on the next dollar",
            percent_of(total),
            "percent",
            formula=" + ".join(rates),
            rule=NAME,
            inputs=rates,
        )
    ]


def _period_figures(bill: TaxBill, periods: int | None) -> list[Figure]:
    if periods is None:
        return []
    inputs = {"net": bill.net, "pay_periods": Decimal(periods)}
    value = round_cents(bill.net / periods)
    return [build_figure("net pay per pay period", value, "USD", formula="net / pay_periods", rule=NAME, inputs=inputs)]


def _run_brackets(arguments: IncomeTaxArguments, taxable_income: Decimal, chosen: ChosenLaw) -> ToolResult:
    law, household = chosen.law, arguments.household(Decimal(0))
    schedule = law.federal.schedules[household.filing_status]
    figures = [
        *build_bracket_figures("federal", schedule, taxable_income),
        *_state_brackets(chosen, household, taxable_income),
    ]
    return build_result(
        NAME,
        figures,
        table=list_brackets(schedule, taxable_income),
        assumptions=(
            *chosen.assumptions,
            "The amount is taxable already: no deduction, credit or payroll tax is counted.",
        ),
        warnings=chosen.warnings,
        data={"tax_year": law.year},
    )


def _state_brackets(chosen: ChosenLaw, household: Household, taxable_income: Decimal) -> list[Figure]:
    state = find_state(chosen.law, chosen.state)
    if state is None or (state.schedule is None and state.flat_rate is None and state.from_outside is None):
        return []
    if state.schedule is None:
        raise InputError(
            "taxable_income", f"brackets of {state.name} are not known here; give wages, or leave state out"
        )
    status = household.filing_status
    surtax = calculate_surtax(state.schedule, taxable_income)
    figures = list(build_bracket_figures(state.code, state.schedule.schedules[status], taxable_income, surtax))
    if household.city is not None and household.city in state.schedule.cities:
        city = state.schedule.cities[household.city]
        figures += build_bracket_figures(household.city, city.schedules[status], taxable_income)
    return figures


INCOME_TAX = ToolSpec(
    name=NAME,
    description=(
        "US income tax bill of a year on gross wages: federal, Social Security, Medicare, state and city tax, net pay, "
        "effective and marginal rates, SALT itemising. Use it for take-home pay and every tax question about a pay "
        "level, or with taxable_income for tax by brackets alone."
    ),
    arguments=IncomeTaxArguments,
    run=run_income_tax,
    status="working out the tax bill…",
    calculates=True,
)
