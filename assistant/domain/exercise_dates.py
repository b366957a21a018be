"""Exercise dates: until when options can be exercised, and the days tax law counts from; all dates are inclusive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from assistant.domain.business_days import WorkCalendar, on_or_after
from assistant.domain.service_time import add_months
from assistant.errors import InputError

USUAL_WINDOW_DAYS = 90
USUAL_EXPIRY_YEARS = 10
ISO_MONTHS_AFTER_LEAVING = 3
ELECTION_DAYS = 30
EXPIRY = "options expire"
WINDOW_ENDS = "window after leaving ends"
POSTED = "last postmark that counts for the 83(b) election"

Day = Annotated[date, Field(ge=date(1950, 1, 1), le=date(2150, 12, 31))]
"""A date a grant can have; others are slips of the pen."""


@dataclass(frozen=True, slots=True)
class ExerciseDates:
    """What is known of the dates of a grant; `window_days` counts from the day after leaving.

    `calendar` holds the legal holidays in the District of Columbia, which tax deadlines go by.
    """

    grant_date: date | None = None
    exercise_date: date | None = None
    leave_date: date | None = None
    window_days: int = USUAL_WINDOW_DAYS
    expiry_years: int = USUAL_EXPIRY_YEARS
    is_iso: bool = True
    early_exercise: bool = False
    calendar: WorkCalendar = field(default_factory=WorkCalendar)


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
        InputError: the dates contradict each other, or the exercise comes after the last day for it.
    """
    _check_order(dates)
    expiry = _find_expiry(dates)
    found = (*([expiry] if expiry else []), *_after_leaving(dates, expiry), *_election(dates))
    _check_exercise(dates, found)
    return found


def find_last_iso_day(dates: ExerciseDates) -> date | None:
    """Last day on which an exercise after leaving still is that of an ISO; None where nobody leaves.

    >>> find_last_iso_day(ExerciseDates(leave_date=date(2026, 3, 31)))
    datetime.date(2026, 6, 30)

    Source: irc-422.
    """
    return None if dates.leave_date is None else add_months(dates.leave_date, ISO_MONTHS_AFTER_LEAVING)


def is_exercised_too_late_for_iso(dates: ExerciseDates) -> bool:
    """Whether ISOs are exercised so long after leaving that they are taxed as NSOs."""
    last = find_last_iso_day(dates)
    return dates.is_iso and last is not None and dates.exercise_date is not None and dates.exercise_date > last


def _check_order(dates: ExerciseDates) -> None:
    if dates.grant_date is None:
        return
    for name, later in (("leave_date", dates.leave_date), ("exercise_date", dates.exercise_date)):
        if later is not None and later < dates.grant_date:
            raise InputError(name, "comes before grant_date: check both dates")


def _check_exercise(dates: ExerciseDates, found: tuple[Milestone, ...]) -> None:
    ends = [item for item in found if item.event in (EXPIRY, WINDOW_ENDS)]
    if dates.exercise_date is None or not ends:
        return
    first = min(ends, key=lambda item: item.date)
    if dates.exercise_date > first.date:
        way_on = "expiry_years" if first.event == EXPIRY else "window_days"
        raise InputError(
            "exercise_date",
            f"comes after the last day to exercise, {first.date} ({first.event}: {first.how}); "
            f"correct the date, or {way_on} if the grant agreement says otherwise",
        )


def _find_expiry(dates: ExerciseDates) -> Milestone | None:
    if dates.grant_date is None:
        return None
    last = add_months(dates.grant_date, 12 * dates.expiry_years) - timedelta(days=1)
    return Milestone(EXPIRY, last, f"the day before {dates.expiry_years} years from grant_date are over")


def _after_leaving(dates: ExerciseDates, expiry: Milestone | None) -> Iterator[Milestone]:
    if dates.leave_date is None:
        return
    window = dates.leave_date + timedelta(days=dates.window_days)
    yield Milestone(WINDOW_ENDS, window, f"leave_date + {dates.window_days} days")
    last = window if expiry is None else min(window, expiry.date)
    end = find_last_iso_day(dates)
    if dates.is_iso and end is not None:
        how = (
            f"the earliest of leave_date + {ISO_MONTHS_AFTER_LEAVING} months ({end}), window and expiry; "
            f"exercised after the {ISO_MONTHS_AFTER_LEAVING} months an ISO is taxed as an NSO"
        )
        yield Milestone("last day to exercise as ISO after leaving", min(end, last), how)
    yield Milestone("last day to exercise", last, "the earlier of window and expiry")


def _election(dates: ExerciseDates) -> Iterator[Milestone]:
    if not dates.early_exercise or dates.exercise_date is None:
        return
    last = dates.exercise_date + timedelta(days=ELECTION_DAYS)
    posted = on_or_after(last, dates.calendar)
    how = f"exercise_date + {ELECTION_DAYS} days, the day to plan with; no extension can be asked for"
    yield Milestone("last day for an 83(b) election", last, how)
    if posted != last:
        how = "the 30th day is a weekend or legal holiday, so by section 7503 the next business day counts (form 15620)"
        yield Milestone(POSTED, posted, how)
