"""The tool worked_sum."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from assistant.domain.money import CurrencyCode, Number
from assistant.domain.result import ToolResult
from assistant.domain.worked_sum import Step, calculate_worked_sum
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "worked_sum"
MONEY = "money"
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=120)]


class WorkedStep(ToolArguments):
    """One step of the sum."""

    name: Name = Field(description="its name in later formulas")
    label: Words = Field(description="what it is, such as 'pay a year'")
    formula: Words = Field(
        description="+ - x / ( ) over names of numbers and earlier steps; other numbers: only 12, 52, 100 and the like"
    )
    unit: str = Field(default=MONEY, max_length=12, description="money, percent, shares, hours, months, days or ratio")
    answers: bool = Field(default=True, description="false for a step that only leads to another")


class WorkedSumArguments(ToolArguments):
    """Arguments of worked_sum."""

    numbers: dict[Name, Number] = Field(min_length=1, max_length=24, description="the person's numbers by name")
    steps: tuple[WorkedStep, ...] = Field(min_length=1, max_length=16, description="the steps in order")
    assumed: tuple[Words, ...] = Field(default=(), max_length=6, description="what was supposed and not said")
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_worked_sum(arguments: WorkedSumArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule.

    Raises:
        InputError: a formula cannot be read.
    """
    steps = [
        Step(item.name, item.label, item.formula, arguments.currency if item.unit == MONEY else item.unit, item.answers)
        for item in arguments.steps
    ]
    return build_result(NAME, calculate_worked_sum(arguments.numbers, steps), assumptions=arguments.assumed)


WORKED_SUM = ToolSpec(
    name=NAME,
    description=(
        "Any sum written as named steps over the person's numbers: pay by period, parts, percents, differences, places "
        "in a range, shares, hours. Use it where no other tool is made for the question; never do sums yourself."
    ),
    arguments=WorkedSumArguments,
    run=run_worked_sum,
    status="working it out…",
    calculates=True,
)
