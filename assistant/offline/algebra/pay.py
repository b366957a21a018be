"""Pay: what one pay is by another period and all in, and how two pays differ."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import plain
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.pay_changes import base_for_total, changed_pay, days_worth, percent_of, years_to_catch_up
from assistant.offline.algebra.streams import Stream, fill_stream, find_anchors, split_streams
from assistant.offline.algebra.terms import Term

NOT_PAY = r"halv\w*|doubl\w*|drops?|tanks?|of my contributions|of what i|match\w*[^.?!]{0,40}up to|vest\w*|cliff|claw\w*|strike|options?|fully[- ]diluted|espp|inflation|deadline|raise|hike|counter\w*|more than|notice|overtime|time and a half|ote|commission|dilut\w*|401k? match|matches|index"
EVERY_NTH = r"every (?:second|third|fourth|2nd|3rd|4th|other) week"
SCHEDULE = re.compile(r"\d{1,2} ?/ ?\d{1,2} ?/ ?\d{1,2}")
"""Parts of a grant that vest year by year."""
FEWEST = 9
"""Months that a year's pay is spread over; fewer are a time after which something is paid."""
_SPREAD = re.compile(r"(?:over|spread\w* (?:it )?over|in|en|auf) (\d{1,2})\b", re.IGNORECASE)


def one_pay(m: Message) -> Work | None:
    """One pay by the periods asked for, with its bonus and other parts, and all in."""
    anchors = find_anchors(m)
    if (
        len(anchors) != 1
        or SCHEDULE.search(m.text)
        or m.has(NOT_PAY)
        or m.pick("percent", "tax", "ownership", "dilution", "repaid", "discount")
    ):
        return None
    stream, work = Stream(anchors[0], m.terms, text=m.text), Work()
    if m.has(EVERY_NTH):
        return None
    if m.pick("money", "sign_on", "grant", "refresh"):
        return None  # a whole offer, whose years differ
    if len(m.pick("percent", "bonus_part")) > 1 or any(
        t.value * 2 >= anchors[0].value for t in m.pick("money", "benefit") if anchors[0].per in (None, t.per)
    ):
        return None  # one of them is no part of this pay
    if anchors[0].role == "package" and anchors[0].per != "hour":
        return None
    fill_stream(m, work, stream)
    if stream.year is None:
        return None
    _by_period(m, work, stream)
    if stream.parts and not all(label == "costs" for label, _ in stream.parts):
        total = work.step("all in a year", stream.total)
        if m.asks("month") and m.asks("total"):
            work.step("all in a month", total / 12)
        if m.has(r"share|portion|what part|how much of (?:it|that) is cash"):
            stock = [value for label, value in stream.parts if "stock" in label]
            if stock:
                work.step("cash in percent of all", (total - add_up(stock)) / total * 100, "percent")
    elif stream.parts:
        work.step("left a year after the costs", stream.total)
    return work if any(step["answers"] for step in work.steps) else None


def _by_period(m: Message, work: Work, stream: Stream) -> None:
    """The year's pay by each period that is asked for."""
    year = stream.year
    assert year is not None  # noqa: S101
    often = stream.anchor.per
    if m.asks("hour") and often != "hour":
        work.step("pay an hour", year / _hours(m, work, stream))
    if (m.asks("half_month") or m.has(r"twice a month|semi[- ]?monthly")) and often != "semi-month":
        work.step("a payment twice a month", year / 24)
    if (m.asks("fortnight") or m.has(r"every (?:two|2|other) weeks?|bi-?weekly|fortnightly")) and often != "bi-week":
        work.step("a payment every two weeks", year / 26)
        for term in m.pick("time"):
            if term.unit == "week" and term.value == 2:
                work.used.add(term.start)
    _salaries(m, work, stream)
    if m.asks("week") and often != "week" and not m.asks("hour", "fortnight"):
        weekly = stream.anchor.per == "hour" and stream.weekly_hours is not None
        rate = Expr(next(iter(work.numbers)), stream.anchor.value)
        work.step("pay a week", rate * stream.weekly_hours if weekly and stream.weekly_hours else year / 52)
    if m.asks("day") and often not in ("day", "hour"):
        days = [t for t in m.pick("time") if t.unit == "day" and t.value > 100]
        work.step("pay a day", year / (work.take(days[0], "days") if days else 260))
        if not days:
            work.suppose("260 working days a year.")
    if m.asks("month") and often != "month" and not m.asks("half_month") and not m.pick("count", "salaries"):
        work.step("pay a month", year / 12)


