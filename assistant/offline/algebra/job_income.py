"""Job income: what one of several jobs brings, from the numbers that are its own."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.beside_pay import part_of
from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Parts, take, take_term
from assistant.offline.algebra.job_extras import add_bonus, add_costs, add_days_off, add_flow, add_plan, add_stock
from assistant.offline.algebra.job_flows import A_RATE, MONTHS, PIECES, WEEKS, Income, Per, count_per, whole
from assistant.offline.algebra.job_words import Job

HOURS = 40
LONGEST = 70
"""Characters of a formula from which on its parts are steps of their own."""
A_MONTH, LEAST_YEAR = Decimal(30_000), Decimal(10_000)
"""Up to here an amount paid so many times is a month's; from the last on it is a year's."""
A_YEARS_HOURS, A_DAYS_HOURS, A_WEEKS_DAYS = Decimal(400), Decimal(16), Decimal(7)
_SPOKEN = (
    ("semi-month", r"semi[- ]?monthly|twice a month"),
    ("bi-week", r"bi-?weekly|fortnight\w*|every (?:two|2|other) weeks?"),
    ("hour", r"hourly|(?:an?|per|die|la|por|pro) (?:hour|hr|stunde|hora)\b|de l'heure|stundenlohn|godzin\w*"),
    ("day", r"day ?rate|daily|tagessatz|tjm|par jour|por dia|al dia"),
    ("week", r"weekly"),
    ("month", r"monthly|monat\w*|mensual\w*|mensais|miesi\w+|par mois|al mes|ao mes"),
)
_STAY = r"stay\w*|counter\w*|boss|manager|keep me|chef|jefe|promise\w*|raise me|match\w*|best (?:he|she|they)"
"""Tells of a raise that keeps somebody in the present job."""
_MOST = {"month": Decimal(45_000), "day": Decimal(8_000), "hour": Decimal(2_000)}
"""Pay above this does not come so often, however near the word stands."""


def earn_income(job: Job, parts: Parts, work: Work, others: list[str]) -> Income | None:
    """What a job brings from its numbers; None where they do not fit.

    Args:
        job: its numbers.
        parts: the same as those of a sum.
        work: where they are taken from.
        others: how often the other jobs pay, for a pay that does not say.
    """
    made = Income()
    per = paid_per(job, parts, others)
    base = _base(job, parts, work, made, per)
    if base is None:
        return None
    amount, own = base
    if job.sense == "tc":
        work.used |= {
            t.start
            for t in parts.all("pens", "bpct", "bonus")
            if re.search(r"\binc", parts.message.text[job.anchor.start : t.end + 20])
        }
        parts = Parts(
            parts.message, {s: tuple(t for t in ts if t.start not in work.used) for s, ts in parts.by.items()}
        )
    if (
        parts.has("rise")
        and not (job.sense == "now" and parts.message.has(_STAY))
        and not parts.has("horizon")
        and not parts.has("raises")
    ):
        return None
    if (full := parts.one("fte")) is not None:
        amount = amount * part_of(work, full, "part_pct")
    amount = _changed(parts, work, made, amount)
    if more := [take_term(work, term, "on_top_pct") for term in parts.all("ontop")]:
        amount = amount * (1 + add_up(more).part)
    made.flows.insert(0, (amount, own))
    add_bonus(parts, work, made, amount, own)
    add_plan(parts, work, made, amount, own)
    add_stock(parts, work, made)
    for term in parts.all("extra"):
        if not add_flow(parts, work, made.flows, term, "extra", made):
            return None
    add_days_off(parts, work, made, amount, own)
    made.once += [take_term(work, term, "sign_on") for term in parts.all("sign", "sign2")]
    made.taxes = [take_term(work, term, "tax_pct") for term in parts.all("tax")]
    if not add_costs(parts, work, made):
        return None
    if len(made.by("year").text) > LONGEST:
        made.flows = [
            (_named(work, each, f"{name} a {own}{parts.tag}"), own)
            for (each, own), name in zip(made.flows, _names(made), strict=True)
        ]
    return made


def _names(made: Income) -> list[str]:
    return ["pay", *("more", "more yet", "further", "besides", "also", "and also")[: len(made.flows) - 1]]


def _named(work: Work, amount: Expr, label: str) -> Expr:
    return work.step(label, amount, answers=False) if " " in amount.text else amount


def paid_per(job: Job, parts: Parts, others: list[str]) -> str:
    """How often the pay of a job comes, as told, as its counts and its size show, or as the others' does."""
    pay, text = job.anchor, parts.message.text
    if pay.value > _MOST.get(pay.per or "", pay.value) and pay.currency in ("EUR", "USD", "GBP"):
        return "year"
    pieces = job.has("items") and not job.has("hours", "hours2", "shifth")
    if pay.per and not (pieces and pay.per == "hour"):
        return pay.per
    around = text[max(0, pay.start - 20) : pay.end + 22]
    spoken = next((name for name, words in _SPOKEN if re.search(rf"\b(?:{words})", around, re.IGNORECASE)), None)
    if job.has("items") and pay.value < LEAST_YEAR and not job.has("hours") and (pieces or not job.has("plus")):
        return "item"
    if spoken and pay.value < LEAST_YEAR * 3:
        return spoken
    if job.has("shifts") and pay.value <= A_RATE * 10 and not job.has("shifth", "hours", "plus"):
        return "shift"
    if pay.value <= A_RATE and (job.has("hours", "shifts", "shifth", "plus", "othours") or "hour" in others):
        return "hour"
    if pay.value <= A_RATE * 10 and any(t.value > A_WEEKS_DAYS for t in parts.all("days")):
        return "day"
    if (pay.value <= A_MONTH or "month" in others or job.has("fx")) and job.has("sal", "bmonths", "months"):
        return "month"
    return "month" if A_RATE * 2 < pay.value < LEAST_YEAR else "year"


