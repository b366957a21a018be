"""Counts: hours on the road, what small sums add up to over a year or some years."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

YEARLY = {"month": 12, "week": 52, "bi-week": 26, "semi-month": 24, "year": 1}


def a_year(period: str) -> int:
    """How often a period comes in a year; what is paid by the piece counts once."""
    return YEARLY.get(period, 1)


def hours_on_the_road(m: Message) -> Work | None:
    """Hours of commuting in a year, or those saved by coming in on fewer days."""
    ways = [t for t in m.pick("time") if t.unit == "minute" or (t.unit == "hour" and t.value <= 4)]
    days = [t for t in m.pick("time") if t.unit == "day" and t.value <= 7]
    days += [t for t in m.pick("number", "", "current", "offered") if days and t.value <= 7 and len(days) == 1]
    miles = [t for t in m.pick("number") if re.match(r" ?(?:miles?|mi|km|kilomet)", m.text[t.end :], re.IGNORECASE)]
    if len(ways) != 1 or not m.has(
        r"commut\w*|drive|driving|train|car|road|each way|one way|both ways|door to door|round trip|office"
    ):
        return None
    work = Work()
    work.used |= {term.start for term in miles}
    way = work.take(ways[0], "way_minutes")
    day = way if m.has(r"round trip|both ways together|there and back") else way * 2
    if ways[0].unit == "minute":
        day = day / 60
    weeks = next((t for t in m.pick("time") if t.unit == "week" and t.value >= 20), None)
    if weeks is None:
        work.suppose("52 weeks a year.")
    year = work.take(weeks, "weeks") if weeks else Expr("52", Decimal(52))
    if len(days) >= 2:
        before, after = sorted(days[:2], key=lambda term: -term.value)
        week = day * (work.take(before, "before_days") - work.take(after, "after_days"))
        work.step("hours saved a year", week * year, "hours")
        work.step("hours saved a week", week, "hours", answers=False)
        return work
    if not days:
        work.suppose("5 days a week.")
    week = day * (work.take(days[0], "days_a_week") if days else 5)
    work.step("hours a year", week * year, "hours")
    work.step("hours a week", week, "hours", answers=False)
    return work


def small_sums(m: Message) -> Work | None:
    """Sums of a month, week or day by what they come to in a year, or in as many years as are told."""
    amounts = m.money
    if (
        not amounts
        or m.pick("percent shares")
        or any(t.per in (None, "hour") for t in amounts)
        or not _is_small(m, amounts)
    ):
        return None
    work, lines = Work(), []
    years = next((t for t in m.pick("time") if t.unit == "year"), None)
    for term in amounts:
        amount = work.take(term, "sum")
        if term.per == "day":
            days = next(
                (t for t in m.pick("time") if t.unit == "day" and t.start > term.start and t.start not in work.used),
                None,
            )
            if days is None:
                return None
            lines.append(amount * work.take(days, "days"))
        else:
            every = re.search(r"every (second|third|fourth|2nd|3rd|4th|other) week", m.text, re.IGNORECASE)
            count = (
                {"second": 2, "2nd": 2, "other": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}[every[1].lower()]
                if every and term.per == "week"
                else 1
            )
            lines.append(
                amount * a_year(term.per or "year") / count if count > 1 else amount * a_year(term.per or "year")
            )
    total = add_up(lines)
    if years is not None:
        work.step("a year", total, answers=m.asks("year"))
        work.step("in all", total * work.take(years, "years"))
    else:
        work.step("a year", total)
        if m.asks("month"):
            work.step("a month", total / 12)
    return work


def _is_small(m: Message, amounts: list[Term]) -> bool:
    """Whether the words are about costs and extras, no pay."""
    return m.has(
        r"rent|parking|train|pass|commut\w*|childcare|daycare|loan|stipend|allowance|gym|on[- ]call|tolls?|gas|lunch\w*|insurance|premium|help|phone|internet"
    ) and all(term.value < 20_000 for term in amounts)


def two_costs(m: Message) -> Work | None:
    """By how much two regular costs differ in a year: the rent here and there."""
    costs = [t for t in m.pick("money number") if 50 <= t.value < 20_000]
    if (
        len(costs) != 2
        or not 1 <= len(m.money) <= 2
        or not m.has(r"rents?|mortgage|premium|childcare|daycare|insurance|pass|miete|alquiler|aluguel")
    ):
        return None
    if (
        not m.asks("difference")
        or m.pick("money number", "net")
        or m.pick("percent shares")
        or any(t.per not in (None, "month", "week", "bi-week", "year") for t in costs)
    ):
        return None
    work = Work()
    if len({t.per or "month" for t in costs}) > 1 or any(t.per not in (None, "month") for t in costs):
        first, second = sorted(costs, key=lambda term: -term.value * a_year(term.per or "month"))
        work.step(
            "difference a year",
            work.take(first, "cost") * a_year(first.per or "month")
            - work.take(second, "cost") * a_year(second.per or "month"),
        )
        return work
    low, high = sorted(costs, key=lambda term: term.value)
    gap = work.take(high, "higher_cost") - work.take(low, "lower_cost")
    work.step("difference a year", gap * 12)
    work.step("difference a month", gap)
    if all(t.per is None for t in costs):
        work.suppose("Both are paid by the month.")
    return work


def listed(m: Message) -> Work | None:
    """Amounts of a list added up, each brought to a year where it comes more often."""
    if (
        len(m.money) < 2
        or not m.asks("total")
        or m.pick("percent shares time")
        or any(t.per in ("hour", "day") for t in m.money)
    ):
        return None
    if any(t.role in ("salary", "current", "offered", "mine", "package", "grant", "price", "strike") for t in m.money):
        return None
    work = Work()
    lines = [work.take(term, term.role or "amount") * a_year(term.per or "year") if term.per not in (None, "year") else work.take(term, term.role or "amount") for term in m.money]  # fmt: skip
    work.step("all together", add_up(lines))
    return work


COUNT_TOPICS = (hours_on_the_road, two_costs, small_sums, listed)
