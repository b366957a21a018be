"""Leaving: severance by service, what is paid back, what has vested by a day, how long until a loss is made good."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

_SEVERANCE = r"severance|abfindung|redundancy|gratuity|despido|indemni\w+|finiquito|rescis\w+|per year of service|(?:year|yr) (?:of service|worked)|payoff|exit package|licenciement"
_HALF = re.compile(
    r"\b(?:half(?: an?| of an?)?|halbes|halben|0[.,]5|medio|demi) (?:months?|monat\w*|mes\b|mois)", re.IGNORECASE
)
_FULL = re.compile(
    r"\b(?:one|a|1|ein|eine|un) (?:full )?(?:months?|monat\w*|mes|mois)\b(?:'?s)?(?: of)? ?(?:pay|salary|wages|gehalt\w*)?",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"\b(?:faktor|factor)\b(?: of)? $", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\d/.])(?P<top>\d{1,2}) ?/ ?(?P<bottom>\d{2})\b(?= ?(?:[x×*]|of|times|\b))")
_MONTH = r"(?P<{0}m>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH.format('a')} (?P<ad>\d{{1,2}})(?:st|nd|rd|th)?|(?P<bd>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format('b')})(?:,? (?P<y>20\d\d))\b"
    rf"|\b{_MONTH.format('c')} (?P<cy>20\d\d)\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def severance(m: Message) -> Work | None:  # noqa: PLR0912 - one way to count a time
    """So many days, weeks or months of pay for each year of service, or a fraction the words state."""
    if not m.has(_SEVERANCE):
        return None
    amounts = [t for t in m.pick("money number") if t.value >= 300]
    amounts = [t for t in amounts if t.dim == "money" or t.value >= 1000]
    if len(amounts) != 1 or m.pick("percent shares"):
        return None
    work = Work()
    spans = [t for t in m.pick("time") if t.unit in ("day", "week", "month", "year")]
    formula = _FRACTION.search(m.text)
    factor = next((t for t in reversed(m.pick("number")) if _FACTOR.search(m.text[: t.start])), None)
    each = next((t for t in spans if t.unit in ("day", "week", "month") and (t.per == "year" or _by_year(m, t))), None)
    years = next((t for t in spans if t.unit == "year" and t is not each and t.value >= 1), None)
    if years is None:
        return None
    pay = work.take(amounts[0], "pay")
    month = _monthly(m, work, amounts[0], pay, days=bool(each and each.unit != "month"))
    served = work.take(years, "years")
    more = next(
        (t for t in spans if t.unit == "month" and t is not each and years.start < t.start < years.end + 12), None
    )
    if more is not None:
        served = served + work.take(more, "more_months") / 12
    if each is not None:
        work.used.add(each.start)
    if formula is not None:
        work.used |= {t.start for t in m.terms if formula.start() <= t.start < formula.end()}
        part = work.number(Decimal(formula["top"]), "paid_days") / work.number(Decimal(formula["bottom"]), "month_days")
        work.step("severance", month * part * served)
    elif factor is not None:
        work.step("severance", month * work.take(factor, "factor") * served)
    elif each is not None and each.unit == "day":
        a_day = month * 12 / 365
        work.step("severance", a_day * work.take(each, "year_days") * served)
        work.step("a day of pay", a_day, answers=False)
        work.suppose("A day is a 365th of the year's pay.")
    elif each is not None and each.unit == "week":
        week = pay if amounts[0].per == "week" else month * 12 / 52
        work.step("severance", week * work.take(each, "weeks_a_year") * served)
        work.step("a week of pay", week, answers=False)
    elif _HALF.search(m.text):
        work.step("severance", month * Work.literal("0.5") * served)
    elif each is not None:
        work.step("severance", month * work.take(each, "salaries_a_year_months") * served)
    elif _FULL.search(m.text):
        work.step("severance", month * served)
    else:
        return None
    work.used |= {t.start for t in spans if t.unit == "month" and _HALF.match(m.text[t.start :])}
    return work


def _by_year(m: Message, term: Term) -> bool:
    return bool(
        re.match(
            r"[^.?!\d]{0,24}\b(?:per|a|for each|for every|each|every|pro|por|par|of) (?:year|yr|jahr|ano|an)\b",
            m.text[term.end :],
            re.IGNORECASE,
        )
    )


def _monthly(m: Message, work: Work, amount: Term, pay: Expr, *, days: bool) -> Expr:
    """A month's pay; where days count, a twelfth of the year with its extra salaries."""
    times = m.one("count", "salaries")
    if times is not None and days and amount.per != "year":
        return pay * work.take(times, "salaries") / 12
    if times is not None:
        work.used.add(times.start)
    if amount.per == "week":
        return pay * 52 / 12
    yearly = amount.per == "year" or (
        amount.per is None and amount.value >= 20_000 and not m.has(r"basic|monthly|monat\w*|per month")
    )
    return pay / 12 if yearly else pay


def paid_back_above_net(m: Message) -> Work | None:
    """What paying back the gross of a bonus costs beyond what arrived of it."""
    if (
        len(m.money) != 2
        or m.pick("percent shares")
        or not m.has(r"gross")
        or not m.has(r"repay\w*|pay (?:it |that )?back|want\w*|claw\w*|return|owe\w*|back")
    ):
        return None
    if not m.has(r"hit|saw|received|got|net|landed|after tax|bank|take[- ]home|kept"):
        return None
    high, low = sorted(m.money, key=lambda t: -t.value)
    work = Work()
    work.step("out beyond what you received", work.take(high, "gross") - work.take(low, "net_received"))
    work.used |= {t.start for t in m.pick("time")}
    return work


