"""The tool after_tax_pay."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.after_tax import (
    AfterTaxPay,
    AfterTaxYear,
    build_after_tax_figures,
    calculate_after_tax,
    marginal_pct,
)
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import Count, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.tax_figures import percent_of
from assistant.errors import InputError
from assistant.letters.tax_place import find_tax_place
from assistant.tools.arguments import OfferArguments, OutlookArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolSpec
from assistant.tools.tax_arguments import ChosenLaw, Pay, TaxArguments
from assistant.tools.tax_notes import list_bill_assumptions, list_bill_warnings

NAME = "after_tax_pay"
MONTHS = 12


class AfterTaxPayArguments(OfferArguments, OutlookArguments, TaxArguments):
    """Arguments of after_tax_pay."""

    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )
    lever_amount: Annotated[Pay, Field(gt=0)] = Field(
        default=Decimal(10_000),
        json_schema_extra={"default": 10000},
        description="amount in USD to put on each lever in turn, to see what it nets",
    )
    pay_periods: Annotated[Count, Field(ge=1, le=366)] | None = Field(
        default=None, description="pay cheques a year (12, 24, 26, 52): also shows the average net of one"
    )


def run_after_tax_pay(arguments: AfterTaxPayArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = arguments.move_price(arguments.choose(deps.case))
    arguments, chosen, unknown = _choose_law(arguments, offer.location or "", deps)
    household = arguments.household(Decimal(0))
    result = calculate_after_tax(
        chosen.law, household, offer, arguments.years, arguments.outlook, arguments.lever_amount
    )
    bill = result.years[0].bill
    return build_result(
        NAME,
        [*build_after_tax_figures(result), *_period_figures(result, arguments.pay_periods)],
        table=[_row(year) for year in result.years],
        assumptions=(*chosen.assumptions, *_assumptions(chosen.law.year, result), *list_bill_assumptions(bill)),
        warnings=(*chosen.warnings, *unknown, *result.stream.warnings, *list_bill_warnings(bill)),
        data={"tax_year": chosen.law.year, "offer": offer.model_dump(mode="json")},
    )


def _choose_law(
    arguments: AfterTaxPayArguments, location: str, deps: ToolDeps
) -> tuple[AfterTaxPayArguments, ChosenLaw, list[str]]:
    """The arguments with the place of the offer where they name none, the law, and what had to be left out."""
    if arguments.state_code is not None or arguments.work_abroad is not None:
        return arguments, arguments.choose_law(deps.reference, deps.today), []
    state, abroad = find_tax_place(location)
    placed = arguments.model_copy(update={"state": state, "work_abroad": abroad})
    try:
        return placed, placed.choose_law(deps.reference, deps.today), []
    except InputError as error:
        if error.field != "state" or state is None:
            raise
    left_out = f"The state tax of {state} is not known here: it is left out."
    return arguments, arguments.choose_law(deps.reference, deps.today), [left_out]


def _period_figures(result: AfterTaxPay, periods: int | None) -> list[Figure]:
    """The average net of one pay period of year 1."""
    if periods is None:
        return []
    net = result.years[0].net
    name = "a month" if periods == MONTHS else "per pay period"
    inputs = {"net": net, "pay_periods": Decimal(periods)}
    value = round_cents(net / periods)
    return [build_figure(f"year 1 net {name}", value, "USD", formula="net / pay_periods", rule=NAME, inputs=inputs)]


def _row(year: AfterTaxYear) -> Row:
    bill, pay = year.bill, year.pay
    return {
        "year": pay.year,
        "gross": pay.total,
        "federal": bill.federal,
        "fica": bill.fica,
        "state": bill.state + bill.state_payroll,
        "city": bill.city,
        "tax": year.tax,
        "net": year.net,
        "tax_pct": percent_of(year.tax / pay.total) if pay.total else Decimal(0),
        "marginal_pct": marginal_pct(year),
    }


def _assumptions(tax_year: int, result: AfterTaxPay) -> list[str]:
    notes = [
        f"Every service year is taxed as one calendar year under the law of {tax_year}, held constant.",
        "Stock is taxed as wages when it vests, at its value then.",
        *result.stream.assumptions,
    ]
    household = result.years[0].bill.household
    if household.spouse_wages or household.other_income:
        notes.append("The tax of the offer is the household's tax with its pay less the tax without it.")
    return notes


AFTER_TAX_PAY = ToolSpec(
    name=NAME,
    description=(
        "An offer after US tax: gross, each tax and net of every service year under one tax year's law, and what "
        "10,000 more base or bonus a year, or sign-on or stock in all, nets. Use it for the take-home pay of an "
        "offer, and to see what a lever is worth after tax."
    ),
    arguments=AfterTaxPayArguments,
    run=run_after_tax_pay,
    status="working out the offer after tax…",
    calculates=True,
)
