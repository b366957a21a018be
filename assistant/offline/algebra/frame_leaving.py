"""Frames of leaving: severance by years served up to a cap, notice that is bought out or paid, and unused days off."""

from __future__ import annotations

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import taxes_of
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_years

WEEKS, WORKDAYS, MONTH_DAYS, DAYS_A_YEAR = 52, 260, 30, 365
A_WEEK, A_MONTH = 3_000, 30_000
"""Up to here a pay is a week's where the words name the week, and a month's where they name no period."""
MOST_MONTH_DAYS = 31
_FRACTIONS = (
    (2, r"half (?:a |of a )?month\w*|halbes|demi|medio|un demi"),
    (4, r"a quarter of a month|un quart|a quarter month"),
)


def _period(parts: Parts, pay: Term) -> str:
    """The period of a pay that names none: a week's, a month's or a year's by its words and size."""
    if pay.per in ("week", "month", "year", "day", "hour"):
        return pay.per
    around = parts.message.text[max(0, pay.start - 20) : pay.end + 12].lower()
    if "week" in around and pay.value < A_WEEK:
        return "week"
    return "month" if pay.value < A_MONTH or "month" in around else "year"


def _a(parts: Parts, work: Work, pay: Term, unit: str) -> Expr:
    """The pay of a day, a week or a month."""
    amount, per = take_term(work, pay, "pay"), _period(parts, pay)
    days = parts.one("monthdays", "days")
    if unit == "day" and days is not None:
        count = take_term(work, days, "days_counted")
        of_month = count.value <= MOST_MONTH_DAYS
        if per == "month":
            return amount / count if of_month else amount * MONTHS / count
        return amount / MONTHS / count if of_month else amount / count
    a_year = {"year": 1, "month": MONTHS, "week": WEEKS}.get(per)
    if a_year is None:
        return amount
    counted = {"week": WEEKS, "month": MONTHS, "day": DAYS_A_YEAR}[unit]
    if counted == a_year:
        return amount
    return amount / counted if a_year == 1 else amount * a_year / counted


def _are_spans(parts: Parts) -> bool:
    """Whether the times that pay is counted by are days, weeks or months."""
    told = parts.all("each", "notice", "notice2", "months", "cap")
    return all(term.unit in (None, "day", "week", "month") for term in told if term.dim != "money")


def _severance(parts: Parts, work: Work) -> bool:
    """So much pay for each year served, up to a cap in money or weeks, with other sums, less taxes."""
    if not _are_spans(parts):
        return False
    pay, each = parts.one("now", "pay"), parts.one("each")
    years = parts.one("served", "items")
    if pay is None or years is None or _period(parts, pay) in ("day", "hour"):
        return False
    served = take_term(work, years, "years_served") if years.unit in ("year", None) else in_years(work, years, "served")
    if each is not None:
        unit = each.unit or "month"
        count = take_term(work, each, f"{unit}s_for_a_year")
    else:
        part = next((part for part, words in _FRACTIONS if parts.message.has(words)), None)
        if part is None:
            return False
        unit, count = "month", Expr(f"1 / {part}", Work.literal(1).value / part)
    for other in parts.all("pay", "now"):
        if other is not pay and parts.has("each"):
            return False
        work.used.add(other.start)
    paid = served * count
    cap = parts.one("cap")
    if cap is not None and cap.dim == "time":
        most = take_term(work, cap, f"most_{cap.unit}s")
        paid = most if most.value < paid.value else paid
    whole = work.step(f"severance{parts.tag}", _a(parts, work, pay, unit) * paid)
    if cap is not None and cap.dim != "time":
        most = take_term(work, cap, "most")
        whole = work.step("severance up to the cap", most * 1 if most.value < whole.value else whole * 1)
    return _with_others(parts, work, whole, pay)


def _with_others(parts: Parts, work: Work, whole: Expr, pay: Term) -> bool:
    others = []
    if (months := parts.one("months")) is not None:
        others.append(_a(parts, work, pay, "month") * take_term(work, months, "months") / MONTHS)
    if (notice := parts.one("notice")) is not None:
        others.append(_a(parts, work, pay, notice.unit or "month") * take_term(work, notice, "notice"))
    if others:
        whole = work.step("in all", add_up([whole, *others]))
    if (tax := taxes_of(parts, work)) is not None:
        work.step(f"left after tax{parts.tag}", whole * left_of(tax))
    return True