def _salaries(m: Message, work: Work, stream: Stream) -> None:
    """The year's pay in so many salaries, and in another number where that is asked too."""
    year = stream.year
    if year is None or stream.salaries is not None:
        return
    counts = [*m.pick("count", "salaries")]
    counts += [
        t
        for t in m.pick("number")
        if t.value in (10, 12, 13, 14, 15) and re.search(_SPREAD, m.text[max(0, t.start - 24) : t.end])
    ]
    months = [t for t in m.pick("time") if t.unit == "month" and FEWEST <= t.value <= 14 and stream.anchor.per is None]
    for term in (*counts, *months):
        if term.start not in work.used:
            work.step(f"one of {plain(term.value)} salaries", year / work.take(term, "salaries"))


def _hours(m: Message, work: Work, stream: Stream) -> Expr:
    hours = [t for t in m.pick("time") if t.unit == "hour"]
    whole = next((t for t in hours if t.value >= 400), None)
    if whole:
        return work.take(whole, "hours_a_year")
    weekly = next((t for t in hours if t.value <= 100), None)
    weeks = next((t for t in m.pick("time") if t.unit == "week" and t.value >= 20), None)
    if weekly is None:
        work.suppose("40 hours a week.")
    each = work.take(weekly, "hours_a_week") if weekly else Expr("40", Decimal(40))
    if weeks is None:
        work.suppose("52 weeks a year.")
    return each * (work.take(weeks, "weeks_a_year") if weeks else Expr("52", Decimal(52)))


def two_pays(m: Message) -> Work | None:
    """Two pays a year each, with their parts, and by how much and what percent they differ."""
    anchors = _alike([term for term in find_anchors(m) if not _restates(m, term)])
    streams = split_streams(m, anchors)
    if len(anchors) > 2:
        streams = _merge(m, anchors)
    if (
        len(streams) != 2
        or SCHEDULE.search(m.text)
        or m.has(
            r"vest\w*|cliff|claw\w*|strike|fully[- ]diluted|espp|inflation|index|over time|overtime|break[- ]?even|counter\w*"
        )
    ):
        return None
    if any(t.role in ("tax", "ownership", "dilution", "discount", "repaid") for t in m.pick("percent")) or (
        m.pick("money", "sign_on", "grant") and m.has(r"\d ?(?:years?|yrs?)")
    ):
        return None
    if not m.asks("difference", "percent", "each", "total", "year", "month", "gain"):
        return None
    work = Work()
    first, second = streams
    shared = _shared_counts(m, streams)
    percents = m.pick("percent")
    both = (
        percents
        if len(percents) == 1
        and m.has(
            r"(?:on|for|with|in) (?:each|both|either)|either way|both (?:have|with|pay|offer)|same (?:bonus|pension|match)"
        )
        else []
    )
    for stream in streams:
        stream.terms = [*stream.terms, *(t for t in shared if t not in stream.terms)]
        if both:
            stream.terms = [*(t for t in stream.terms if t.dim != "percent"), *both]
        fill_stream(m, work, stream)
    old, new = (_all_in(work, stream) for stream in streams)
    if first.anchor.role == "offered" and second.anchor.role == "current":
        old, new = new, old
    _difference(m, work, old, new)
    return work


def _alike(anchors: list[Term]) -> list[Term]:
    """Two amounts of one size come equally often where only one says how often: "8,500 a month, the offer is 10,200"."""
    often = [term for term in anchors if term.per == "month"]
    if len(anchors) != 2 or len(often) != 1:
        return anchors
    size = often[0].value
    return [replace(t, per="month") if t.per is None and size / 4 < t.value < size * 4 else t for t in anchors]


def _all_in(work: Work, stream: Stream) -> Expr:
    if stream.parts:
        return work.step(f"all in a year {stream.name}", stream.total)
    assert stream.year is not None  # noqa: S101
    return stream.year


def _difference(m: Message, work: Work, old: Expr, new: Expr) -> None:
    ahead = new.value >= old.value
    gap = work.step("difference a year", new - old if ahead else old - new)
    if m.asks("month"):
        work.step("difference a month", gap / 12)
    if m.asks("hour"):
        work.step("difference an hour", gap / 2080, answers=False)
    counts = m.pick("count", "salaries")
    if m.asks("check") and len(counts) == 1 and counts[0].start not in work.used:
        work.step("difference a paycheck", gap / work.take(counts[0], "salaries"))
    elif m.asks("week", "check", "fortnight"):
        work.step("difference a week", gap / 52, answers=m.asks("week"))
        work.step("difference every two weeks", gap / 26, answers=m.asks("check", "fortnight"))
    work.step("difference in percent", (new - old) / old * 100, "percent", answers=m.asks("percent"))


