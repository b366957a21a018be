"""The tool percent_change."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.percent_change import calculate_change, compare_amounts
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "percent_change"


class PercentChangeArguments(ToolArguments):
    """Arguments of percent_change."""

    amount: Amount = Field(description="the amount before the change")
    change_pct: Annotated[Number, Field(ge=-100, le=10_000)] | None = Field(
        default=None, description="change in percent, negative for a cut; a year, where years are given"
    )
    new_amount: Amount | None = Field(default=None, description="instead: the amount after it, to find the percent")
    years: Annotated[Count, Field(ge=1, le=60)] | None = Field(
        default=None, description="over how many years, each on top of the last; default once"
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_percent_change(arguments: PercentChangeArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule.

    Raises:
        InputError: neither or both of percent and new amount are given.
    """
    change, after, years = arguments.change_pct, arguments.new_amount, int(arguments.years or 1)
    if (change is None) == (after is None):
        raise InputError("change_pct", "give either change_pct or new_amount, one of the two")
    if change is not None:
        figures = calculate_change(arguments.amount, change, years, arguments.currency)
    else:
        assert after is not None
        figures = compare_amounts(arguments.amount, after, years, arguments.currency)
    return build_result(NAME, figures)


PERCENT_CHANGE = ToolSpec(
    name=NAME,
    description=(
        "An amount raised or cut by a percent, and the percent between two amounts, once or compounding over years. "
        "Use it for a raise or hike in percent, a counter some percent above an offer, or a stock that rose or fell."
    ),
    arguments=PercentChangeArguments,
    run=run_percent_change,
    status="working out the percent…",
    calculates=True,
)
