"""Service time: months and days between a first day and a leave date, counted by anniversaries."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from assistant.errors import InputError

DAYS_PER_YEAR = Decimal(365)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)

    Raises:
        InputError: the date lies outside the calendar.
    """
    index = 12 * day.year + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not date.min.year <= year <= date.max.year:
        raise InputError("date", "lies outside the calendar; check the year")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def count_months(start: date, end: date) -> int:
    """Completed months from `start` to `end`; negative when `end` comes first.

    >>> count_months(date(2026, 3, 15), date(2027, 3, 14)), count_months(date(2026, 3, 15), date(2027, 3, 15))
    (11, 12)
    """
    months = 12 * (end.year - start.year) + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def years_between(start: date, end: date) -> Decimal:
    """Years of 365 days, as discounting by date counts them.

    >>> years_between(date(2026, 1, 1), date(2027, 1, 1))
    Decimal('1')
    """
    return Decimal((end - start).days) / DAYS_PER_YEAR