def _restates(m: Message, term: Term) -> bool:
    """Whether an amount says again how far two others lie apart: "from 98k to 112k … of the 14k"."""
    values = [other.value for other in m.money if other is not term]
    return any(abs(abs(a - b) - term.value) < 1 for a in values for b in values if a > b) and len(values) > 1


def _merge(m: Message, anchors: list[Term]) -> list[Stream]:
    """Three amounts without a role among two labelled pays belong to the pay of their own part."""
    labelled = [t for t in anchors if t.role in ("salary", "current", "offered", "mine") or t.per]
    return split_streams(m, labelled) if len(labelled) == 2 else []


def _shared_counts(m: Message, streams: list[Stream]) -> list[Term]:
    """Counts told once for both, such as how many salaries there are or how many hours a week has."""
    lone = [t for t in m.terms if (t.dim == "time" and t.unit in ("hour", "week")) or t.role == "salaries"]
    hourly = [stream for stream in streams if stream.anchor.per == "hour"]
    monthly = [stream for stream in streams if stream.anchor.per == "month"]
    counts = [t for t in lone if t.role == "salaries"]
    if len(counts) == 1 and len(monthly) == len(streams):
        return counts
    if len(counts) == 1 and len(monthly) == 1 and len([s for s in streams if s.anchor.per is None]) == 1:
        both = all(stream.anchor.value <= 30_000 for stream in streams)
        return counts if both else []
    return [t for t in lone if t.dim == "time"] if len(hourly) == 1 else []


def part_of_package(m: Message) -> Work | None:
    """The pay inside a package: without what it includes in percent, or without the parts it names."""
    if not m.has(r"incl\w*|inside|ctc|package|out of which|of which|usme|super"):
        return None
    whole = [t for t in m.money if t.role == "package"] or ([m.money[0]] if len(m.money) == 1 else [])
    if len(whole) != 1:
        return None
    parts = [t for t in m.money if t is not whole[0]]
    if any(t.role not in ("bonus", "benefit", "cost", "grant", "relocation") for t in parts):
        return None
    work = Work()
    package = work.take(whole[0], "package")
    inside = m.pick("percent", "pension")
    if inside and not parts and m.has(r"incl\w*|inside"):
        base = work.step("base", package / (1 + work.take(inside[0], "included_pct").part))
        work.step("included on top of the base", package - base, answers=False)
        if m.asks("month"):
            work.step("base a month", base / 12)
        return work
    if not parts:
        return None
    variable = next((t for t in parts if t.role == "bonus"), None)
    paid = m.one("percent", "paid_out", "bonus_part")
    taken = {t.start: work.take(t, t.role or "part") for t in parts}
    fixed = work.step(
        "fixed pay a year", package - add_up(taken.values()), answers=not m.asks("month") or paid is not None
    )
    work.step("fixed pay a month", fixed / 12, answers=m.asks("month") or paid is None)
    if paid is not None and variable is not None:
        got = work.step(
            "variable pay that comes", taken[variable.start] * work.take(paid, "paid_out_pct").part, answers=False
        )
        work.step("cash in the year", fixed + got)
    return work


def contract_rate(m: Message) -> Work | None:
    """The hourly rate that pays as much as a salary with its benefits in so many billable hours."""
    hours = next((t for t in m.pick("time") if t.unit == "hour" and t.value >= 400), None)
    on_top = m.one("percent", "benefits_part", "pension")
    if hours is None or on_top is None or len(m.money) != 1 or not m.asks("hour"):
        return None
    work = Work()
    whole = work.step(
        "salary with benefits",
        work.take(m.money[0], "salary") * (1 + work.take(on_top, "benefits_pct").part),
        answers=False,
    )
    work.step("rate an hour to break even", whole / work.take(hours, "billable_hours"))
    work.suppose("Taxes are left out.")
    return work


PAY_TOPICS = (
    base_for_total,
    years_to_catch_up,
    changed_pay,
    percent_of,
    part_of_package,
    contract_rate,
    days_worth,
    one_pay,
    two_pays,
)
