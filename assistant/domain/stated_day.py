"""Stated days: the day that words such as "5 pm on Friday, November 20" name, when they name it for sure."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from datetime import date

_MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(day_name)}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? +(?P<year>20\d\d))?"
_FORMS = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b{_MONTH} {_DAY}\b{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH}(?![a-z]){_YEAR}", re.IGNORECASE),
)
_NUMBERS = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(20\d\d)\b")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b", re.IGNORECASE)
NOT_A_DAY = re.compile(
    r"\b(?:business|working|within|mid|early|late|end|beginning|middle|between|or|weeks?|days|hours?)\b", re.IGNORECASE
)
LONGEST_WAIT_DAYS = 180
"""A day without its year is the next one, unless that lies further ahead than an offer stays open."""


def read_stated_day(words: str, after: date) -> date | None:
    """The one day the words name, or None where they could mean another.

    Args:
        words: of the letter.
        after: the day of the offer, before which no day without its year lies.

    >>> read_stated_day("5 pm PST on Friday, November 20", date(2026, 11, 16))
    datetime.date(2026, 11, 20)
    >>> read_stated_day("by 5/6/2026", date(2026, 5, 1)), read_stated_day("next Friday", date(2026, 5, 1))
    (None, None)
    """
    if NOT_A_DAY.search(words):
        return None
    found = {day for form in _FORMS for match in form.finditer(words) if (day := _build(match, after)) is not None}
    found |= {day for match in _NUMBERS.finditer(words) for day in _list_numeric(match)}
    if len(found) != 1:
        return None
    day = found.pop()
    weekdays = {_WEEKDAYS[match[1].lower()] for match in _WEEKDAY.finditer(words)}
    return day if weekdays <= {day.weekday()} else None


def _build(match: re.Match[str], after: date) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    if match["year"] is not None:
        return _place(int(match["year"]), number, int(match["day"]))
    near = (_place(year, number, int(match["day"])) for year in (after.year, after.year + 1))
    return next((day for day in near if day is not None and 0 <= (day - after).days <= LONGEST_WAIT_DAYS), None)


def _list_numeric(match: re.Match[str]) -> set[date]:
    """Both readings of 5/6/2026; a dotted one names the day first."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    readings = [_place(year, second, first)] + ([_place(year, first, second)] if mark == "/" else [])
    return {day for day in readings if day is not None}


def _place(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
