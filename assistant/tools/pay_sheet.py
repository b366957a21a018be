"""The tool pay_sheet."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.pay_sheet import SheetLine, calculate_pay_sheet
from assistant.domain.result import ToolResult
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "pay_sheet"
Factor = Annotated[Number, Field(gt=0, le=10_000)]
Part = Annotated[Number, Field(gt=0, le=1000)]


class PaySheetLine(ToolArguments):
    """One line of the sheet."""

    label: str = Field(min_length=1, max_length=60, description="what the line is, such as 'regular hours'")
    amount: Amount | None = Field(
        default=None, description="the amount of one unit: an hour, a day, a month; left out: the first line's value"
    )
    payments: tuple[Factor, ...] = Field(
        default=(), max_length=4, description="the counts it is multiplied with, such as [40, 12] hours and weeks"
    )
    percents: tuple[Part, ...] = Field(
        default=(), max_length=3, description="parts in percent of it that count, such as [8] for 8 % commission"
    )
    minus: bool = Field(default=False, description="it is taken off the total")


class PaySheetArguments(ToolArguments):
    """Arguments of pay_sheet."""

    lines: tuple[PaySheetLine, ...] = Field(min_length=1, max_length=12, description="what is added up")
    against: Amount | None = Field(default=None, description="another amount the total is held against")
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_pay_sheet(arguments: PaySheetArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule.

    Raises:
        InputError: the first line has no amount.
    """
    lines = [SheetLine(line.label, line.amount, line.payments, line.percents, line.minus) for line in arguments.lines]
    return build_result(NAME, calculate_pay_sheet(lines, arguments.currency, arguments.against))


PAY_SHEET = ToolSpec(
    name=NAME,
    description=(
        "Pay put together from lines: a rate times hours, days, weeks or salaries, a percent of sales, lump sums added "
        "or taken off; the total and its distance from another amount. Use it for contracts, internships, commission, "
        "overtime of one week, and every sum no other tool is made for. Gross."
    ),
    arguments=PaySheetArguments,
    run=run_pay_sheet,
    status="adding it up…",
    calculates=True,
)
