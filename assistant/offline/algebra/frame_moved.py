"""Frames of moves: an offer that moved after something was asked for, and the pay of a shorter or longer week."""

from __future__ import annotations

from dataclasses import replace

from assistant.offline.algebra.earnings import COUNTS, ON_TOP
from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.frame_jobs import compare_jobs
from assistant.offline.algebra.frames import Frame, Parts, plain, take, take_term
from assistant.offline.algebra.portions import wants_full_time
from assistant.offline.algebra.terms import Term

MONTHS, FULL_WEEK = 12, 5
OF_ASK = r"(?:i|we) (?:asked|wanted|want|said|need\w*)|my (?:ask|number|target|counter)|still|short|away|the ask"
PART_TIME = r"part[- ]?time|teilzeit|only|nur|solo|just|reduc\w*|drop\w*|instead|down|less|fewer|want\w*|will|would|cut\w*|statt|auf|pro[- ]?rata|do|work|machen|what if|if"
LESS = r"less|los[es]|losing|lost|more|difference|fewer|down|drop\w*|cut"
BY_HOUR = r"(?:per|an|each|every|by the|pro) (?:hour|stunde)|hourly|stundenlohn|overtime|rate"


def _moved(parts: Parts, work: Work) -> bool:
    """How far an offer moved after an ask, or is still away from it, whichever the words name."""
    pays, asked = parts.all("pay"), parts.one("ask")
    if len(pays) != 2 or asked is None or not pays[0].start < asked.start:
        return False
    against_ask = parts.message.asks_in(OF_ASK)
    work.used |= {asked.start} if not against_ask else {pays[0].start}
    told = (replace(asked, per=asked.per or pays[1].per), pays[1]) if against_ask else tuple(pays)
    return compare_jobs(replace(parts, by={**parts.by, "pay": told, "ask": ()}), work)


def _other_week(parts: Parts, work: Work) -> bool:
    """The pay of a week of other hours or days than the one it is offered for."""
    pay, counts = parts.one("pay"), parts.all("hours", "hours2", "dweek")
    if pay is None or pay.per not in (None, "year", "month") or len(counts) != 2:
        return False
    full, other = sorted(counts, key=lambda term: _distance(pay, term))
    unit = full.unit or other.unit or "hour"
    if full.value == other.value or max(full.value, other.value) > (168 if unit == "hour" else 7):
        return False
    a_unit = take_term(work, pay, "pay") * take_term(work, other, f"wanted_{unit}s")
    often = "month" if pay.per == "month" else "year"
    made = work.step(
        f"pay a {often} for {plain(other.value)} {unit}s a week", a_unit / take_term(work, full, f"full_{unit}s")
    )
    if often == "year" and parts.message.asks("month"):
        work.step("a month", made / MONTHS)
    if often == "month" and parts.message.asks("year"):
        work.step("a year", made * MONTHS)
    whole = take_term(work, pay, "pay")
    less = made.value < whole.value
    work.step(
        "less by" if less else "more by",
        whole - made if less else made - whole,
        answers=parts.message.asks("difference"),
    )
    return True


def _fewer_hours(parts: Parts, work: Work) -> bool:
    """What a week of other hours at the same pay an hour makes less or more, by week, month and year."""
    pay, counts = parts.one("pay"), parts.all("hours")
    if pay is None or pay.per != "hour" or len(counts) != 2 or not parts.message.has(LESS):
        return False
    if "\n" in parts.message.text[counts[0].end : counts[1].start]:
        return False  # the later hours stand for the earlier ones
    first, second = (take_term(work, term, "weekly_hours") for term in counts)
    apart = first - second if first.value > second.value else second - first
    week = take_term(work, pay, "pay") * apart
    name = "less" if first.value > second.value else "more"
    weeks = take(parts, work, "weeks", "weeks")
    year = work.step(f"{name} a year", week * (weeks or 52), answers=parts.message.asks("year"))
    work.step(f"{name} a month", year / MONTHS, answers=parts.message.asks("month"))
    work.step(f"{name} a week", week, answers=not parts.message.asks("year", "month"))
    return True


def _full_time(parts: Parts, work: Work) -> bool:
    """The pay of full time by that of some days of the week or of a part in percent."""
    pay, days, part = parts.one("pay"), parts.one("dweek"), parts.one("fte")
    if pay is None or (days is None) == (part is None) or not wants_full_time(parts.message.text):
        return False
    told = take_term(work, pay, "pay")
    often = pay.per if pay.per == "month" else "year"
    if days is not None:
        work.suppose(f"Full time is {FULL_WEEK} days a week.")
        made = told * FULL_WEEK / take_term(work, days, "days_a_week")
    else:
        assert part is not None  # noqa: S101
        made = told / take_term(work, part, "part_pct").part
    whole = work.step(f"full-time pay a {often}", made)
    if parts.message.asks("month") and often == "year":
        work.step("full-time pay a month", whole / MONTHS)
    return True


def _distance(pay: Term, count: Term) -> int:
    return count.start - pay.end if count.start > pay.start else pay.start - count.end + 1


MOVED_FRAMES = (
    Frame("fewer hours", ("pay", "hours", "hours"), _fewer_hours, frozenset({"weeks"})),
    Frame("full time", ("pay", "dweek"), _full_time),
    Frame("full time", ("pay", "fte"), _full_time),
    Frame("moved offer", ("pay", "ask", "pay"), _moved, COUNTS | ON_TOP, COUNTS | ON_TOP),
    Frame("other hours", ("pay", "hours", "hours"), _other_week, words=PART_TIME, never=BY_HOUR),
    Frame("other hours", ("pay", "hours", "hours2"), _other_week, words=PART_TIME, never=BY_HOUR),
    Frame("other days", ("pay", "dweek", "dweek"), _other_week, words=PART_TIME, never=BY_HOUR),
)
