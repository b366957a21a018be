"""Streams: pay that comes every so often, brought to a year with what is added and taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from assistant.domain.money import to_json_number
from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.message import PAY, Message
from assistant.offline.algebra.terms import Term

WEEKS, HOURS, DAYS, SALARIES = 52, 40, 5, 12
LONG = Decimal(40)
"""Weeks from which on they are a year's."""
FULL_YEAR_HOURS = 400
"""From here on a count of hours is that of a year."""
MONTHLY_AT_MOST = Decimal(30_000)
"""Up to here an amount that is paid 13 or 14 times is one of them, not the year's."""
_HOLIDAY_PAY = re.compile(r"\b(?:1/3|um terco|terco) (?:de |das? )?ferias|\bferias\b", re.IGNORECASE)


@dataclass
class Stream:
    """One pay with what belongs to it. `year`: its pay in a year; `parts`: what is added (label, yearly amount)."""

    anchor: Term
    terms: list[Term]
    name: str = ""
    text: str = ""
    year: Expr | None = None
    parts: list[tuple[str, Expr]] = field(default_factory=list)
    weekly_hours: Expr | None = None
    salaries: Expr | None = None

    @property
    def total(self) -> Expr:
        """The year's pay with its parts."""
        assert self.year is not None  # noqa: S101
        return add_up([self.year, *(value for _, value in self.parts)])

    def pick(self, dims: str, *roles: str) -> list[Term]:
        """Its terms of these dimensions and roles."""
        kinds = dims.split()
        return [term for term in self.terms if term.dim in kinds and (not roles or term.role in roles)]


def find_anchors(m: Message) -> list[Term]:
    """The amounts that are somebody's pay: those with a period first of all, and those whose words say so."""
    found = [
        term
        for term in m.money
        if term.other is None
        and (term.role in PAY or (term.per in ("hour", "day", "week", "bi-week", "semi-month") and term.role not in ("cost", "benefit")))
        and (term.per or term.value >= 500)
    ]  # fmt: skip
    if found:
        return found
    return [
        term
        for term in m.money
        if term.role in ("price", "index", "grant", "bonus", "net") and not term.other and term.value >= 5000
    ][:1]


def fill_stream(m: Message, work: Work, stream: Stream) -> None:
    """Works out the year's pay of a stream and what comes on top of it."""
    tag = f" {stream.name}" if stream.name else ""
    full = _year(m, work, stream, tag)
    for part in stream.pick("percent", "part_time"):
        label = f"part-time pay a year{tag}"
        full = work.step(label, full * work.take(part, "part_pct").part)
        work.used |= {term.start for term in stream.pick("time") if term.unit == "day"}
    stream.year = full
    for percent in stream.pick("percent"):
        _add_percent(m, work, stream, percent, full, tag)
    for money in stream.pick("money number"):
        if (
            money is not stream.anchor
            and money.start not in work.used
            and (money.dim == "money" or money.role == "benefit" or (money.role == "bonus" and money.value >= 50))
        ):
            _add_money(m, work, stream, money, tag)


def _year(m: Message, work: Work, stream: Stream, tag: str) -> Expr:
    """The anchor brought to a year by the counts beside it, or by the usual ones."""
    anchor = stream.anchor
    rate = work.take(anchor, "pay" + tag.replace(" ", "_").lower())
    times = stream.pick("count", "salaries") or ([] if stream.name else m.pick("count", "salaries"))
    if times:
        times = [*times, *(t for t in stream.pick("number") if t.value in (12, 13, 14, 15))]
    if anchor.per == "hour":
        hours = _hours_a_year(m, work, stream)
        weeks = [t for t in stream.pick("time") if t.unit == "week" and t.start in work.used and t.role != "unpaid"]
        label = f"pay for {to_json_number(weeks[0].value)} weeks" if weeks and weeks[0].value < LONG else "pay a year"
        months = [t for t in stream.pick("time") if t.unit == "month" and t.start in work.used]
        if months and not weeks:
            label = f"pay for {to_json_number(months[0].value)} months"
        return work.step(f"{label}{tag}", rate * hours, answers=not m.asks("month", "week") or m.asks("year"))
    if anchor.per == "day":
        return work.step(f"pay a year{tag}", rate * _days_a_year(work, stream))
    if anchor.per in ("week", "bi-week", "semi-month"):
        usual = {"week": WEEKS, "bi-week": 26, "semi-month": 24}[anchor.per]
        weeks = [t for t in stream.pick("time") if t.unit == "week" and anchor.per == "week" and t.value > 2]
        count: Expr | int = work.take(weeks[0], "weeks") if weeks else usual
        if not weeks:
            work.suppose(f"{usual} payments a year.")
        return work.step(f"pay a year{tag}", rate * count)
    if times and (anchor.per == "month" or (anchor.per is None and anchor.value <= MONTHLY_AT_MOST)):
        stream.salaries = work.take(times[0], "salaries")
        for term in times[1:]:
            work.step(f"pay a year in {term.value:f} salaries{tag}", rate * work.take(term, "salaries"))
        return work.step(f"pay a year{tag}", rate * stream.salaries)
    if anchor.per == "month" and _HOLIDAY_PAY.search(stream.text or m.text):
        work.used |= {t.start for t in stream.pick("number", "") if t.value in (13, 3)}
        work.suppose("Twelve salaries, a thirteenth and a third of one for the holidays.")
        return work.step(f"pay a year{tag}", rate * Expr("12 + 1 + 1 / 3", Decimal(40) / 3, loose=True))
    if anchor.per == "month":
        months = [t for t in stream.pick("time") if t.unit == "month" and t.value <= 12]
        count = work.take(months[0], "paid_months") if months else SALARIES
        if not months:
            work.suppose("12 salaries a year.")
        return work.step(f"pay a year{tag}", rate * count)
    return rate


