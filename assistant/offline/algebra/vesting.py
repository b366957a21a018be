"""Vesting: which part of a grant has vested at a time, by even steps, by a schedule, after a cliff or as told."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frame_package import SCHEDULE
from assistant.offline.algebra.frames import Parts, take_term
from assistant.offline.algebra.terms import Term

MONTHS = 12
WHOLE = 100
NTH = ("first", "second", "third", "fourth", "fifth")
_STEPS = (
    (12, r"(?:only|just) (?:whole|full|complete) years|(?:whole|full|complete) years (?:only|count)|anniversar\w*|annual(?:ly)? vest\w*|vest\w* (?:annually|yearly|once a year)"),
    (6, r"every (?:6|six) months|half[- ]yearly|semi[- ]?annual\w*|twice a year"),
    (3, r"quarterly|every (?:3|three) months|every quarter|each quarter"),
)  # fmt: skip
_EVEN = ((4, r"a quarter (?:a|each|every|per) (?:year|yr)"), (3, r"a third (?:a|each|every|per) (?:year|yr)"), (5, r"a fifth (?:a|each|every|per) (?:year|yr)"))  # fmt: skip
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3}
_AFTER = re.compile(
    r"\b(?:after|for|stay\w*|until|done|served)\W+(?:\w+ ){0,2}?(?P<count>[1-4]|one|two|three|first|second|third)(?:st|nd|rd)? (?:full |whole )?(?:years?|yrs?)\b",
    re.IGNORECASE,
)
ACCELERATED = r"accelerat\w*"


def in_months(work: Work, term: Term, name: str) -> Expr:
    """A time in months."""
    value = take_term(work, term, f"{name}_{term.unit or 'month'}s")
    if term.unit == "year":
        return value * MONTHS
    if term.unit == "week":
        return value * MONTHS / 52
    return value * MONTHS / 365 if term.unit == "day" else value


def in_years(work: Work, term: Term, name: str) -> Expr:
    """A time in years."""
    value = take_term(work, term, f"{name}_{'months' if term.unit == 'month' else 'years'}")
    return value / MONTHS if term.unit == "month" else value


def time_gone(parts: Parts, work: Work) -> Expr | None:
    """The months gone at the time that is asked about; what was served before is part of a time to leave."""
    leave, served = parts.one("leave"), parts.one("served")
    if leave is None and served is None:
        return None
    if leave is not None:
        work.used |= {term.start for term in parts.all("served")}
    term = leave or served
    assert term is not None  # noqa: S101
    gone = in_months(work, term, "gone")
    for more in parts.all("more", *(("months",) if served is not None and parts.has("years") else ())):
        gone = gone + in_months(work, more, "more")
    return gone


def yearly_shares(parts: Parts, work: Work) -> list[Expr] | None:
    """The percents that vest year by year; None where no schedule is told."""
    told = parts.all("vest")
    if len(told) > 1:
        named = [take_term(work, term, f"{nth}_year_share") for nth, term in zip(NTH, told, strict=False)]
        return named if len(told) == len(named) and sum(part.value for part in named) <= WHOLE else None
    schedule = SCHEDULE.search(parts.message.text)
    if schedule is not None and not told:
        shares = [int(part) for part in schedule.groups()]
        if sum(shares) == WHOLE:
            return [work.number(Decimal(part), f"{nth}_year_share") for nth, part in zip(NTH, shares, strict=False)]
    count = next((count for count, words in _EVEN if parts.message.has(words)), None)
    if count is not None and not told:
        return [Expr(f"100 / {count}", Decimal(WHOLE) / count)] * count
    return None


def years_in_words(parts: Parts) -> int | None:
    """So many full years as words tell them: "after the third year"."""
    found = _AFTER.search(parts.message.asked_last)
    if found is None:
        return None
    count = found["count"].lower()
    return _COUNTS.get(count) or int(count)


def vested_part(parts: Parts, work: Work) -> Expr | None:
    """The part of a grant that has vested, as a part of one; None where nothing tells it."""
    schedule = yearly_shares(parts, work)
    gone = time_gone(parts, work)
    if schedule is not None:
        return _by_schedule(parts, work, schedule, gone)
    told = parts.one("vest")
    term = parts.one("years") or (parts.one("months") if not parts.has("served") else None)
    if gone is not None and term is not None:
        return _by_time(parts, work, gone, term, told)
    if told is None:
        return None
    share = take_term(work, told, "vested_pct").part
    if gone is None:
        return share
    passed = share * gone / MONTHS
    return passed if passed.value <= 1 else Expr("1", Decimal(1))


def _by_schedule(parts: Parts, work: Work, schedule: list[Expr], gone: Expr | None) -> Expr | None:
    work.used |= {term.start for term in parts.all("years", "cliff")}
    if gone is None:
        count = years_in_words(parts)
        return None if count is None or count > len(schedule) else add_up(schedule[:count]).part
    full, rest = divmod(gone.value, MONTHS)
    done = schedule[: int(full)]
    if rest and int(full) < len(schedule) and _step(parts) < MONTHS:
        done = [*done, schedule[int(full)] * (gone - Expr("12", Decimal(MONTHS)) * int(full)) / MONTHS]
    return add_up(done).part if done else Expr("0", Decimal(0))


def _by_time(parts: Parts, work: Work, gone: Expr, term: Term, told: Term | None) -> Expr:
    whole = in_years(work, term, "vest") * MONTHS
    if term.unit == "month":
        whole = take_term(work, term, "vest_months")
    cliff = parts.one("cliff")
    start = in_months(work, cliff, "cliff") if cliff is not None else Expr("12", Decimal(MONTHS))
    accelerated = told is not None and parts.message.has(ACCELERATED)
    if (cliff is not None or (told is not None and not accelerated)) and gone.value < start.value:
        work.used |= {t.start for t in (told,) if t is not None}
        return Expr("0", Decimal(0))
    step = _step(parts)
    work.used |= {t.start for t in parts.all("often")}
    if gone.value % step:
        gone = work.number(gone.value - gone.value % step, f"in_steps_of_{step}_months")
    if gone.value >= whole.value:
        work.used |= {t.start for t in (told,) if t is not None}
        return Expr("1", Decimal(1))
    passed = gone / whole
    if told is None:
        return passed
    share = take_term(work, told, "share_pct").part
    if accelerated:
        return passed + (1 - passed) * share
    if told.value * whole.value == WHOLE * start.value:
        return passed
    if told.value * (whole.value + start.value) == WHOLE * start.value:  # the years begin after the cliff
        return gone / (whole + start)
    return share + (1 - share) * (gone - start) / (whole - start)


def _step(parts: Parts) -> int:
    """How many months apart the shares vest."""
    often = parts.one("often")
    if often is not None and often.unit == "month":
        return int(often.value)
    return next((step for step, words in _STEPS if parts.message.has(words)), 1)
