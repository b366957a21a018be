"""The tool total_compensation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.money import Count
from assistant.domain.result import ToolResult
from assistant.tools.arguments import OfferArguments, OutlookArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "total_compensation"


class TotalCompensationArguments(OfferArguments, OutlookArguments):
    """Arguments of total_compensation."""

    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )


def run_total_compensation(arguments: TotalCompensationArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = arguments.move_price(arguments.choose(deps.case))
    result = calculate_total_compensation(offer, arguments.years, arguments.outlook)
    moved = arguments.price_change_pct.normalize()
    first = (f"The share price first changes by {moved:f} %.",) if moved else ()
    return build_result(
        NAME,
        result.figures,
        table=(pay._asdict() | {"total": pay.total} for pay in result.years),
        assumptions=(*first, *result.assumptions),
        warnings=result.warnings,
        data={"currency": result.currency, "offer": offer.model_dump(mode="json")},
    )


TOTAL_COMPENSATION = ToolSpec(
    name=NAME,
    description=(
        "Gross pay of an offer for each service year, and year 1, recurring and N-year average kept "
        "apart, with sign-on instalments, target bonus, any vesting schedule and share price growth. "
        "Use it for every question about what an offer pays; never add pay up yourself."
    ),
    arguments=TotalCompensationArguments,
    run=run_total_compensation,
    status="computing total compensation…",
    calculates=True,
)
