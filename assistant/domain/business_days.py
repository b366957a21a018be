"""Business days: which days are worked, and how many lie between two dates.

The first day never counts: one business day after a Monday is the Tuesday.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days nobody works: `weekend` holds weekday numbers (Monday is 0), `holidays` a name for each date."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    weekend: frozenset[int] = frozenset({5, 6})


def is_weekday(day: date, calendar: WorkCalendar) -> bool:
    """Whether the day lies outside the weekend."""
    return day.weekday() not in calendar.weekend


def is_business_day(day: date, calendar: WorkCalendar) -> bool:
    """Whether the day is neither weekend nor holiday."""
    return is_weekday(day, calendar) and day not in calendar.holidays


def add_business_days(day: date, count: int, calendar: WorkCalendar) -> date:
    """The `count`-th business day after the day, which itself does not count; before it when negative.

    >>> add_business_days(date(2026, 11, 23), 4, WorkCalendar({date(2026, 11, 26): "Thanksgiving Day"}))
    datetime.date(2026, 11, 30)
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day, calendar)
    return day


def count_business_days(start: date, end: date, calendar: WorkCalendar) -> int:
    """Business days after `start` up to and with `end`; negative when `end` lies first.

    >>> count_business_days(date(2026, 11, 16), date(2026, 11, 20), WorkCalendar())
    4
    """
    if end < start:
        return -count_business_days(end, start, calendar)
    return len(list_weekdays(start, end, calendar)) - len(list_holidays(start, end, calendar))


def list_weekdays(start: date, end: date, calendar: WorkCalendar) -> list[date]:
    """Days after `start` up to and with `end` that lie outside the weekend."""
    days = (start + timedelta(days=offset) for offset in range(1, (end - start).days + 1))
    return [day for day in days if is_weekday(day, calendar)]


def list_holidays(start: date, end: date, calendar: WorkCalendar) -> list[date]:
    """Holidays after `start` up to and with `end` that fall outside the weekend."""
    return [day for day in list_weekdays(start, end, calendar) if day in calendar.holidays]


def on_or_after(day: date, calendar: WorkCalendar) -> date:
    """The day itself if it is a business day, else the next one."""
    return day if is_business_day(day, calendar) else add_business_days(day, 1, calendar)


def on_or_before(day: date, calendar: WorkCalendar) -> date:
    """The day itself if it is a business day, else the last one before it."""
    return day if is_business_day(day, calendar) else add_business_days(day, -1, calendar)
