"""The tool marginal_rate."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.marginal_rate import (
    IN_WORDS,
    MarginalRate,
    build_marginal_figures,
    calculate_marginal_rate,
    list_marginal_warnings,
)
from assistant.domain.money import CurrencyCode
from assistant.domain.result import ToolResult
from assistant.domain.tax_figures import percent_of
from assistant.domain.tax_law import tell_us_only
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolSpec
from assistant.tools.tax_arguments import Pay, TaxArguments
from assistant.tools.tax_notes import list_bill_assumptions, list_bill_warnings

NAME = "marginal_rate"
NEXT = Decimal(10_000)


class MarginalRateArguments(TaxArguments):
    """Arguments of marginal_rate."""

    wages: Pay = Field(description="gross wages a year in USD before the raise")
    added: Annotated[Pay, Field(gt=0)] = Field(
        default=NEXT,
        json_schema_extra={"default": 10000},
        description="gross wages in USD that come on top: a raise, bonus, sign-on or vest",
    )
    currency: CurrencyCode = Field(default="USD", description="currency of the amounts; only USD is known here")


def run_marginal_rate(arguments: MarginalRateArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the household's wages."""
    if arguments.currency != "USD":
        raise InputError("currency", tell_us_only(f"pay in {arguments.currency}"))
    chosen = arguments.choose_law(deps.reference, deps.today)
    result = calculate_marginal_rate(chosen.law, arguments.household(arguments.wages), arguments.added)
    added = () if "added" in arguments.model_fields_set else ("No added pay is stated: the next 10,000 is shown.",)
    return build_result(
        NAME,
        build_marginal_figures(result),
        table=_rows(result),
        assumptions=(*chosen.assumptions, *added, *list_bill_assumptions(result.before)),
        warnings=(*chosen.warnings, *list_marginal_warnings(result), *list_bill_warnings(result.before)),
        data={"tax_year": chosen.law.year},
    )


def _rows(result: MarginalRate) -> list[Row]:
    return [
        {
            "tax": IN_WORDS[name],
            "now": getattr(result.before, name),
            "after": getattr(result.after, name),
            "on_added": getattr(result.after, name) - getattr(result.before, name),
            "next_dollar_pct": percent_of(rate),
        }
        for name, rate in result.next_dollar.items()
    ]


MARGINAL_RATE = ToolSpec(
    name=NAME,
    description=(
        "What US federal, payroll, state and city tax take of the next dollar and of an added amount of wages, and "
        "what is kept. Use it for the marginal tax rate, and for what a raise, bonus, sign-on or vest is worth after "
        "tax."
    ),
    arguments=MarginalRateArguments,
    run=run_marginal_rate,
    status="working out the marginal tax rate…",
    calculates=True,
)
