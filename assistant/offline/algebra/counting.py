"""Counting: the calendar of one job from the hours, shifts, days, weeks, months and salaries told with its pay."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.calendar import Calendar, Count
from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.frames import Parts, take_term
from assistant.offline.algebra.spans import span_of
from assistant.offline.algebra.terms import Term

SINGLE = ("hours", "shifth", "shifts", "dweek", "days", "weeks", "months", "sal", "miles", "often", "fte", "otafter")
A_DAY, A_WEEK, A_MONTH = 12, 72, 320
"""Hours up to which they are a day's, a week's, a month's; more are a year's."""
SEASON, SHORT_MONTH, LONG = 40, 5, 31
A_WEEKS_DAYS = 7
A_RATE, A_DAYS_PAY, A_MONTHS_PAY = 200, 2500, 30_000
SMALL_CHECK = 20
WHOLE_YEAR = {"weeks": 52, "months": 12}
THINGS = frozenset({"trip", "visit", "call"})
_SPANS = {"semi-month": "half_month"}
_PAID_LEAVE = r"paid (?:vacation|holiday|leave|time off|off)\w*|pto|urlaub|conges|vacaciones|ferias"
UNITS = ("hour", "shift", "day", "week", "bi-week", "half_month", "month", "quarter", "year")


def span(parts: Parts, term: Term) -> str | None:
    """The span of time a number of a sum is told for."""
    found = span_of(parts.message.text, term, [t for terms in parts.by.values() for t in terms])
    return _SPANS.get(found or "", found)


def hours_span(parts: Parts, term: Term, *, of_all: bool = True) -> str:
    """Within what span hours are worked: as told, else as their number shows."""
    told = span(parts, term)
    if told in UNITS:
        return told
    if of_all and term.value <= A_DAY and parts.has("dweek"):
        return "day"
    if of_all and term.value <= A_DAY * 2 and parts.has("shifts") and not parts.has("shifth"):
        return "shift"
    return "week" if term.value < A_WEEK else "month" if term.value < A_MONTH else "year"


BY_MONTH = r"rent|miete|loyer|alquiler|renta|aluguel|huur|czynsz|kita|daycare|nursery|childcare|mortgage"
"""Costs that are paid by the month."""


def pay_unit(parts: Parts, pay: Term) -> str:
    """By what a pay is earned: as told, else as its size and the counts beside it show."""
    told = span(parts, pay)
    salaries = parts.one("sal")
    if salaries is not None and (told == "month" or (told is None and pay.value <= A_MONTHS_PAY)):
        return "hour" if told is None and pay.value <= A_RATE and parts.one("hours", "shifth") else "salary"
    if told in THINGS:
        return "item" if parts.has("items") else "mile" if parts.has("miles") else "shift"
    sane = {"year": pay.value > A_DAYS_PAY, "hour": pay.value <= A_DAYS_PAY, "day": pay.value < A_MONTHS_PAY}
    if told is not None and (pay.per is not None or sane.get(told, True)):
        return told
    small = pay.value <= A_RATE
    for fitting, unit in (
        (small and parts.one("hours", "shifth", "othours", "hours2") is not None, "hour"),
        (parts.has("often") and pay.value <= A_MONTHS_PAY, "salary"),
        (parts.has("items") and pay.value <= A_DAYS_PAY, "item"),
        (parts.has("miles") and small, "mile"),
        (parts.one("days", "dweek") is not None and pay.value <= A_DAYS_PAY, "day"),
        (parts.has("plus") and small, "hour"),
        (parts.has("cost") and pay.value <= A_MONTHS_PAY and parts.message.has(BY_MONTH), "month"),
        (parts.one("months", "bmonths") is not None and pay.value <= A_MONTHS_PAY, "month"),
    ):
        if fitting:
            return unit
    return "year"


def read_calendar(parts: Parts, work: Work, unit: str) -> Calendar | None:
    """The calendar of a job whose pay is earned by a unit; None where a count is told twice."""
    if any(len({t.value for t in parts.all(sense)}) > 1 for sense in SINGLE):
        return None
    hours = parts.one("hours")
    lump = hours is not None and A_WEEK <= hours.value < 1000 and span(parts, hours) is None
    if lump and not parts.message.has(r"month\w*|monat\w*|mes|mois|mensual\w*|miesi\w*|guar\w*"):
        return None
    calendar = Calendar(work)
    _tell_hours(parts, work, calendar)
    _tell_days(parts, work, calendar)
    _tell_weeks(parts, work, calendar, unit)
    _tell_months(parts, work, calendar, unit)
    if (miles := parts.one("miles")) is not None:
        whole = span(parts, miles) or (
            "day" if parts.one("dweek", "days") else "week" if miles.value < 5000 else "year"
        )
        calendar.tell("mile", whole, _count(work, miles, "miles"))
    if (often := parts.one("often")) is not None and not parts.has("sal"):
        if often.unit is not None or often.value < 12:
            calendar.tell(
                often.unit if often.unit in ("day", "month") else "week", "salary", _count(work, often, "every_so_many")
            )
        else:
            calendar.tell("salary", "year", _count(work, often, "payments"))
    return calendar


def _count(work: Work, term: Term, name: str) -> Count:
    return lambda: _taken(work, term, name)


def _taken(work: Work, term: Term, name: str) -> Expr:
    """A count under its name; one that every year has is written out, as it may be told in words."""
    if term.value != WHOLE_YEAR.get(name):
        return take_term(work, term, name)
    work.used.add(term.start)
    return Expr(str(WHOLE_YEAR[name]), Decimal(WHOLE_YEAR[name]))


def _tell_hours(parts: Parts, work: Work, calendar: Calendar) -> None:
    hours, length, shifts = parts.one("hours"), parts.one("shifth"), parts.one("shifts")
    if length is not None:
        calendar.tell("hour", "shift", _count(work, length, "shift_hours"))
    if shifts is not None:
        usual = "week" if shifts.value <= A_WEEKS_DAYS else "month" if shifts.value <= LONG else "year"
        told = span(parts, shifts)
        calendar.tell("shift", told if told in UNITS else usual, _count(work, shifts, "shifts"))
    if hours is not None and not (length is not None and shifts is not None):
        calendar.tell("hour", hours_span(parts, hours), _count(work, hours, "worked_hours"))
    elif hours is not None and length is not None and shifts is not None and hours.value == length.value * shifts.value:
        work.used.add(hours.start)
    if not (shifts is not None and parts.has("dweek")):
        calendar.same("shift", "day")


def _tell_days(parts: Parts, work: Work, calendar: Calendar) -> None:
    if (week := parts.one("dweek")) is not None:
        calendar.tell("day", "week", _count(work, week, "days_a_week"))
    elif parts.has("part"):
        work.suppose("7 days a week while on.")
        calendar.tell("day", "week", lambda: Expr("7", Decimal(7)))
    if (days := parts.one("days")) is None:
        return
    told = span(parts, days)
    if told not in ("week", "month", "year"):
        monthly = parts.one("months", "sal") is not None or parts.message.asks("month")
        told = "week" if days.value <= A_WEEKS_DAYS else "month" if days.value <= LONG and monthly else "year"
    calendar.tell("day", told, _count(work, days, "days"))


def _tell_weeks(parts: Parts, work: Work, calendar: Calendar, unit: str) -> None:
    weeks, away, share = parts.one("weeks"), _away(parts), parts.all("part")
    if len(share) == 2:
        calendar.tell("week", "year", lambda: _weeks_on(parts, work))
    elif weeks is not None and away is not None and weeks.value + away.value == 52:
        work.used.add(away.start)
        calendar.tell("week", "year", _count(work, weeks, "weeks"))
    elif away is not None and unit not in ("year", "month", "salary"):
        calendar.tell("week", "year", lambda: _whole(weeks, work) - take_term(work, away, "weeks_away"))
    elif weeks is not None and weeks.value <= SHORT_MONTH and parts.message.asks("month"):
        calendar.tell("week", "month", _count(work, weeks, "weeks"))
    elif weeks is not None:
        calendar.tell("week", "year", _count(work, weeks, "weeks"))
        if weeks.value < SEASON and not parts.one("months", "sal") and not parts.message.asks("month"):
            calendar.dropped |= {("month", "year")}


def _weeks_on(parts: Parts, work: Work) -> Expr:
    """The weeks of a year worked in turns: so many out of so many, or so many on and so many off."""
    on, other = (take_term(work, t, name) for t, name in zip(parts.all("part"), ("weeks_on", "weeks_of"), strict=True))
    whole = on + other if parts.message.has(r"(?:weeks? )?off") and not parts.message.has("out of") else other
    return Work.literal(52) * on / whole


def _whole(weeks: Term | None, work: Work) -> Expr:
    return take_term(work, weeks, "weeks") if weeks is not None else Expr("52", Decimal(52))


def _away(parts: Parts) -> Term | None:
    """Weeks without pay: told as such, or weeks off that nobody calls paid."""
    away, off = parts.one("unpaid"), parts.one("off")
    if away is not None and away.unit in ("week", None):
        return away
    free = off is not None and off.unit == "week" and not parts.has("weeks") and not parts.message.has(_PAID_LEAVE)
    return off if free else None


def _tell_months(parts: Parts, work: Work, calendar: Calendar, unit: str) -> None:
    months, salaries = parts.one("months"), parts.one("sal")
    if months is not None:
        calendar.tell("month", "year", _count(work, months, "months"))
        if months.value != 12 and not parts.has("weeks"):
            calendar.dropped |= {("week", "year")}
    if salaries is None:
        return
    calendar.tell("salary", "year", _count(work, salaries, "salaries"))
    if unit not in ("salary", "year", "month") and salaries.value < SMALL_CHECK and months is None:
        calendar.same("salary", "month")
        calendar.dropped |= {("week", "year"), ("month", "year")}
