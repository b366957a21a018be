"""The tool headline_compensation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.exchange_rate import convert_grants
from assistant.domain.figure import Figure
from assistant.domain.headline import (
    Reading,
    describe_reading,
    list_conventions,
    list_reading_figures,
    read_quote,
    warn_of_reading,
)
from assistant.domain.money import Amount, Count
from assistant.domain.result import ToolResult
from assistant.tools.arguments import OfferArguments, OutlookArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "headline_compensation"


class HeadlineCompensationArguments(OfferArguments, OutlookArguments):
    """Arguments of headline_compensation."""

    quoted: Amount | None = Field(
        default=None, description="a total compensation somebody states for this offer, as a plain number: 267000"
    )
    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )
    tax_year: Annotated[Count, Field(ge=2000, le=2100)] | None = Field(
        default=None, description="year whose 401(k) limits hold; default this year"
    )


def run_headline_compensation(arguments: HeadlineCompensationArguments, deps: ToolDeps) -> ToolResult:
    """List the conventions for the chosen offer and read the quoted number, if there is one."""
    offer = arguments.move_price(arguments.choose(deps.case))
    if arguments.quoted is not None:
        convert_grants(offer, offer.currency_code, arguments.exchange_rates)
    limits = deps.reference.retirement_limits(arguments.tax_year or deps.today.year)
    result = calculate_total_compensation(offer, arguments.years, arguments.outlook, limits)
    conventions = list_conventions(result)
    reading = None if arguments.quoted is None else read_quote(arguments.quoted, conventions)
    said = () if reading is None or not reading.matches else (describe_reading(reading),)
    return build_result(
        NAME,
        (*conventions, *(list_reading_figures(reading) if reading else ())),
        table=_rows(conventions, reading),
        assumptions=(*said, *result.assumptions),
        warnings=(*(warn_of_reading(reading) if reading else ()), *result.warnings),
        data={"currency": result.currency, "matches": [figure.label for figure in reading.matches] if reading else []},
    )


def _rows(conventions: Sequence[Figure], reading: Reading | None) -> Iterator[dict[str, Any]]:
    for figure in conventions:
        row: dict[str, Any] = {"convention": figure.label, "value": figure.value}
        if reading is not None:
            row |= {"quoted_less_it": reading.quoted - figure.value, "matches": figure in reading.matches}
        yield row


HEADLINE_COMPENSATION = ToolSpec(
    name=NAME,
    description=(
        "One offer stated in all the usual ways: year 1, recurring, N-year average, sign-on spread over 2 or N years, "
        "without bonus, with benefits, whole grant. Use it to find out which convention a quoted total compensation "
        "(TC) number is and by how much it is off, or to state offers alike before comparing."
    ),
    arguments=HeadlineCompensationArguments,
    run=run_headline_compensation,
    status="reading the headline number…",
    calculates=True,
)
