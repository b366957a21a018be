"""Flows: pay by the hour, shift or mile with what comes on part of the hours, overtime and sums beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

PER_YEAR = {"week": 52, "bi-week": 26, "semi-month": 24, "month": 12, "quarter": 4, "year": 1}
SHIFT_HOURS = 17
"""Below it, hours beside shifts without a count may be those of one shift."""
SEASON = Decimal(40)
"""Weeks below which they are a contract and no year."""
_EXTRA = re.compile(r"\b(?:diff\w*|extra|on top|premium|adds?|nights?|evenings?|eves?|weekends?|noc|clos(?:e|es|ing)|charge|preceptor|certification|cert|hazard|shift pay)\b", re.IGNORECASE)  # fmt: skip
_KINDS = (
    ("night", r"night\w*|noc|overnight\w*"),
    ("weekend", r"weekend\w*|saturday\w*|sunday\w*|sat|sun"),
    ("evening", r"evening\w*|eves?|pm shift\w*|late\w*"),
    ("closing", r"clos(?:e|es|ing)"),
)
_ALL = r"\b(?:all|every|each|only)\b[^.?!\n]{{0,18}}\b(?:{0})\b|\b(?:{0})\b(?: only|[^.?!\n]{{0,12}}\ball\b)"
_EVERYTHING = re.compile(r"\bon (?:everything|every hour|all (?:of )?(?:it|them|hours?|\d+)|top of (?:everything|all))\b|\ball (?:my )?(?:hours|shifts|\d+ hours)\b|\b(?:every|each) (?:hour|shift)\b", re.IGNORECASE)  # fmt: skip
_OVERTIME = re.compile(
    r"\b(?:overtime|ot|time[- ]and[- ]a[- ]half|1\.5 ?x?|double[- ]time|time and half)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:past|over|above|beyond|after|more than) (?:the )?(?:first )?$", re.IGNORECASE)
_DIEM = re.compile(r"\bper ?diems?\b", re.IGNORECASE)


@dataclass
class Paid:
    """Pay in one `span` (week or month), with the hours behind it where they are known."""

    span: str
    pay: Expr
    hours: Expr | None = None


def flow_of_pay(m: Message) -> Work | None:
    """What a week, check, month, contract or year pays where it is paid by the hour or mile, with all beside it."""
    work = Work()
    paid = _by_mile(m, work) or _by_hour(m, work)
    if paid is None:
        return None
    regular, yearly, once = _beside(m, work, paid.span)
    if regular:
        paid.pay = work.step(f"all a {paid.span}", add_up([paid.pay, *regular]))
    _spans(m, work, paid, yearly, once)
    return work


def _by_mile(m: Message, work: Work) -> Paid | None:
    pairs: list[tuple[Term, Term]] = []
    for rate in [t for t in m.money if t.per in ("mile", "visit", "call", "trip", "shift")]:
        count = next(
            (t for t in m.pick("time") if t.unit == rate.per and t.start not in {c.start for _, c in pairs}), None
        )
        if count is None or re.search(
            r"\b(?:fuel|gas|tolls?|cost\w*|parking|fees?|pay for)\b[^,.;?!\n\d]{0,12}$",
            m.text[: rate.start],
            re.IGNORECASE,
        ):
            return None
        pairs.append((rate, count))
    spans = {count.per for _, count in pairs if count.per} or {"week"}
    if not pairs or len(spans) != 1 or not spans <= {"week", "month"}:
        return None
    span = str(spans.pop())
    pay = add_up(
        [work.take(rate, f"rate_a_{rate.per}") * work.take(count, f"{count.unit}s_a_{span}") for rate, count in pairs]
    )
    return Paid(span, work.step(f"pay a {span}", pay))


def _by_hour(m: Message, work: Work) -> Paid | None:
    extras = [t for t in m.pick("money number") if _is_extra(m, t)]
    hourly = [t for t in m.money if t.per == "hour"]
    rates = [t for t in hourly if t not in extras] or [t for t in hourly if t.value == max(h.value for h in hourly)][:1]
    extras = [t for t in extras if t not in rates]
    if not rates:
        rates = [
            t for t in m.pick("money number", "salary") if t not in extras and 7 <= t.value < 400 and t.per is None
        ]
    percents = [t for t in m.pick("percent") if _is_extra(m, t)]
    if len(rates) != 1 or any(t.value >= rates[0].value for t in extras) or len(percents) != len(m.pick("percent")):
        return None
    rate = rates[0]
    counted = _hours(m, work)
    if counted is None:
        return None
    span, hours, all_hours = counted
    each = work.take(rate, "rate")
    if (
        not extras
        and not percents
        and not _OVERTIME.search(m.text)
        and not any(t.per == "bi-week" for t in m.pick("time"))
        and not [t for t in m.pick("money number", *_SUMS) if t is not rate]
    ):
        return None
    over = _overtime(m, work, hours)
    base_hours = hours - over[0] if over and over[2] else hours
    pay = work.step(f"plain pay a {span}", each * base_hours, answers=False)
    parts = [pay]
    if over:
        parts.append(work.step(f"overtime a {span}", each * over[0] * over[1], answers=False))
    for extra in [*extras, *percents]:
        share = _hours_of(m, work, extra, [*extras, *percents], hours, all_hours)
        if share is None:
            return None
        parts.append(
            work.step(
                f"{_kind(m, extra) or 'extra'} pay a {span}", _extra_rate(work, extra, each) * share, answers=False
            )
        )
    total = hours + over[0] if over and not over[2] else hours
    return Paid(span, work.step(f"pay a {span}", add_up(parts)) if len(parts) > 1 else pay, total)


_SUMS = ("benefit", "bonus", "")


def _extra_rate(work: Work, extra: Term, rate: Expr) -> Expr:
    return rate * work.take(extra, "extra_pct").part if extra.dim == "percent" else work.take(extra, "extra")


def _is_extra(m: Message, term: Term) -> bool:
    """Whether an amount comes on top of a rate an hour: its own clause names a differential."""
    if term.value >= 40 or term.per not in (None, "hour") or _DIEM.search(m.text[max(0, term.start - 14) : term.start]):
        return False
    low, high = _clause(m, term)
    sign = re.search(r"\+ ?\$?$", m.text[: term.start][-3:])
    return bool(_EXTRA.search(m.text[low : term.start]) or _EXTRA.search(m.text[term.end : high]) or sign)


def _clause(m: Message, term: Term) -> tuple[int, int]:
    """From the number, comma or "and" before to the one behind."""
    breaks = [0, len(m.text)]
    breaks += [t.end for t in m.terms if t is not term] + [t.start for t in m.terms if t is not term]
    breaks += [c.start() for c in re.finditer(r"[,;.?!\n+](?!\d)|\band\b|\bplus\b", m.text)]
    return max(b for b in breaks if b <= term.start), min(b for b in breaks if b >= term.end)


def _kind(m: Message, term: Term) -> str | None:
    low, high = _clause(m, term)
    near = m.text[low:high]
    return next((name for name, words in _KINDS if re.search(rf"\b(?:{words})\b", near, re.IGNORECASE)), None)


def _hours(m: Message, work: Work) -> tuple[str, Expr, Expr | None] | None:
    """The span, the hours in it, and the hours of one shift."""
    times = m.pick("time")
    shift = next((t for t in times if t.unit == "shift" and t.per in (None, "week")), None)
    long = next((t for t in times if t.unit == "hour" and (t.per == "shift" or 4 <= t.value <= 16)), None)
    if shift and long:
        length = work.take(long, "shift_hours")
        work.used |= {t.start for t in times if t.unit in ("hour", "part") and t.value == shift.value * long.value}
        return "week", work.take(shift, "weekly_shifts") * length, length
    hours = [
        t
        for t in times
        if t.unit == "hour" and not _is_over(m, t) and not _DIEM.search(m.text[max(0, t.start - 24) : t.start])
    ]
    monthly = m.has(r"guarantee|hours? (?:a|per) month|block hours?|credit hours?") and not any(
        t.per == "week" for t in hours
    )
    fit = [
        t
        for t in hours
        if 4 <= t.value <= (250 if monthly else 100)
        and t.per in (None, "week", "bi-week", "month")
        and not _names_kind(m, t)
    ]
    if not fit:
        return None
    chosen = fit[0]
    if chosen.value < SHIFT_HOURS and chosen.per is None and m.has(r"shifts?"):
        return None
    work.used |= {t.start for t in times if t.unit in ("hour", "part") and t.value == chosen.value}
    span = "month" if monthly or chosen.per == "month" else "week"
    if chosen.per == "bi-week":
        return span, work.take(chosen, "two_weeks_hours") / 2, None
    return span, work.take(chosen, f"{span}ly_hours"), None


def _names_kind(m: Message, term: Term) -> bool:
    """Whether hours are those of nights or weekends only: "12 hours of nights"."""
    return bool(
        re.match(r" (?:of (?:them|those|these)|(?:of|are|on) (?:nights?|weekends?|evenings?)|are )", m.text[term.end :])
    )


def _is_over(m: Message, term: Term) -> bool:
    return bool(
        _PAST.search(m.text[: term.start][-24:])
        or re.match(r"[^.,;?!\n]{0,14}\b(?:ot|overtime)\b", m.text[term.end :], re.IGNORECASE)
    )


def _overtime(m: Message, work: Work, hours: Expr) -> tuple[Expr, Expr, bool] | None:
    """The hours beyond, how often they count, and whether the week's hours hold them."""
    cue = _OVERTIME.search(m.text)
    if cue is None or re.search(r"\b(?:no|without|not|w/o) (?:any )?$", m.text[: cue.start()][-12:], re.IGNORECASE):
        return None
    times = Work.literal(2) if re.search(r"double[- ]time|2 ?x\b", m.text, re.IGNORECASE) else Work.literal("1.5")
    work.used |= {
        t.start
        for t in m.pick("number count")
        if t.value in (Decimal("1.5"), Decimal(2)) and abs(t.start - cue.end()) < 20
    }
    parts = [t for t in m.terms if t.dim in ("time", "number", "money") and t.start not in work.used]
    own = next(
        (
            t
            for t in parts
            if t.unit in ("part", "hour")
            and not _PAST.search(m.text[: t.start][-24:])
            and abs(t.start - cue.start()) < 40
        ),
        None,
    )
    limit = next((t for t in parts if _PAST.search(m.text[: t.start][-24:]) and t.value < hours.value), None)
    if limit is not None:
        return hours - work.take(limit, "plain_hours"), times, True
    if own is not None:
        return (
            work.take(own, "overtime_hours"),
            times,
            own.unit == "part" or bool(m.has(r"of (?:which|them|those)|so \d+")),
        )
    return None


