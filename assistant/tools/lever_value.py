"""The tool lever_value."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from assistant.domain.counter import LEVER_NAMES
from assistant.domain.lever_value import calculate_lever_values
from assistant.domain.result import ToolResult
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.lever_arguments import LeverArguments
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "lever_value"


class LeverValueArguments(LeverArguments):
    """Arguments of lever_value."""

    payroll_tax_pct: Share = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="the employer's payroll tax on what it pays, in percent (US 7.65, or 1.45 above the wage base)",
    )


def run_lever_value(arguments: LeverValueArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer, or to none."""
    offer = arguments.find(deps.case)
    view = arguments.view(offer)
    result = calculate_lever_values(view, arguments.payroll_tax_pct / 100)
    return build_result(
        NAME,
        result.figures,
        table=(row._asdict() | {"name": LEVER_NAMES[row.lever]} for row in result.ranked),
        assumptions=(
            *arguments.name_assumptions(offer, view),
            "The employer's cost counts stock at its value on the day of the grant, and the sign-on bonus in full.",
        ),
        data={"currency": offer.currency_code, "stay_months": view.stay_months},
    )


LEVER_VALUE = ToolSpec(
    name=NAME,
    description=(
        "Worth of one unit of base, stock, sign-on and bonus to the person over the stay, per unit it costs the "
        "employer, ranked: growth, tax, clawback, payroll tax and match included. Use it to choose which lever to "
        "push when the employer's budget is what is fixed."
    ),
    arguments=LeverValueArguments,
    run=run_lever_value,
    status="ranking the levers…",
    calculates=True,
)