def _hours_a_year(m: Message, work: Work, stream: Stream) -> Expr:
    hours = [t for t in stream.pick("time") if t.unit == "hour"]
    if m.has(r"shifts?|\d{1,2}s") and (shift := _shift(m, hours)):
        count, length = shift
        stream.weekly_hours = work.take(count, "shifts") * work.take(length, "shift_hours")
        return stream.weekly_hours * _weeks_a_year(work, stream)
    whole = next((t for t in hours if t.value >= FULL_YEAR_HOURS), None)
    if whole:
        return work.take(whole, "hours_a_year")
    weekly = next((t for t in hours if t.value <= 100 and t.per in (None, "week")), None)
    few = next((t for t in stream.pick("time") if t.unit == "day" and t.value <= 7), None)
    if weekly is not None and few is not None and weekly.value <= 14 and weekly.per is None:
        stream.weekly_hours = work.take(weekly, "daily_hours") * work.take(few, "days_a_week")
        return stream.weekly_hours * _weeks_a_year(work, stream)
    if weekly is None:
        weekly = next(
            (t for t in m.pick("time") if t.unit == "hour" and t.value <= 100 and t.start not in work.used), None
        )
    days = next((t for t in stream.pick("time") if t.unit == "day" and t.value <= 7), None)
    if weekly and weekly.per == "day":
        each = work.take(weekly, "daily_hours") * (work.take(days, "days_a_week") if days else DAYS)
    elif weekly:
        each = work.take(weekly, "hours_a_week")
    else:
        each = Expr(str(HOURS), Decimal(HOURS))
        work.suppose("40 hours a week.")
    stream.weekly_hours = each
    return each * _weeks_a_year(work, stream)


def _shift(m: Message, hours: Sequence[Term]) -> tuple[Term, Term] | None:
    """How many shifts a week and of how many hours: "3 12 hour shifts", "four shifts of 10 hours"."""
    counts = [t for t in m.pick("time") if t.unit == "shift"] or [t for t in m.pick("number") if 1 <= t.value <= 7]
    lengths = [t for t in hours if 4 <= t.value <= 16]
    return (counts[0], lengths[0]) if len(counts) == 1 and len(lengths) == 1 else None


def _weeks_a_year(work: Work, stream: Stream) -> Expr:
    weeks = [t for t in stream.pick("time") if t.unit == "week"]
    worked = next((t for t in weeks if t.value <= 53 and (t.role != "unpaid" or t.value >= 30)), None)
    away = [t for t in weeks if t is not worked]
    if worked:
        for term in away:
            work.used.add(term.start)
        return work.take(worked, "weeks_a_year")
    unpaid = next((t for t in away if t.role == "unpaid" and t.value < 20), None)
    if unpaid:
        return Expr(str(WEEKS), Decimal(WEEKS)) - work.take(unpaid, "unpaid_weeks")
    months = next((t for t in stream.pick("time") if t.unit == "month" and 1 <= t.value <= 11), None)
    if months is not None and stream.anchor.per == "hour":
        return work.take(months, "paid_months") * WEEKS / 12
    work.suppose("52 weeks a year.")
    return Expr(str(WEEKS), Decimal(WEEKS))


def _days_a_year(work: Work, stream: Stream) -> Expr:
    days = [t for t in stream.pick("time") if t.unit == "day"]
    months = next((t for t in stream.pick("time") if t.unit == "month" and t.value <= 12), None)
    if days and (days[0].per == "month" or months):
        return work.take(days[0], "days_a_month") * (work.take(months, "paid_months") if months else SALARIES)
    if days and days[0].value > 7:
        return work.take(days[0], "days")
    each = work.take(days[0], "days_a_week") if days else Expr(str(DAYS), Decimal(DAYS))
    if not days:
        work.suppose("5 days a week.")
    return each * _weeks_a_year(work, stream)


def _add_percent(m: Message, work: Work, stream: Stream, percent: Term, pay: Expr, tag: str) -> None:
    """A bonus or an employer's part in percent of the pay."""
    if percent.role == "bonus_part":
        bonus = pay * work.take(percent, "bonus_pct").part
        paid = stream.pick("percent", "paid_out")
        if paid:
            bonus = work.step(f"bonus at target{tag}", bonus, answers=False) * work.take(paid[0], "paid_out_pct").part
        stream.parts.append(("bonus", work.step(f"bonus{tag}", bonus)))
    elif percent.role in ("pension", "benefits_part", "contribution"):
        stream.parts.append(
            ("paid by the employer", work.step(f"employer's part{tag}", pay * work.take(percent, "employer_pct").part))
        )