def _hours_of(m: Message, work: Work, extra: Term, extras: list[Term], hours: Expr, shift: Expr | None) -> Expr | None:
    """The hours an extra is paid for: those its kind names, else all where the words say so."""
    kind = _kind(m, extra)
    words = dict(_KINDS).get(kind or "")
    parts = [t for t in m.pick("time") if t.unit in ("part", "hour", "shift") and t.start not in work.used]
    for part in parts:
        end = next((t.start for t in m.terms if t.start > part.end), len(m.text))
        near = re.split(r"[.?!\n]", m.text[part.end : end])[0]
        if not any(re.search(rf"\b(?:{kinds})\b", near, re.IGNORECASE) for _, kinds in _KINDS):
            near = re.split(r"[,.;\n]", m.text[max(0, part.start - 14) : part.start])[-1]
        if words is None or re.search(rf"\b(?:{words})\b", near, re.IGNORECASE):
            count = work.take(part, "part_of_hours" if part.unit == "hour" or shift is None else "part_of_shifts")
            return count * shift if shift is not None and part.unit != "hour" and part.value <= 7 else count
    if words and re.search(_ALL.format(words), m.text, re.IGNORECASE):
        return hours
    if _EVERYTHING.search(m.text) or (len(extras) == 1 and words is None):
        return hours
    return None