def until_made_good(m: Message) -> Work | None:
    """After how many months more pay makes good what is lost once."""
    if m.pick("percent shares") or not m.has(
        r"even|break[- ]?even|make (?:it|that|up) (?:up|back|for it)|recoup\w*|catch up|pays? (?:itself )?off|made (?:it )?back|how (?:many|long)"
    ):
        return None
    amounts = m.pick("money number")
    monthly = [t for t in amounts if t.per in ("month", "year") and t.role != "cost"]
    once = [t for t in amounts if t not in monthly and t.value >= 500 and t.per is None]
    if len(monthly) != 1 or len(once) != 1 or len(amounts) != 2:
        return None
    if not m.has(
        r"los[est]\w*|losing|forfeit\w*|walk away|give up|giving up|leave behind|pay back|owe|repay|costs? me|cost of|move|moving|sign\w*"
    ):
        return None
    work = Work()
    gain = work.take(monthly[0], "more_pay")
    if monthly[0].per == "year":
        gain = gain / 12
    months = work.step("months until even", work.take(once[0], "lost_once") / gain, "ratio")
    work.step("years until even", months / 12, "ratio", answers=False)
    work.used |= {t.start for t in m.pick("time")}
    return work


def vested_by(m: Message) -> Work | None:
    """What has vested between two days told, month by month after a cliff, and what is left behind."""
    days = _dates(m.text)
    shares = m.pick("shares")
    spans = [t for t in m.pick("time") if t.unit == "year" and t.value > 1]
    if len(days) != 2 or len(shares) != 1 or len(spans) != 1 or not m.has(r"vest\w*|walk|leave behind|lose|forfeit"):
        return None
    start, end = sorted(days)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    cliff = 12 if m.has(r"cliff") else 0
    quarterly = m.has(r"quarterly|every quarter|every 3 months|every three months")
    whole = int(spans[0].value * 12)
    served = min(0 if months < cliff else months - months % 3 if quarterly else months, whole)
    work = Work()
    count = work.take(shares[0], "shares")
    done = work.number(Decimal(served), "served_months")
    work.used |= {t.start for t in m.pick("time number")}
    vested = work.step("vested by then", count * done / (work.take(spans[0], "grant_years") * 12), "shares")
    work.step("left behind", count - vested, "shares")
    work.suppose(
        f"{months} full months served; it vests {'by quarter' if quarterly else 'month by month'}{' after the cliff' if cliff else ''}."
    )
    return work


def _dates(text: str) -> list[date]:
    found = []
    for match in _DATE.finditer(text):
        name = (match["am"] or match["bm"] or match["cm"])[:3].lower()
        day = int(match["ad"] or match["bd"] or 1)
        if 1 <= day <= 28 or day <= 31:
            found.append(date(int(match["y"] or match["cy"]), _MONTHS.index(name) + 1, min(day, 28)))
    return found


def owed_by_month(m: Message) -> Work | None:
    """What is paid back of a sum that is earned month by month."""
    if not m.has(r"claw\w*|repay\w*|pay back|owe\w*|prorat\w*|pro[- ]rat\w*") or not m.has(
        r"pro[- ]?rat\w*|per month|monthly|each month|1/\d+"
    ):
        return None
    months = [t for t in m.pick("time") if t.unit in ("month", "year") and t.value >= 1]
    bare = [
        t
        for t in m.pick("number")
        if 1 <= t.value <= 60 and re.search(r"\b(?:after|at|in|month|through|gone)(?: about)? $", m.text[: t.start])
    ]
    months += bare if len(months) == 1 and len(bare) == 1 else []
    amounts = [t for t in m.money if t.value >= 1000]
    if len(amounts) != 1 or not 2 <= len(months) <= 3 or m.pick("percent"):
        return None
    ordered = sorted(months, key=lambda t: -_in_months(t))
    whole, rest = ordered[0], sorted(ordered[1:], key=lambda t: t.start)
    later = [
        t
        for t in rest
        if re.search(r"\b(?:more|another|further|extra|longer)\b", m.text[max(0, t.start - 12) : t.end + 12])
    ]
    gone = [t for t in rest if t not in later][-1:]
    if not gone or len(later) > 1 or _in_months(gone[0]) > _in_months(whole):
        return None
    work = Work()
    amount, term = work.take(amounts[0], "amount"), _counted(work, whole, "term_months")
    served = _counted(work, gone[0], "served_months")
    for item in later:
        served = served + _counted(work, item, "more_months")
    work.used |= {t.start for t in rest}
    owed = work.step("owed back", amount * (term - served) / term)
    work.step("kept", amount - owed, answers=False)
    work.suppose("You leave on your own wish; each full month served counts.")
    return work


def _in_months(term: Term) -> Decimal:
    return term.value * (12 if term.unit == "year" else 1)


def _counted(work: Work, term: Term, name: str) -> Expr:
    if term.unit == "year":
        return work.take(term, name.replace("months", "years")) * 12
    return work.take(term, name)


LEAVING_TOPICS = (severance, paid_back_above_net, until_made_good, vested_by, owed_by_month)