def _base(job: Job, parts: Parts, work: Work, made: Income, per: str) -> tuple[Expr, Per] | None:
    rate = take_term(work, job.anchor, "pay")
    made.rate = (rate, per)
    _set_weeks(parts, work, made, per)
    if per == "hour":
        return _by_hour(parts, work, made, rate)
    if per == "day":
        return _by_day(parts, work, made, rate)
    if per in PIECES:
        return _by_item(job, parts, work, made, rate)
    hours = parts.one("hours") or parts.one("hours2")
    if hours is not None:
        work.used |= {t.start for t in parts.all("hours", "hours2")}
        counted = take_term(work, hours, "worked_hours")
        if hours.value >= A_YEARS_HOURS:
            made.yearly_hours = counted
        else:
            made.hours = counted
    if (days := parts.one("dweek", "days")) is not None and not job.has("unitcost", "cost", "extra", "miles"):
        counted = take_term(work, days, "days")
        made.days = counted if days.value > A_WEEKS_DAYS else counted * made.weeks
    if per == "month":
        work.used |= {t.start for t in parts.all("often") if t.unit == "week" and parts.has("sal")}
        return _by_month(parts, work, rate)
    if per == "week":
        often = parts.one("often")
        if often is not None:
            return rate * WEEKS / take_term(work, often, "every_weeks"), "year"
        return rate, "week"
    work.used |= {t.start for t in parts.all("sal")}
    times = {"bi-week": 26, "semi-month": 24, "quarter": 4}.get(per)
    return (rate * times if times else rate), "year"


def _set_weeks(parts: Parts, work: Work, made: Income, per: str) -> None:
    weeks, away = parts.one("weeks"), parts.one("unpaid")
    off = parts.one("off")
    if weeks is not None:
        made.weeks = take_term(work, weeks, "weeks")
        if weeks.value < A_WEEKS_DAYS:
            made.weeks = made.weeks * MONTHS
    elif away is not None and away.unit == "week":
        made.weeks = made.weeks - take_term(work, away, "unpaid_weeks")
    elif off is not None and off.unit == "week" and per in ("hour", "day", "week", "shift"):
        made.weeks = made.weeks - take_term(work, off, "off_weeks")
    elif per in ("hour", "week", "shift", "trip"):
        work.suppose(f"{WEEKS} weeks a year.")