def _beside(m: Message, work: Work, span: str) -> tuple[list[Expr], list[Expr], list[Expr]]:
    """Sums in the span, those of another span brought to a year, and those paid once."""
    regular: list[Expr] = []
    yearly: list[Expr] = []
    once: list[Expr] = []
    for term in m.pick("money number"):
        if term.start in work.used or (term.dim == "number" and not _DIEM.search(m.text)):
            continue
        if _DIEM.search(m.text[max(0, term.start - 14) : term.start]):
            hours = next(
                (
                    t
                    for t in m.pick("time")
                    if t.unit in ("hour", "day") and t.start > term.start and t.start not in work.used
                ),
                None,
            )
            if hours is not None:
                regular.append(
                    work.step(f"per diem a {span}", work.take(term, "per_diem") * work.take(hours, "away_hours"))
                )
            continue
        name = {"bonus": "bonus", "benefit": "allowance", "sign_on": "sign_on", "cost": "cost"}.get(
            term.role, "extra_pay"
        )
        plain = term.role in ("bonus", "benefit", "sign_on", "cost") or re.search(
            r"(?:\+|\bplus|\band|\bextra|stipends?|per diem)\W*(?:a |an |the )?[$€£]?$|$^",
            m.text[max(0, term.start - 20) : term.start],
            re.IGNORECASE,
        )
        if (
            term.per in PER_YEAR
            and not plain
            and not re.match(
                r" ?(?:\w+ )?(?:stipend|allowance|bonus|extra|premium|housing|meals)", m.text[term.end :], re.IGNORECASE
            )
        ):
            continue  # whose sum it is was not said
        if term.per in PER_YEAR:
            amount = work.take(term, name)
            if term.per != span:
                amount = work.step(f"{name.replace('_', ' ')} a year", amount * PER_YEAR[term.per], answers=False)
            signed = Expr(f"0 - {amount.text}", -amount.value, loose=True) if term.role == "cost" else amount
            (regular if term.per == span else yearly).append(signed)
        elif term.role in ("bonus", "benefit", "sign_on"):
            once.append(work.take(term, name))
    return regular, yearly, once


