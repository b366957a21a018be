"""Extras: on-call weeks, days in the office, items at a price each, the rate a year needs, time without pay."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.expression import Work, add_up
from assistant.offline.algebra.flows import _OVERTIME, PER_YEAR, flow_of_pay
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term


def on_call(m: Message) -> Work | None:
    """What being on call every so manieth week adds: a flat sum and the hours called in."""
    nth = next((t for t in m.pick("time") if t.unit == "nth"), None)
    if nth is None or not m.has(r"on[- ]?call|standby|stand[- ]by|rota\w*|pager|bereitschaft"):
        return None
    amounts = m.pick("money number", *{t.role for t in m.terms})
    rate = next((t for t in amounts if t.per == "hour"), None)
    flats = [t for t in amounts if t is not rate and t.value >= 10]
    if len(flats) != 1 or m.pick("percent"):
        return None
    work = Work()
    week = work.take(flats[0], "flat_pay")
    hours = next((t for t in m.pick("time") if t.unit == "hour"), None)
    if (rate is None) != (hours is None):
        return None
    if rate is not None and hours is not None:
        pay = work.take(hours, "called_hours") * work.take(rate, "rate")
        if _OVERTIME.search(m.text):
            pay = pay * Work.literal(2 if m.has(r"double[- ]time") else "1.5")
            work.used |= {t.start for t in m.pick("number count") if t.value == Decimal("1.5")}
        week = week + pay
    week = work.step("a week on call", week, answers=False)
    weeks = next((t for t in m.pick("time") if t.unit == "week" and t.value >= 20), None)
    year = work.take(weeks, "weeks") if weeks else Work.literal(52)
    calls = work.step("weeks on call", year / work.take(nth, "every_weeks"), "ratio", answers=False)
    year_pay = work.step("it adds a year", week * calls)
    work.step("a month", year_pay / 12, answers=m.asks("month"))
    if weeks is None:
        work.suppose("52 weeks a year.")
    return work


def eaten_by_costs(m: Message) -> Work | None:
    """What a raise leaves once the days in the office are paid for; without a raise, what they cost."""
    daily = [t for t in m.money if t.per == "day"]
    days = [t for t in m.pick("time") if t.unit == "day" and t.value <= 7]
    weeks = [t for t in m.pick("time") if t.unit == "week" and t.value >= 20]
    more = [t for t in m.money if t not in daily and t.per in (None, "year", "month")]
    if not daily or len(days) != 1 or len(weeks) > 1 or m.pick("percent") or m.pick("time", "nth"):
        return None
    if not m.has(
        r"train|bus|park\w*|commut\w*|lunch\w*|tolls?|gas|fuel|petrol|metro|subway|ferry|cab|uber|day ?care|dog|office|cost\w*"
    ):
        return None
    apart = {t.value for t in more}
    if len(apart) > 1 or (more and not m.has(r"raise|more|\+|bump|extra|higher|left|keep|kept|increase")):
        return None
    work = Work()
    if not weeks:
        work.suppose("52 weeks a year.")
    a_day = add_up([work.take(t, "cost_a_day") for t in daily])
    year = work.step(
        "cost a year", a_day * work.take(days[0], "weekly_days") * (work.take(weeks[0], "paid_weeks") if weeks else 52)
    )
    if more:
        gain = work.take(more[0], "more_pay")
        work.used |= {t.start for t in more}
        if more[0].per == "month":
            gain = gain * 12
        work.step("left of it before tax", gain - year)
    elif m.asks("month"):
        work.step("cost a month", year / 12)
    return work


_AT = re.compile(r"^[^.,;?!\n+\d]{0,30}?(?:\bat|@|\bfor|\b[x×*]|\bof)\W{0,3}(?:about )?[$€£₹]?$", re.IGNORECASE)


def counted_items(m: Message) -> Work | None:
    """So many of each thing at a price each, together and by the year: "3 on calls a month at 180 each plus 2 callouts at 95"."""
    counts = [
        t
        for t in m.terms
        if (t.dim == "number" or (t.dim == "time" and t.unit in ("call", "trip", "visit", "shift")))
        and t.value <= 60
        and not t.currency
    ]
    pairs: list[tuple[Term, Term]] = []
    for count in counts:
        price = next(
            (
                t
                for t in m.pick("money number")
                if t.start >= count.end and t is not count and _AT.search(m.text[count.end : t.start])
            ),
            None,
        )
        if price is not None and price not in [p for _, p in pairs]:
            pairs.append((count, price))
    if (
        not pairs
        or len(pairs) != len(m.money) + sum(1 for _, p in pairs if p.dim == "number")
        or any(p.per in ("hour", "mile") for _, p in pairs)
    ):
        return None
    if not (m.asks("year", "month", "week", "total") or m.has(r"add(?:s)? up|in all")) or m.pick("percent shares"):
        return None
    span = re.search(r"\b(?:a|per|each|every) (week|month|year)\b", m.text[: pairs[-1][1].end + 14], re.IGNORECASE)
    if span is None:
        return None
    every = span[1].lower()
    work = Work()
    whole = work.step(
        f"together a {every}", add_up([work.take(c, "count_days") * work.take(p, "price") for c, p in pairs])
    )
    if every != "year":
        work.step("a year", whole * PER_YEAR[every], answers=m.asks("year", "total"))
    return work


def needed_rate(m: Message) -> Work | None:
    """The rate an hour or day that makes a wanted year."""
    wanted = [t for t in m.money if t.value >= 10_000]
    hours = next((t for t in m.pick("time") if t.unit in ("hour", "day") and t.value <= 80), None)
    weeks = next((t for t in m.pick("time") if t.unit == "week" and t.value >= 20), None)
    if len(wanted) != 1 or len(m.money) != 1 or hours is None or weeks is None or m.pick("percent shares"):
        return None
    if not m.has(r"need\w*|want\w*|to (?:make|earn|clear|hit|reach|get|match)|goal|target") or not m.has(
        r"rate|charge|(?:an?|per) (?:hour|day)|hourly|daily"
    ):
        return None
    work = Work()
    unit = hours.unit or "hour"
    work.step(
        f"rate by the {unit}",
        work.take(wanted[0], "wanted") / (work.take(hours, f"billable_{unit}s") * work.take(weeks, "paid_weeks")),
    )
    work.suppose("Taxes and costs are left out.")
    return work


def unpaid_time(m: Message) -> Work | None:
    """The pay that weeks or days without pay cost."""
    spans = [t for t in m.pick("time") if t.unit in ("week", "day", "month")]
    if (
        len(spans) != 1
        or len(m.money) != 1
        or m.pick("percent shares")
        or not m.has(r"unpaid|without pay|no pay|leave of absence|sabbatical|furlough\w*")
    ):
        return None
    pay, span = m.money[0], spans[0]
    if (
        pay.per not in (None, "year", "month")
        or span.value >= 53
        or not m.has(r"lose|lost|cost\w*|miss|less|left|how much")
    ):
        return None
    work = Work()
    year = work.take(pay, "pay") * (12 if pay.per == "month" else 1)
    parts = {"week": 52, "day": 260, "month": 12}[span.unit or "week"]
    lost = work.step("pay lost", year / parts * work.take(span, f"unpaid_{span.unit}s"))
    work.step("left in that year", year - lost, answers=m.has(r"left"))
    if span.unit == "day":
        work.suppose("260 working days a year.")
    return work


FLOW_TOPICS = (counted_items, needed_rate, unpaid_time, on_call, eaten_by_costs, flow_of_pay)
