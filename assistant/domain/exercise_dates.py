"""Exercise dates: until when options can be exercised, and the days tax law counts from; all dates are inclusive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from assistant.domain.service_time import add_months
from assistant.errors import InputError

USUAL_WINDOW_DAYS = 90
USUAL_EXPIRY_YEARS = 10
ISO_MONTHS_AFTER_LEAVING = 3
ELECTION_DAYS = 30

Day = Annotated[date, Field(ge=date(1950, 1, 1), le=date(2150, 12, 31))]
"""A date a grant can have; others are slips of the pen."""


@dataclass(frozen=True, slots=True)
class ExerciseDates:
    """What is known of the dates of a grant; `window_days` counts from the day after leaving."""

    grant_date: date | None = None
    exercise_date: date | None = None
    leave_date: date | None = None
    window_days: int = USUAL_WINDOW_DAYS
    expiry_years: int = USUAL_EXPIRY_YEARS
    is_iso: bool = True
    early_exercise: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date, what it is, and how it was counted."""

    event: str
    date: date
    how: str


def list_exercise_dates(dates: ExerciseDates) -> tuple[Milestone, ...]:
    """The dates that follow from what is known, and the last day to exercise where somebody leaves.

    >>> dates = ExerciseDates(leave_date=date(2026, 3, 31), is_iso=False)
    >>> [f"{item.event}: {item.date}" for item in list_exercise_dates(dates)]
    ['window after leaving ends: 2026-06-29', 'last day to exercise: 2026-06-29']

    Raises:
        InputError: the dates contradict each other.
    """
    _check_order(dates)
    expiry = _find_expiry(dates)
    return (*([expiry] if expiry else []), *_after_leaving(dates, expiry), *_election(dates))


def _check_order(dates: ExerciseDates) -> None:
    if dates.grant_date is None:
        return
    for field, later in (("leave_date", dates.leave_date), ("exercise_date", dates.exercise_date)):
        if later is not None and later < dates.grant_date:
            raise InputError(field, "comes before grant_date: check both dates")


def _find_expiry(dates: ExerciseDates) -> Milestone | None:
    if dates.grant_date is None:
        return None
    last = add_months(dates.grant_date, 12 * dates.expiry_years) - timedelta(days=1)
    return Milestone("options expire", last, f"the day before {dates.expiry_years} years from grant_date are over")


def _after_leaving(dates: ExerciseDates, expiry: Milestone | None) -> Iterator[Milestone]:
    if dates.leave_date is None:
        return
    window = dates.leave_date + timedelta(days=dates.window_days)
    yield Milestone("window after leaving ends", window, f"leave_date + {dates.window_days} days")
    if dates.is_iso:
        end = add_months(dates.leave_date, ISO_MONTHS_AFTER_LEAVING)
        how = f"leave_date + {ISO_MONTHS_AFTER_LEAVING} months; exercised later an ISO is taxed as an NSO"
        yield Milestone("last day to exercise as ISO after leaving", end, how)
    last = window if expiry is None else min(window, expiry.date)
    yield Milestone("last day to exercise", last, "the earlier of window and expiry")


def _election(dates: ExerciseDates) -> Iterator[Milestone]:
    if dates.early_exercise and dates.exercise_date is not None:
        last = dates.exercise_date + timedelta(days=ELECTION_DAYS)
        yield Milestone(
            "last day for an 83(b) election", last, f"exercise_date + {ELECTION_DAYS} days; there is no extension"
        )
