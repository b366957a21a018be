"""The tool percent_change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.figure import Figure
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.percent_change import calculate_change, check_claim, compare_amounts, compare_with_prices
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "percent_change"


Change = Annotated[Number, Field(ge=-100, le=10_000)]
Payments = Annotated[Number, Field(ge=1, le=3000)]


class PercentChangeArguments(ToolArguments):
    """Arguments of percent_change."""

    amount: Amount | None = Field(default=None, description="the amount before the change")
    units: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="number of shares or units the amount is the price of; default one"
    )
    change_pct: Change | None = Field(
        default=None, description="change in percent, negative for a cut; a year, where years are given"
    )
    then_pct: tuple[Change, ...] = Field(
        default=(), max_length=20, description="further changes in percent, each on top of the one before"
    )
    new_amount: Amount | None = Field(default=None, description="instead: the amount after it, to find the percent")
    payments: Payments | None = Field(
        default=None,
        description="how often a year it is paid, where it is pay of a month or a week: 12, 14, 52",
    )
    claimed_pct: Change | None = Field(
        default=None, description="with new_amount: the change in percent that somebody states, to check it"
    )
    new_payments: Payments | None = Field(default=None, description="the same for the amount after it")
    years: Annotated[Count, Field(ge=1, le=60)] | None = Field(
        default=None, description="over how many years, each on top of the last; default once"
    )
    inflation_pct: Change | None = Field(
        default=None, description="rise of prices in percent, to find what the change is worth after it"
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_percent_change(arguments: PercentChangeArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule.

    Raises:
        InputError: neither or both of percent and new amount are given, or no amount.
    """
    change, after = arguments.change_pct, arguments.new_amount
    if (change is None) == (after is None):
        raise InputError("change_pct", "give either change_pct or new_amount, one of the two")
    if arguments.amount is None and (arguments.inflation_pct is None or change is None):
        raise InputError("amount", "is missing: the amount before the change")
    return build_result(NAME, _figures(arguments))


def _figures(arguments: PercentChangeArguments) -> Iterator[Figure]:
    years, change, units = int(arguments.years or 1), arguments.change_pct, arguments.units or Decimal(1)
    if arguments.amount is not None and change is not None:
        changes = [change, *arguments.then_pct]
        amount = arguments.amount * (arguments.payments or 1)
        yield from calculate_change(amount * units, changes, years, arguments.currency)
    elif arguments.amount is not None and arguments.new_amount is not None:
        amount, after = (
            arguments.amount * (arguments.payments or 1),
            arguments.new_amount * (arguments.new_payments or 1),
        )
        yield from compare_amounts(amount, after, years, arguments.currency)
        if arguments.claimed_pct is not None:
            yield check_claim(amount, after, arguments.claimed_pct)
    if change is not None and arguments.inflation_pct is not None:
        yield from compare_with_prices(change, arguments.inflation_pct)


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
