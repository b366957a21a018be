"""Frames of service and time: severance by years served, stock vested by its schedule, hours on the road, pay an hour apart."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frame_package import NTH, SCHEDULE, WHOLE
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.terms import Term

WEEKS, DAYS_A_YEAR, MONTHS = 52, 365, 12
MINUTES = 60
A_MONTH = Decimal(30_000)
"""Up to here a pay of service that says nothing is a month's where it is paid in salaries."""


def _a_year(parts: Parts, work: Work, pay: Term) -> Expr:
    """The pay in a year."""
    amount = take_term(work, pay, "pay")
    if pay.per == "week":
        return amount * WEEKS
    count = take(parts, work, "sal", "salaries")
    if count is not None and pay.value < A_MONTH:
        return amount * count
    return amount * MONTHS if pay.per == "month" or (pay.per is None and pay.value < A_MONTH) else amount


def _severance(parts: Parts, work: Work) -> bool:
    """So many days, weeks or months of pay for each year served, with notice that is paid out, less taxes."""
    pay, served = parts.one("pay", "now"), take(parts, work, "served", "years_served")
    each, factor = parts.one("each"), take(parts, work, "factor", "salaries_a_year")
    if pay is None or served is None or (each is None) == (factor is None):
        return False
    year = _a_year(parts, work, pay)
    if factor is not None:
        whole = year / MONTHS * factor * served
    elif each is not None:
        count = take_term(work, each, f"{each.unit or 'month'}s_for_a_year")
        unit = {"day": DAYS_A_YEAR, "week": WEEKS}.get(each.unit or "", MONTHS)
        whole = year / unit * count * served
    if (cap := take(parts, work, "cap", "most_months")) is not None:
        return cap.value < 0
    whole = work.step(f"severance{parts.tag}", whole)
    whole = _with_notice(parts, work, whole, year)
    if parts.has("tax"):
        taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
        work.step(f"left after tax{parts.tag}", whole * left_of(taxes))
    return True


def _with_notice(parts: Parts, work: Work, whole: Expr, year: Expr) -> Expr:
    notice = parts.one("notice")
    if notice is None:
        return whole
    unit = {"day": DAYS_A_YEAR, "week": WEEKS}.get(notice.unit or "", MONTHS)
    paid = work.step("pay for the notice", year / unit * take_term(work, notice, f"notice_{notice.unit or 'month'}s"))
    return work.step("in all", whole + paid)


def _vested(parts: Parts, work: Work) -> bool:
    """What has vested by a schedule after so many full years, and what is left."""
    grant, leave = take(parts, work, "grant", "grant"), parts.one("leave")
    schedule = SCHEDULE.search(parts.message.text)
    if grant is None or leave is None or schedule is None:
        return False
    years = leave.value if leave.unit == "year" else leave.value / MONTHS
    shares = [int(part) for part in schedule.groups()]
    if sum(shares) != WHOLE or years < 1 or years != int(years):
        return False
    work.used.add(leave.start)
    done = shares[: int(years)]
    named = [work.number(Decimal(share), f"{nth}_year_share") for nth, share in zip(NTH, done, strict=False)]
    vested = work.step(f"vested{parts.tag}", grant * add_up(named).part)
    work.step(f"left behind{parts.tag}", grant - vested)
    if (base := take(parts, work, "pay", "base")) is not None:
        work.step("with the pay of those years", vested + base * int(years))
    return True


def _on_the_road(parts: Parts, work: Work) -> bool:
    """The hours that a way takes in a year, there and back."""
    way, days = parts.one("minutes"), parts.one("dweek")
    if way is None or days is None:
        return False
    weeks = take(parts, work, "weeks", "weeks") or work.literal(WEEKS)
    spent = take_term(work, way, "minutes") * take_term(work, days, "days_a_week") * weeks
    if parts.message.has(r"each way|one way|per way|each direction|way|einfach\w*|cada (?:via|trayecto)"):
        spent = spent * 2
    per = MINUTES if way.unit != "hour" else 1
    work.step(f"hours a year{parts.tag}", spent / per, "hours")
    return True


_A_YEAR = r"year|yr|ano|jahr|annee|saal|service|served|antiguedad"
SERVICE_FRAMES = (
    Frame("severance", ("each", "served", "pay"), _severance, frozenset({"sal", "notice", "tax"}), frozenset({"tax"}), words=_A_YEAR),
    Frame("severance by factor", ("factor", "served", "pay"), _severance, frozenset({"sal", "notice", "tax"}), frozenset({"tax"}), words=_A_YEAR),
    Frame("vested by years", ("grant", "leave"), _vested, frozenset({"pay"})),
    Frame("on the road", ("minutes", "dweek"), _on_the_road, frozenset({"weeks"}), words=r"hours?|stunden|horas|time|long"),
)  # fmt: skip