def _by_hour(parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    for term in parts.all("plus"):
        if term.dim == "percent":
            rate = rate * (1 + take_term(work, term, "extra_pct").part)
        elif not parts.has("items"):
            rate = rate + take_term(work, term, "extra")
    hours = parts.one("hours2") or parts.one("hours")
    if hours is not None and hours.value >= A_YEARS_HOURS:
        work.used |= {t.start for t in parts.all("hours", "hours2")}
        made.yearly_hours = take_term(work, hours, "worked_hours")
        return rate * made.yearly_hours, "year"
    if hours is not None and (hours.per == "month" or hours.value > 110):
        made.yearly_hours = take_term(work, hours, "hours_a_month") * MONTHS
        months = take(parts, work, "months", "paid_months")
        month = rate * take_term(work, hours, "hours_a_month")
        return (month * months, "year") if months is not None else (month, "month")
    paid = parts.one("hours2")
    counted = _hours_a_week(parts, work)
    made.hours = counted
    if paid is not None:
        return rate * take_term(work, paid, "paid_hours"), "week"
    return _with_overtime(parts, work, made, rate, counted)


def _with_overtime(parts: Parts, work: Work, made: Income, rate: Expr, hours: Expr) -> tuple[Expr, Per]:
    after, more = take(parts, work, "otafter", "plain_hours"), take(parts, work, "othours", "overtime_hours")
    if after is None and more is None:
        return rate * hours, "week"
    times = take(parts, work, "mult", "times") or Work.literal("1.5")
    within = parts.message.has(r"of (?:that|those|which|them)|includ\w*")
    if after is not None:
        return rate * after + rate * times * (hours - after), "week"
    assert more is not None  # noqa: S101
    plain = hours - more if within else hours
    made.hours = hours if within else hours + more
    return rate * plain + rate * times * more, "week"


def _hours_a_week(parts: Parts, work: Work) -> Expr:
    shifts, length, days = (parts.one(sense) for sense in ("shifts", "shifth", "dweek"))
    hours = parts.one("hours")
    if length is not None and (counted := shifts or days) is not None:
        return take_term(work, counted, "times_a_week") * take_term(work, length, "shift_hours")
    if hours is None:
        work.suppose(f"{HOURS} hours a week.")
        return whole(HOURS)
    if hours.value <= A_DAYS_HOURS and (counted := days or shifts) is not None:
        return take_term(work, counted, "times_a_week") * take_term(work, hours, "shift_hours")
    work.used |= {t.start for t in (shifts, days) if t is not None}
    return take_term(work, hours, "hours_a_week")


def _by_day(parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    days, each = parts.one("days"), parts.one("dweek")
    if days is not None and days.value > A_WEEKS_DAYS:
        counted = take_term(work, days, "days")
        work.used |= {t.start for t in parts.all("dweek")}
        if days.per == "month" or days.value <= 31:
            months = take(parts, work, "months", "paid_months") or whole(MONTHS)
            return rate * counted * months, "year"
        made.days = counted
        return rate * counted, "year"
    told = each or days
    if told is None:
        return None
    share = [take_term(work, t, "part_weeks") for t in parts.all("part")]
    if share:
        made.weeks = whole(WEEKS) * share[0] / share[1] if len(share) > 1 else whole(WEEKS) / share[0]
    counted = take_term(work, told, "days_a_week")
    made.days = counted * made.weeks
    return rate * counted, "week"


def _by_month(parts: Parts, work: Work, rate: Expr) -> tuple[Expr, Per]:
    counts = [take_term(work, term, "salaries") for term in parts.all("sal")]
    months = parts.one("months")
    if months is not None and not counts and not parts.has("cost"):
        counts = [take_term(work, months, "paid_months")]
    away = parts.one("unpaid")
    if away is not None and away.unit == "month":
        counts = [(counts[0] if counts else whole(MONTHS)) - take_term(work, away, "unpaid_months")]
    if not counts and not parts.has("bmonths"):
        return rate, "month"
    more = [take_term(work, term, "bonus_months") for term in parts.all("bmonths")]
    if more and parts.has("attain"):
        more = [add_up(more) * part_of(work, parts.all("attain")[0], "paid_pct")]
    return rate * add_up([counts[0] if counts else whole(MONTHS), *more]), "year"


def _by_item(job: Job, parts: Parts, work: Work, made: Income, rate: Expr) -> tuple[Expr, Per] | None:
    counts = parts.all("items", "shifts", "miles")
    if not counts:
        return None
    for term in (*parts.all("plus"), *parts.all("unitcost")):
        each = take_term(work, term, "each_more")
        rate = rate - each if term in parts.by.get("unitcost", ()) else rate + each
    whole = rate
    for term in counts:
        whole = whole * take_term(work, term, "count")
    per = count_per(parts, counts[-1])
    days = parts.one("days")
    if re.match(r".{0,12}(?:per|a|each|/) ?year", parts.message.text[job.anchor.end :], re.IGNORECASE):
        return whole, "year"
    if per == "hour" and (hours := parts.one("hours")) is not None:
        return whole * take_term(work, hours, "hours_a_week"), "week"
    if days is not None and days.value > A_WEEKS_DAYS:
        return whole * take_term(work, days, "days"), "year"
    if (each_week := parts.one("dweek")) is not None:
        return whole * take_term(work, each_week, "days_a_week"), "week"
    if per == "week" or (per != "year" and parts.has("weeks")) or (per is None and parts.has("miles")):
        return whole, "week"
    return (whole, "month") if per == "month" else (whole * (4 if per == "quarter" else 1), "year")


def _changed(parts: Parts, work: Work, made: Income, amount: Expr) -> Expr:
    """The pay after a raise or a cut; one that comes every year over several is its growth."""
    rise, fall = parts.one("rise"), parts.one("fall")
    for term in parts.all("rise")[1:]:
        if parts.has("horizon") or parts.has("raises"):
            break
        amount = amount * (1 + take_term(work, term, "raise_pct").part)
    raises = parts.one("raises")
    if rise is not None:
        change = take_term(work, rise, "raise_pct")
        if raises is not None and not parts.has("horizon"):
            times = take_term(work, raises, "raise_years")
            return Expr(f"{_bracketed(amount)} x (1 + {change.text} / 100) ^ {times.text}", amount.value * (1 + change.value / 100) ** int(times.value))  # fmt: skip
        if parts.has("horizon"):
            work.used |= {t.start for t in parts.all("raises")}
            made.growth = change
        else:
            amount = amount * (1 + change.part)
    if fall is not None and not parts.has("grant") and not parts.has("stock"):
        amount = amount * left_of(take_term(work, fall, "cut_pct"))
    return amount


def _bracketed(item: Expr) -> str:
    return f"({item.text})" if item.loose else item.text