def _notice(parts: Parts, work: Work) -> bool:
    """What the part of a notice that is not worked costs, less days off that count for it, up to what is paid for it."""
    pay, notice, less = parts.one("now", "pay"), parts.one("notice"), parts.one("notice2")
    if (
        pay is None
        or notice is None
        or not _are_spans(parts)
        or (parts.has("off") and not parts.message.has(r"adjust\w*|set off|count\w*|against|verrechn\w*"))
    ):
        return False
    unit = notice.unit or "month"
    rest = take_term(work, notice, f"notice_{unit}s")
    if less is not None and less.unit not in (None, unit):
        gone = _a(parts, work, pay, less.unit or "week") * take_term(work, less, "notice_worked")
        cost = _of_notice(parts, work, pay, unit) * rest - gone
    else:
        if less is not None:
            only = parts.message.asked_last.startswith("just") or "only" in parts.message.asked_last
            worked = take_term(work, less, "notice_worked")
            rest = worked if only else rest - worked
        for term in parts.all("off"):
            rest = rest - take_term(work, term, "days_off")
        cost = _of_notice(parts, work, pay, unit) * (Expr(f"({rest.text})", rest.value) if rest.loose else rest)
    if rest.value <= 0:
        return False
    cost = work.step("pay for the notice" if less is None else "pay for the rest of the notice", cost)
    if (cap := take(parts, work, "cap", "paid_for_it")) is not None:
        work.step("left to pay", cost - cap if cost.value > cap.value else cost * 0)
    return True


def _of_notice(parts: Parts, work: Work, pay: Term, unit: str) -> Expr:
    if unit == "day" and parts.one("monthdays", "days") is None:
        work.suppose(f"{MONTH_DAYS} days a month.")
        return _a(parts, work, pay, "month") / MONTH_DAYS
    return _a(parts, work, pay, unit)


def _days_off(parts: Parts, work: Work) -> bool:
    """What unused or further days off are worth."""
    pay, off = parts.one("now", "pay"), parts.all("off")
    if pay is None or any(term.unit not in ("day", None) for term in off):
        return False
    work.used |= {term.start for term in parts.all("notice", "notice2", "left")}
    if len({_period(parts, term) for term in parts.all("pay", "now")}) > 1:
        return False
    if parts.one("monthdays", "days") is None:
        work.suppose(f"{WORKDAYS} working days a year.")
        per = _period(parts, pay)
        day = take_term(work, pay, "pay") * {"month": MONTHS, "week": WEEKS}.get(per, 1) / WORKDAYS
    else:
        day = _a(parts, work, pay, "day")
    day = work.step("worth of a day", day, answers=False)
    days = [take_term(work, term, "days_off") for term in off]
    if len(days) == 2:
        more, less = sorted(days, key=lambda each: -each.value)
        return bool(work.step("worth of the days between", day * (more - less)))
    worth = work.step("worth of the days", day * days[0])
    for term in parts.all("sign", "bonus"):
        work.step("in all", worth + take_term(work, term, "other_sum"))
    if (tax := taxes_of(parts, work)) is not None:
        work.step("left after tax", worth * left_of(tax))
    return len(days) == 1


def _two_days_off(parts: Parts, work: Work) -> bool:
    """Two pays with their days off: pay with the worth of its days, or pay for each day worked."""
    pays, offs = parts.all("pay", "now"), parts.all("off")
    days = take(parts, work, "days", "working_days")
    if len(pays) != 2 or len(offs) != 2 or days is None or any(term.per not in (None, "year") for term in pays):
        return False
    worked = parts.message.has(r"(?:per|a|each) (?:worked|working) day|day worked|per day")
    made = []
    for tag, pay, off in zip("AB", pays, offs, strict=True):
        amount, free = take_term(work, pay, "pay"), take_term(work, off, "days_off")
        if worked:
            made.append(work.step(f"pay for a day worked {tag}", amount / (days - free)))
        else:
            made.append(work.step(f"with the worth of its days off {tag}", amount * (1 + free / days)))
    one, two = made
    work.step("difference", two - one if two.value >= one.value else one - two)
    return True


LEAVING_FRAMES = (
    Frame("severance with cap", ("each",), _severance, frozenset({"served", "items", "pay", "now", "cap", "months", "notice", "tax", "days", "monthdays"}), frozenset({"tax"})),
    Frame("severance in words", ("served",), _severance, frozenset({"pay", "now", "cap", "tax"}), frozenset({"tax", "pay"}), words="|".join(words for _, words in _FRACTIONS)),
    Frame("notice", ("notice",), _notice, frozenset({"notice2", "pay", "now", "off", "monthdays", "cap"})),
    Frame("unused days", ("off",), _days_off, frozenset({"pay", "now", "days", "monthdays", "sign", "bonus", "tax", "notice", "notice2", "left"}), frozenset({"off", "tax"}), words=r"unused|unspent|open|offen\w*|pay ?out|paid out|worth|value|left|ausgezahlt|auszahl\w*|wert|remaining|accrued|extra|between|payslip"),
    Frame("two with days off", ("off", "off"), _two_days_off, frozenset({"pay", "now", "days"}), frozenset({"off", "pay"})),
)  # fmt: skip
