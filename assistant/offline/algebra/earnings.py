"""Earnings: what a pay comes to in a week and a year by the hours, days, shifts, miles and months told with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.offline.algebra.beside_pay import named, part_of
from assistant.offline.algebra.counting import BY_MONTH
from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Parts, plain, take, take_term
from assistant.offline.algebra.portions import wants_full_time
from assistant.offline.algebra.terms import Term

WEEKS, HOURS, DAYS, MONTHS = 52, 40, 5, 12
LUMP = Decimal(100)
"""Hours from which on they are no week's."""
WORK_YEAR = Decimal(1000)
"""Hours from which on they are a year's."""
A_WEEKS = Decimal(7)
LONG = Decimal(40)
A_RATE = Decimal(200)
"""Up to here a bare amount beside hours is a rate an hour."""
A_MONTH = Decimal(30_000)
"""Up to here an amount that is paid 12, 13 or 14 times is one of them."""
OVERTIME = r"overtime|time and a half|1[.,]5 ?x|double[- ]time"
_SPREAD = r"divi\w*|auf|verteilt|over|spread|split|sobre|entre|in \d+"
_IN_SO_MANY = re.compile(r"\b(?:in|en|em|into|across|as|sur|an)\s*$", re.IGNORECASE)
"""Stands before the payments that the same year comes in."""
_HOLIDAYS = r"ferias|1 ?/ ?3|terco"
PAYMENTS = {"bi-week": 26, "semi-month": 24, "quarter": 4}
NIGHT = r"night|shift|diff\w*|extra|on top"
ON_TOP = frozenset({"bpct", "bonus", "extra", "stock", "pens", "cost", "tax", "attain", "factor"})
COUNTS = frozenset({"hours", "weeks", "days", "dweek", "months", "sal", "unpaid", "bmonths", "otafter", "othours", "mult", "plus", "shifts", "shifth", "miles", "items", "fte"})  # fmt: skip


@dataclass
class Earned:
    """What a pay comes to. `span`: pay of the time told, where that is neither a week nor a year."""

    rate: Expr
    week: Expr | None = None
    month: Expr | None = None
    year: Expr | None = None
    span: Expr | None = None
    span_name: str = ""
    hour: Expr | None = None
    day: Expr | None = None


def earn(parts: Parts, work: Work, pay: Term, tag: str = "") -> Earned | None:
    """The pay by the time it is earned in; None where the counts beside it do not fit how often it comes."""
    rate = take_term(work, pay, "pay" + tag.lower().replace(" ", "_"))
    tag = tag + parts.tag
    often = how_often(parts, pay)
    made = {
        "hour": _by_hour, "day": _by_day, "week": _by_week, "month": _by_month, "mile": _by_count, "trip": _by_count,
        "visit": _by_count, "shift": _by_count,
    }.get(often, _by_year)(parts, work, rate, tag, pay)  # fmt: skip
    if parts.has("fte") and wants_full_time(parts.message.text):
        return None
    if made is not None and made.year is not None and (full := parts.one("fte")) is not None:
        made.year = work.step(f"part-time pay a year{tag}", made.year * part_of(work, full, "part_pct"))
        work.used |= {t.start for t in parts.all("dweek", "hours")}
    if made is not None and made.year is not None and made.month is None:
        for count in parts.all("sal"):
            work.step(f"pay in {plain(count.value)} payments{tag}", made.year / take_term(work, count, "salaries"))
    return made


def how_often(parts: Parts, pay: Term) -> str:
    """How often a pay comes; one that says nothing comes by the year, or as its size and the counts beside it show."""
    if pay.per:
        return pay.per
    if pay.value <= A_RATE and parts.one("hours", "shifts", "plus"):
        return "hour"
    if pay.value <= A_RATE * 10 and (days := parts.one("days")) is not None and days.value > A_WEEKS:
        return "day"
    if pay.value <= A_MONTH and parts.one("sal", "bmonths", "months"):
        return "month"
    if pay.value <= A_MONTH and parts.has("cost") and parts.message.has(BY_MONTH):
        return "month"
    return "year"


