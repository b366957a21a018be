"""The tool total_compensation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.calendar_year import list_calendar_figures, name_calendar_assumptions, split_by_calendar_year
from assistant.domain.compensation import TotalCompensation, calculate_total_compensation, with_on_target_pay
from assistant.domain.money import Amount, Count
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Day, OfferArguments, OutlookArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "total_compensation"
TaxYear = Annotated[Count, Field(ge=2000, le=2100)]


class TotalCompensationArguments(OfferArguments, OutlookArguments):
    """Arguments of total_compensation."""

    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )
    start_date: Day | None = Field(
        default=None, description="first day of work, YYYY-MM-DD: rows and figures by calendar year are added"
    )
    bonus_month: Annotated[Count, Field(ge=1, le=12)] | None = Field(
        default=None,
        description="month (1-12) in which the bonus of the calendar year before is paid; default: each anniversary",
    )
    on_target_pay: Amount | None = Field(
        default=None, description="on-target earnings (OTE) of a sales job: base and variable pay together, at target"
    )
    tax_year: TaxYear | None = Field(
        default=None, description="year whose 401(k) limits hold; default: the year of the start date, or this year"
    )


def run_total_compensation(arguments: TotalCompensationArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    if arguments.bonus_month is not None and arguments.start_date is None:
        raise InputError("start_date", "is missing: a bonus month needs the first day of work, YYYY-MM-DD")
    offer = arguments.move_price(arguments.choose(deps.case))
    if arguments.on_target_pay is not None:
        offer = with_on_target_pay(offer, arguments.on_target_pay)
    year = arguments.tax_year or (arguments.start_date or deps.today).year
    limits = deps.reference.retirement_limits(year)
    result = calculate_total_compensation(offer, arguments.years, arguments.outlook, limits)
    moved = arguments.price_change_pct.normalize()
    first = (f"The share price first changes by {moved:f} %.",) if moved else ()
    data = {"currency": result.currency, "offer": result.stream.offer.model_dump(mode="json")}
    if arguments.start_date is None:
        return build_result(
            NAME,
            result.figures,
            table=_service_rows(result),
            assumptions=(*first, *result.assumptions),
            warnings=result.warnings,
            data=data,
        )
    start, month = arguments.start_date, arguments.bonus_month
    pays = split_by_calendar_year(result.stream, start, month)
    return build_result(
        NAME,
        (*result.figures, *list_calendar_figures(result.stream, start, pays, month)),
        table=(
            {
                "year": pay.year,
                "from": pay.first.isoformat(),
                "to": pay.last.isoformat(),
                "base": pay.base,
                "bonus": pay.bonus,
                "sign_on": pay.sign_on,
                "equity": pay.equity,
                "total": pay.total,
                "paid_so_far": so_far,
            }
            for pay, so_far in zip(pays, accumulate(pay.total for pay in pays), strict=True)
        ),
        assumptions=(*first, *result.assumptions, *name_calendar_assumptions(pays, month)),
        warnings=result.warnings,
        data=data,
    )


def _service_rows(result: TotalCompensation) -> Iterator[dict[str, Any]]:
    for index, pay in enumerate(result.years):
        row = pay._asdict() | {"total": pay.total}
        if result.benefits:
            extra = result.benefits[index]
            row |= {"benefits": extra.total, "total_with_benefits": pay.total + extra.total}
        yield row


TOTAL_COMPENSATION = ToolSpec(
    name=NAME,
    description=(
        "Gross pay of an offer for each service year (with start_date: each calendar year), with year 1, recurring "
        "and N-year average kept apart; counts sign-on, bonus, vesting, refreshers, raises, 401(k) match, ESPP and "
        "benefits. Use it for every question about what an offer pays; never add pay up yourself."
    ),
    arguments=TotalCompensationArguments,
    run=run_total_compensation,
    status="computing total compensation…",
    calculates=True,
)
