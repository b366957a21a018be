"""The tool iso_limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from assistant.domain.exercise_dates import Day
from assistant.domain.iso_limit import IsoGrant, YearSplit, build_limit_figures, split_iso_grants
from assistant.domain.money import Amount
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolArguments, ToolSpec
from assistant.tools.stock_options import VestingArguments

NAME = "iso_limit"


class IsoGrantArguments(VestingArguments):
    """One grant of ISOs."""

    name: str | None = Field(default=None, description="what to call the grant")
    shares: Amount = Field(description="number of ISOs granted")
    fair_market_value: Amount = Field(description="409A value of a share on the grant date, usually the strike")
    grant_date: Day = Field(description="grant date, YYYY-MM-DD")
    vesting_start: Day | None = Field(default=None, description="first day of vesting; the grant date when left out")
    early_exercise: bool = Field(default=False, description="true when all of it may be exercised before it vests")


class IsoLimitArguments(ToolArguments):
    """Arguments of iso_limit."""

    grants: tuple[IsoGrantArguments, ...] = Field(
        min_length=1,
        max_length=20,
        description="all ISO grants of one employer, each {shares, fair_market_value, grant_date, vesting_years, "
        "cliff_months, vesting_frequency, early_exercise}",
    )


def run_iso_limit(arguments: IsoLimitArguments, deps: ToolDeps) -> ToolResult:
    """Split the grants year by year."""
    with name_large("grants"):
        grants = tuple(_read_grants(arguments))
        split = split_iso_grants(grants)
        return build_result(
            NAME,
            build_limit_figures(split),
            table=map(_row, split.years),
            assumptions=(
                *(note for grant in grants for note in grant.schedule.assumptions),
                "Value counts on the grant date, and the grant made first comes first within a year.",
                "Split by year, shares are counted whole, what stays ISO rounded down; the totals are not rounded.",
            ),
            warnings=(
                "Acceleration, cancelled grants and other employers of one group change the split; "
                "the company's own records decide how shares are taxed.",
            ),
        )


def _read_grants(arguments: IsoLimitArguments) -> Iterator[IsoGrant]:
    seen: set[str] = set()
    for index, item in enumerate(arguments.grants):
        name = item.name or f"grant {index + 1}"
        if name in seen:
            raise InputError(f"grants[{index}].name", f'"{name}" is given twice: give every grant a name of its own')
        seen.add(name)
        try:
            schedule = item.build_schedule()
        except InputError as error:
            raise InputError(f"grants[{index}].{error.field}", error.message) from error
        start = item.vesting_start or item.grant_date
        yield IsoGrant(name, item.shares, item.fair_market_value, item.grant_date, start, schedule, item.early_exercise)


def _row(item: YearSplit) -> dict[str, Any]:
    return {
        "year": item.year,
        "first_exercisable": item.first_exercisable,
        "iso": item.iso,
        "nso": item.nso,
        "iso_shares": item.iso_shares,
        "nso_shares": item.nso_shares,
    }


ISO_LIMIT = ToolSpec(
    name=NAME,
    description=(
        "The yearly limit of incentive stock options: value that first becomes exercisable in each calendar year at "
        "the grant-date price, what is above 100,000 dollars, and how many shares are therefore taxed as NSO, for "
        "several grants and early exercise. Use it when a grant of ISOs is large or vests fast."
    ),
    arguments=IsoLimitArguments,
    run=run_iso_limit,
    status="checking the yearly limit…",
    calculates=True,
)