def _weeks(parts: Parts, work: Work) -> Expr:
    told = take(parts, work, "weeks", "weeks")
    away = take(parts, work, "unpaid", "unpaid_weeks")
    if told is not None:
        return told
    if away is not None:
        return Expr(str(WEEKS), Decimal(WEEKS)) - away
    work.suppose(f"{WEEKS} weeks a year.")
    return Expr(str(WEEKS), Decimal(WEEKS))


def _by_hour(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    if parts.message.has(OVERTIME) and not parts.one("otafter", "othours"):
        return None
    rate = _with_premium(parts, work, rate, tag)
    hours = parts.one("hours")
    if hours is not None and hours.value >= LUMP and hours.per in (None, "year"):
        whole = rate * take_term(work, hours, "worked_hours")
        label = "pay a year" if hours.value >= WORK_YEAR else "pay for those hours"
        total = work.step(f"{label}{tag}", whole)
        return Earned(rate, year=total) if hours.value >= WORK_YEAR else Earned(rate, span=total, span_name=label)
    if hours is not None and hours.per == "month":
        month = work.step(f"pay a month{tag}", rate * take_term(work, hours, "hours_a_month"))
        return Earned(rate, month=month, year=work.step(f"pay a year{tag}", month * MONTHS))
    week = _week_of_hours(parts, work, rate)
    if week is None:
        return None
    week = work.step(f"pay a week{tag}", week, answers=parts.message.asks("week") or not parts.has("weeks"))
    return _from_week(parts, work, rate, week, tag)


def _from_week(parts: Parts, work: Work, rate: Expr, week: Expr, tag: str) -> Earned:
    weeks = parts.one("weeks")
    if weeks is not None and weeks.value < LONG:
        label = f"pay for {plain(weeks.value)} weeks"
        return Earned(rate, week=week, span=work.step(f"{label}{tag}", week * _weeks(parts, work)), span_name=label)
    year = work.step(f"pay a year{tag}", week * _weeks(parts, work))
    if (often := parts.one("often")) is not None and often.unit == "week" and often.value == 2:
        work.used.add(often.start)
        work.step(f"pay for two weeks{tag}", week * 2)
    return Earned(rate, week=week, year=year)


def _with_premium(parts: Parts, work: Work, rate: Expr, tag: str) -> Expr:
    """The rate with what comes on top of it by the hour, in money or in percent."""
    more = parts.all("plus")
    if not more:
        return rate
    added = [
        rate * take_term(work, term, "extra_pct").part if term.dim == "percent" else take_term(work, term, "extra")
        for term in more
    ]
    if parts.has("shifts", "shifth"):
        hours = take(parts, work, "shifts", "weekly_shifts"), take(parts, work, "shifth", "shift_hours")
        week = add_up(added) * (hours[0] or 1) * (hours[1] or 1)
        work.step(f"of it for the extra a week{tag}", week, answers=False)
        work.step(f"of it for the extra a year{tag}", week * WEEKS, answers=False)
    return work.step(f"rate an hour with the extra{tag}", rate + add_up(added))


def _week_of_hours(parts: Parts, work: Work, rate: Expr) -> Expr | None:
    shifts, length = take(parts, work, "shifts", "weekly_shifts"), take(parts, work, "shifth", "shift_hours")
    hours = parts.one("hours")
    if shifts is not None and length is not None:
        if hours is not None and hours.value == shifts.value * length.value:
            work.used.add(hours.start)
        return rate * shifts * length
    days = take(parts, work, "dweek", "days_a_week")
    if days is not None and length is not None and hours is None:
        return rate * days * length
    each = take(parts, work, "hours", "worked_hours")
    if each is None:
        work.suppose(f"{HOURS} hours a week.")
        each = Expr(str(HOURS), Decimal(HOURS))
    elif days is not None and hours is not None and hours.value <= 16:
        each = each * days
    overtime = _overtime(parts, work, rate, each)
    return rate * each if overtime is None else overtime


def _overtime(parts: Parts, work: Work, rate: Expr, hours: Expr) -> Expr | None:
    """A week with overtime, from which hour on or how many hours of it are told."""
    after, more = take(parts, work, "otafter", "plain_hours"), take(parts, work, "othours", "overtime_hours")
    if after is None and more is None:
        return None
    times = take(parts, work, "mult", "times") or (
        Work.literal(2) if parts.message.has(r"double[- ]time") else Work.literal("1.5")
    )
    if after is not None:
        plain, over = after, hours - after
    else:
        assert more is not None  # noqa: S101
        within = parts.message.has(r"of (?:those|which|them|that)|so \d+|includ\w*")
        plain, over = (hours - more if within else hours), more
    if over.value < 0:
        return None
    return work.step("plain pay a week", rate * plain, answers=False) + work.step(
        "overtime pay a week", rate * times * over, answers=False
    )


def _by_day(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    days, months = parts.one("days"), parts.one("months")
    if days is not None and (days.per == "month" or months is not None):
        month = work.step(f"pay a month{tag}", rate * take_term(work, days, "days_a_month"), answers=False)
        label = f"pay for {plain(months.value)} months" if months is not None else "pay a year"
        count = take_term(work, months, "paid_months") if months is not None else MONTHS
        return Earned(rate, month=month, year=work.step(f"{label}{tag}", month * count))
    if days is not None and days.value > A_WEEKS:
        return Earned(rate, year=work.step(f"pay a year{tag}", rate * take_term(work, days, "days")))
    each = take(parts, work, "dweek", "days_a_week") or (take_term(work, days, "days_a_week") if days else None)
    if each is None:
        work.suppose(f"{DAYS} days a week.")
        each = Expr(str(DAYS), Decimal(DAYS))
    week = work.step(f"pay a week{tag}", rate * each, answers=parts.message.asks("week"))
    return _from_week(parts, work, rate, week, tag)


def _by_week(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    return _from_week(parts, work, rate, rate, tag)


def _by_month(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    count: Expr | None = take(parts, work, "sal", "salaries")
    if parts.has("unpaid") and (away := parts.one("unpaid")) is not None and away.unit == "month":
        count = Expr(str(MONTHS), Decimal(MONTHS)) - take_term(work, away, "unpaid_months")
    months = [take_term(work, t, "paid_months") for t in parts.all("months")]
    extra = [take_term(work, t, "bonus_months") for t in parts.all("bmonths")]
    if parts.message.has(_HOLIDAYS) and count is not None and count.value > MONTHS:
        work.suppose("A third of a salary for the holidays.")
        extra.append(Expr("1 / 3", Decimal(1) / 3))
    if extra and parts.message.has(r"(?:twice|two times|2 ?x|each)\b[^.]{0,24}\b(?:year|yr|\d)"):
        extra = [add_up(extra) * 2]
    if count is None and not months:
        work.suppose(f"{MONTHS} salaries a year.")
    whole = add_up([*(months or [count or Expr(str(MONTHS), Decimal(MONTHS))]), *extra])
    year = work.step(f"pay a year{tag}", rate * whole)
    for other in parts.all("sal")[1:]:
        taken = take_term(work, other, "payments")
        if parts.message.has(_SPREAD) or _IN_SO_MANY.search(parts.message.text[: other.start]):
            work.step(f"in {plain(other.value)} payments{tag}", year / taken)
        else:
            work.step(f"pay a year with {plain(other.value)} payments{tag}", rate * taken)
    return Earned(rate, month=rate, year=year)


def _by_count(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    count = take(parts, work, "miles", "count")
    if count is None:
        return None
    if pay.value >= 10 and pay.per == "mile":
        rate = work.step(f"pay a mile{tag}", rate / 100, answers=False)
    told = parts.one("miles")
    if told is not None and told.per == "month":
        month = work.step(f"pay a month{tag}", rate * count)
        return Earned(rate, month=month, year=work.step(f"pay a year{tag}", month * MONTHS))
    if told is not None and told.per == "day":
        day = work.step(f"pay a day{tag}", rate * count)
        return _by_day(parts, work, day, tag, pay)
    week = work.step(f"pay a week{tag}", rate * count, answers=False)
    return _from_week(parts, work, rate, week, tag)


def _by_year(parts: Parts, work: Work, rate: Expr, tag: str, pay: Term) -> Earned | None:
    if pay.per in PAYMENTS:
        work.suppose(f"{PAYMENTS[pay.per]} payments a year.")
        return Earned(rate, year=work.step(f"pay a year{tag}", rate * PAYMENTS[pay.per]))
    if pay.per not in (None, "year"):
        return None
    hours, weeks = parts.one("hours"), parts.one("weeks")
    hour: Expr | None = None
    if weeks is not None and weeks.value < LONG and hours is not None:
        whole = take_term(work, hours, "hours_a_week") * take_term(work, weeks, "weeks")
        hour = work.step(f"pay an hour{tag}", rate / whole)
        return Earned(rate, span=rate, span_name="pay in all", hour=hour)
    if (often := parts.one("often")) is not None:
        two = often.unit == "week"
        count: Expr | int = 26 if two else take_term(work, often, "payments")
        work.used.add(often.start)
        if not two and pay.value <= A_MONTH and often.value >= MONTHS:
            return Earned(rate, year=work.step(f"pay a year{tag}", rate * count))
        work.step(f"a payment{tag}", rate / count)
    if hours is not None and not parts.has("fte"):
        each = take_term(work, hours, "hours_a_week")
        hour = work.step(f"pay an hour{tag}", rate / (each if hours.value >= WORK_YEAR else each * _weeks(parts, work)))
    day = take(parts, work, "days", "working_days")
    if day is not None:
        day = work.step(f"pay a day{tag}", rate / day)
    return Earned(rate, year=rate, hour=hour, day=day)


def add_on_top(parts: Parts, work: Work, earned: Earned, tag: str = "") -> Expr | None:
    """The year with bonus, allowances, stock and the employer's part, less costs and taxes; None where there is no year."""
    year = earned.year
    if year is None:
        return None
    total = year
    tag = tag + parts.tag
    base_taken = [take_term(work, t, "pension_pct") for t in parts.all("pens")]
    if (percent := take(parts, work, "bpct", "bonus_pct")) is not None:
        paid = [part_of(work, t, "paid_pct") for t in parts.all("attain", "factor")]
        target = bonus = year * percent.part
        for part in paid:
            bonus = bonus * part
        if paid:
            work.step(f"all in a year at target{tag}", year + target, answers=False)
        total = total + work.step(f"bonus{tag}", bonus)
    elif parts.has("bonus") and (paid_out := [part_of(work, t, "paid_pct") for t in parts.all("attain")]):
        bonus = add_up([take_term(work, t, "bonus") for t in parts.all("bonus")])
        for part in paid_out:
            bonus = bonus * part
        return work.step(f"all in a year{tag}", year + work.step(f"bonus paid{tag}", bonus))
    for term in parts.all("bonus", "extra", "stock"):
        total = total + _a_year(work, term, earned, named(parts, term), shifts=parts.one("shifts"))
    for part in base_taken:
        total = total + work.step(f"employer's part{tag}", year * part.part)
    costs = [_a_year(work, term, earned, "cost", parts.one("dweek"), parts.one("weeks")) for term in parts.all("cost")]
    if parts.has("tax"):
        taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
        total = work.step(f"left a year after tax{tag}", total * left_of(taxes))
    if costs:
        total = total - add_up(costs)
    if (
        (days := parts.one("days")) is not None
        and days.start in work.used
        and earned.day is not None
        and total.text != year.text
    ):
        work.step(f"all in a day{tag}", total / take_term(work, days, "working_days"))
    if total.text != year.text and total.text not in {s["name"] for s in work.steps}:
        total = work.step(f"{'left' if costs else 'all in'} a year{tag}", total)
    return total


def _a_year(
    work: Work,
    term: Term,
    earned: Earned,
    name: str,
    days: Term | None = None,
    weeks: Term | None = None,
    shifts: Term | None = None,
) -> Expr:
    amount = take_term(work, term, name)
    times = {"month": 12, "week": WEEKS, "bi-week": 26, "quarter": 4}.get(term.per or "")
    if term.per == "shift" and shifts is not None:
        return amount * take_term(work, shifts, "weekly_shifts") * WEEKS
    if term.per == "day" and days is not None:
        amount = amount * take_term(work, days, "days_a_week")
        return amount * (take_term(work, weeks, "weeks") if weeks else WEEKS)
    if times is None and term.per is None and earned.month is not None and term.value * 2 < earned.month.value:
        times = MONTHS
    return amount * times if times else amount