def _spans(m: Message, work: Work, paid: Paid, yearly: list[Expr], once: list[Expr]) -> None:
    """The pay by each span asked for."""
    weeks = next((t for t in m.pick("time") if t.unit == "week" and t.value > 3 and t.start not in work.used), None)
    two = next((t for t in m.pick("time") if t.unit == "week" and t.value == 2), None)
    if two is not None:
        work.used.add(two.start)
    if (two is not None or m.asks("fortnight")) and paid.span == "week":
        work.step("pay every two weeks", paid.pay * 2)
    count = work.take(weeks, "paid_weeks") if weeks else Work.literal(PER_YEAR[paid.span])
    if paid.span == "month" and weeks is None:
        count = Work.literal(12)
    contract = weeks is not None and weeks.value < SEASON
    label = "the whole contract" if contract else "pay a year"
    whole = paid.pay * count if paid.span == "week" or weeks is None else paid.pay * 12
    if yearly:
        part = [item * weeks_part for item in yearly] if contract and (weeks_part := count / 52) else yearly
        whole = add_up([work.step("plain pay in that time", whole, answers=False), *part])
    if contract or m.asks("year", "total") or once or yearly or weeks is not None or not m.goals:
        whole = work.step(label, whole)
        if once:
            work.step("with what is paid once" if contract else "with what is paid once a year", add_up([whole, *once]))
    if m.asks("month") and paid.span == "week":
        work.step("pay a month", paid.pay * 52 / 12)
    if (m.asks("hour") or m.has(r"blended")) and paid.hours is not None:
        work.step("pay an hour, all in", paid.pay / paid.hours)
    if weeks is None and paid.span == "week":
        work.suppose("52 weeks a year.")
