"""The tool option_exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from assistant.domain.business_days import WorkCalendar
from assistant.domain.exercise_dates import (
    POSTED,
    USUAL_EXPIRY_YEARS,
    USUAL_WINDOW_DAYS,
    Day,
    ExerciseDates,
    Milestone,
    is_exercised_too_late_for_iso,
    list_exercise_dates,
)
from assistant.domain.figure import Figure
from assistant.domain.money import Amount, Count, CurrencyCode
from assistant.domain.option_exercise import (
    Exercise,
    build_cost_figures,
    build_minimum_figures,
    build_prepaid_figure,
    build_quick_figure,
    build_wage_figures,
)
from assistant.domain.option_sale import OptionType
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.work_calendar import load_work_calendar
from assistant.tools.deps import ToolDeps
from assistant.tools.exercise_tax import ExerciseTaxArguments, FoundMinimum, FoundTax
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolSpec

NAME = "option_exercise"
DOLLARS = "USD"
CAPITAL = "DC"
"""Tax deadlines go by the legal holidays of the capital."""
ADVISER = (
    "These are sums from published rules, not tax advice: show them to a tax adviser before exercising, "
    "because a spread on paper is taxed in cash."
)
LATE_ISO = (
    "The exercise comes more than three months after leaving, so these ISOs are taxed as NSOs: the spread is wages, "
    "with income and payroll tax. Only disability (one year) or death allow more time."
)
ADDED_BACK = (
    "Form 6251 adds the standard deduction, or state and local tax, back, and so does the alternative minimum tax "
    "here; the figure without adding deductions back is what simpler calculators show, for comparison only."
)
PREPAID = (
    "The federal tax withheld at exercise is a prepayment at the flat rates, with no other supplemental wages in "
    "the year; the employer collects it in cash with payroll tax, and state tax where there is one."
)


class OptionExerciseArguments(ExerciseTaxArguments):
    """Arguments of option_exercise."""

    option_type: OptionType = Field(default="iso", description="iso (incentive) or nso (nonqualified) stock options")
    shares: Annotated[Amount, Field(gt=0)] | None = Field(default=None, description="number of options exercised")
    strike: Amount | None = Field(default=None, description="strike price per share")
    fair_market_value: Amount | None = Field(default=None, description="409A or market value of a share at exercise")
    grant_date: Day | None = Field(default=None, description="grant date, YYYY-MM-DD")
    exercise_date: Day | None = Field(
        default=None, description="day of exercise, YYYY-MM-DD; its year is the tax year when none is given"
    )
    leave_date: Day | None = Field(default=None, description="last day of employment, YYYY-MM-DD")
    window_days: Annotated[Count, Field(ge=0, le=7400)] = Field(
        default=USUAL_WINDOW_DAYS, description="days after leaving in which vested options may be exercised"
    )
    expiry_years: Annotated[Count, Field(ge=1, le=20)] = Field(
        default=USUAL_EXPIRY_YEARS, description="years from the grant until options expire"
    )
    early_exercise: bool = Field(default=False, description="true when unvested options are exercised")
    currency: CurrencyCode = Field(default=DOLLARS, description="currency code; US tax is worked out in USD only")


@dataclass(frozen=True)
class _Taxed:
    figures: tuple[Figure, ...] = ()
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def run_option_exercise(arguments: OptionExerciseArguments, deps: ToolDeps) -> ToolResult:
    """Cost, tax and dates, as far as what is given allows."""
    with name_large("shares"):
        known = _read_dates(arguments)
        dates, exercise = list_exercise_dates(known), _read_exercise(arguments)
        late = is_exercised_too_late_for_iso(known)
        given, arguments = arguments, arguments.model_copy(update={"option_type": "nso"}) if late else arguments
        if exercise is None and not dates:
            raise InputError(
                "shares", "is missing: give shares and strike for the cost, or leave_date for the last day"
            )
        cost = tuple(build_cost_figures(exercise)) if exercise is not None else ()
        taxed = _tax(arguments, exercise, deps) if exercise is not None else _Taxed()
        return build_result(
            NAME,
            (*cost, *taxed.figures),
            table=({"event": item.event, "date": item.date.isoformat(), "counted": item.how} for item in dates),
            assumptions=(*_name_assumptions(given, exercise, late), *taxed.assumptions),
            warnings=(
                *([LATE_ISO] if late else []),
                *_list_warnings(arguments, exercise, dates),
                *taxed.warnings,
            ),
        )


def _read_exercise(arguments: OptionExerciseArguments) -> Exercise | None:
    if arguments.shares is None and arguments.strike is None:
        return None
    if arguments.shares is None or arguments.strike is None:
        missing = "strike" if arguments.strike is None else "shares"
        raise InputError(missing, "is missing: the cost needs both shares and strike")
    return Exercise(arguments.shares, arguments.strike, arguments.fair_market_value, arguments.currency)


def _read_dates(arguments: OptionExerciseArguments) -> ExerciseDates:
    calendar = WorkCalendar()
    if arguments.early_exercise and arguments.exercise_date is not None:
        year = arguments.exercise_date.year
        calendar = load_work_calendar("US", CAPITAL, year, year + 1)
    return ExerciseDates(
        grant_date=arguments.grant_date,
        exercise_date=arguments.exercise_date,
        leave_date=arguments.leave_date,
        window_days=arguments.window_days,
        expiry_years=arguments.expiry_years,
        is_iso=arguments.option_type == "iso",
        early_exercise=arguments.early_exercise,
        calendar=calendar,
    )


def _tax(arguments: OptionExerciseArguments, exercise: Exercise, deps: ToolDeps) -> _Taxed:
    if exercise.fair_market_value is None:
        return _Taxed()
    if arguments.tax_year is None and arguments.exercise_date is not None:
        arguments = arguments.model_copy(update={"tax_year": arguments.exercise_date.year})
    found: FoundTax | FoundMinimum | None
    if arguments.option_type == "nso":
        found = arguments.find_spread_tax(exercise.spread, deps.reference, deps.today)
        figures = () if found is None else tuple(build_wage_figures(exercise, found.tax))
        if arguments.currency == DOLLARS and exercise.spread:
            law = deps.reference.tax_law(deps.reference.tax_years[-1])
            figures = (*figures, build_prepaid_figure(exercise, law.supplemental))
    else:
        found = arguments.find_minimum(deps.reference, deps.today)
        rate = arguments.minimum_tax_pct
        quick = build_quick_figure(exercise) if rate is None else build_quick_figure(exercise, rate / 100)
        figures = (quick,) if found is None else (quick, *build_minimum_figures(exercise, found.law, found.year))
    if found is None:
        return _Taxed(figures)
    if isinstance(found, FoundMinimum) and found.year.added_back:
        found = replace(found, assumptions=(*found.assumptions, ADDED_BACK))
    if arguments.currency != DOLLARS and arguments.tax_pct is None:
        raise InputError("currency", "must be USD where US tax is worked out: convert the prices first")
    return _Taxed(figures, found.assumptions, found.warnings)


def _name_assumptions(arguments: OptionExerciseArguments, exercise: Exercise | None, late: bool) -> Iterator[str]:
    if "option_type" not in arguments.model_fields_set:
        yield "The options are taken as ISOs; say option_type nso for nonqualified ones."
    if arguments.leave_date is not None and "window_days" not in arguments.model_fields_set:
        yield f"The window after leaving is taken as {USUAL_WINDOW_DAYS} days; the grant agreement decides."
    if arguments.grant_date is not None and "expiry_years" not in arguments.model_fields_set:
        yield f"Options are taken to expire {USUAL_EXPIRY_YEARS} years after the grant."
    if exercise is None or exercise.fair_market_value is None:
        return
    if arguments.option_type == "nso" or late:
        yield PREPAID
    else:
        yield "All shares are kept beyond the end of the year; sold within it, there is no minimum tax on them."


def _list_warnings(
    arguments: OptionExerciseArguments, exercise: Exercise | None, dates: tuple[Milestone, ...]
) -> Iterator[str]:
    yield from (_name_posting(item) for item in dates if item.event == POSTED)
    if arguments.early_exercise:
        yield "Without an 83(b) election within thirty days, unvested shares are taxed as they vest."
    if exercise is None:
        return
    if exercise.fair_market_value is None:
        yield "Without the value of a share today (409A) the tax is not known: ask the company for it."
        return
    if exercise.fair_market_value < exercise.strike:
        yield "The strike is above the value of a share: exercising would cost more than the shares are worth."
    if arguments.option_type == "iso":
        yield "The quick estimate leaves out the exemption and the regular tax; it is no upper or lower bound."
        if arguments.wages is None and arguments.regular_taxable_income is None:
            yield "Give wages, or regular_taxable_income, with filing_status for the minimum tax."
        yield "State minimum tax (such as California's) and the credit that later gives the tax back are left out."
    elif arguments.tax_pct is None and arguments.wages is None:
        yield "Give wages with filing_status and state, or tax_pct, for the tax on the spread."
    yield ADVISER


def _name_posting(item: Milestone) -> str:
    return (
        f"The 30th day is a weekend or legal holiday: an 83(b) election posted by {item.date} still counts, "
        "but plan with the 30th day itself."
    )


OPTION_EXERCISE = ToolSpec(
    name=NAME,
    description=(
        "Exercising stock options: strike cost, spread, tax for NSO (wages) or ISO (alternative minimum tax, the "
        "largest spread and most shares without it), cash needed, and dates: expiry, window after leaving, three "
        "months for ISOs, 83(b). Use it for what exercising costs and until when it is possible."
    ),
    arguments=OptionExerciseArguments,
    run=run_option_exercise,
    status="working out the exercise…",
    calculates=True,
)