_NAMED = re.compile(
    r" ?(?:of |for |in )?((?:[a-z]+[ /]){0,2}(?:stipend|allowance|money|budget|credit|perks?|lunch|meals|gym|internet|phone))",
    re.IGNORECASE,
)
_LABELS = {"bonus": "bonus", "benefit": "benefits", "grant": "stock a year", "sign_on": "sign-on", "cost": "costs", "relocation": "relocation", "refresh": "refresh"}  # fmt: skip


def _add_money(m: Message, work: Work, stream: Stream, term: Term, tag: str) -> None:
    label = _LABELS.get(term.role)
    if label is None:
        return
    if term.role == "benefit" and (named := _NAMED.match(m.text[term.end :])):
        label = named[1].lower()
    amount = work.take(term, label.replace(" ", "_").replace("-", "_"))
    counts = {"month": 12, "week": WEEKS, "bi-week": 26, "quarter": 4}
    if term.per in counts:
        amount = work.step(f"{label} a year{tag}", amount * counts[term.per], answers=False)
    years = next(
        (t for t in stream.pick("time") if t.unit == "year" and 0 < t.start - term.end < 30 and t.value > 1), None
    )
    if term.role == "grant" and term.per != "year":
        if years is None:
            work.used.discard(term.start)
            return
        amount = work.step(f"stock a year{tag}", amount / work.take(years, "years"), answers=False)
    if term.role == "cost":
        zero = Expr("0", Decimal(0))
        amount = Expr(f"0 - {amount.text}", zero.value - amount.value, loose=True)
    stream.parts.append((label, amount))


def split_streams(m: Message, anchors: Sequence[Term]) -> list[Stream]:
    """A stream for each anchor with the terms that stand nearest to it, parted where the words part."""
    cuts = _cuts(m.text, anchors)
    streams = []
    for number, anchor in enumerate(anchors):
        low, high = cuts[number], cuts[number + 1]
        own = [t for t in m.terms if low <= t.start < high]
        streams.append(Stream(anchor, own, _name(m.text, anchor, number), m.text[low:high]))
    return [_as_self_employed(m, stream, streams) for stream in streams]


def _as_self_employed(m: Message, stream: Stream, streams: Sequence[Stream]) -> Stream:
    """A cost "as 1099" belongs to the contract, wherever it is told."""
    theirs = [
        t for s in streams for t in s.terms if t.role == "cost" and _SELF_EMPLOYED.match(m.text[t.end : t.end + 40])
    ]
    hourly = next((s for s in streams if s.anchor.per in ("hour", "day")), None)
    if hourly is None or not theirs:
        return stream
    own = [t for t in stream.terms if t not in theirs]
    stream.terms = [*own, *theirs] if stream is hourly else own
    return stream


_SELF_EMPLOYED = re.compile(
    r"[^.?!]{0,24}\b(?:as|if) (?:a |an |i'?m )?(?:1099|contract\w*|freelanc\w*|self)", re.IGNORECASE
)
_PARTING = re.compile(
    r"[.?!;\n](?=\s)|\b(?:or|vs\.?|versus|ou|oder|o|against|while|but|and the (?:new|other)|the (?:other|new)|other one|new (?:job|place|offer))\b|\boffer \w\b|\b(?:job|offer|angebot|oferta) ?[a-d12]\b|,",
    re.IGNORECASE,
)


def _cuts(text: str, anchors: Sequence[Term]) -> list[int]:
    """Where the words between two anchors part: at the strongest break before the second."""
    cuts = [0]
    for left, right in pairwise(anchors):
        between = list(_PARTING.finditer(text, left.end, right.start))
        strong = [item for item in between if item.group() != ","] or between
        cuts.append(strong[-1].start() if strong else right.start)
    return [*cuts, len(text) + 1]


_OPENS = re.compile(r"(?:^|[.!?;\n]\s*|,\s+)([A-Za-z]{3,14}):[^:.!?\n]*$")
_NO_NAMES = frozenset(
    {
        "new",
        "old",
        "current",
        "offer",
        "base",
        "salary",
        "pay",
        "job",
        "now",
        "mine",
        "theirs",
        "second",
        "first",
        "bonus",
        "total",
    }
)
_LABELLED = re.compile(r"\b(?:offer|job|angebot|oferta|option) ?#?([A-D1-4])\b|\b([A-D])(?=[):])", re.IGNORECASE)


def _name(text: str, anchor: Term, number: int) -> str:
    before = [match for match in _LABELLED.finditer(text) if match.start() < anchor.start]
    if before and anchor.start - before[-1].end() < 60:
        return (before[-1][1] or before[-1][2]).upper()
    opens = _OPENS.search(text[: anchor.start])
    if opens and anchor.start - opens.end() < 24 and opens[1].lower() not in _NO_NAMES:
        return opens[1].capitalize()
    return ("A", "B", "C", "D")[number % 4]
