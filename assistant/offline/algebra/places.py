"""Places: where an amount lies between others: in a range, in the middle, against an average or an index."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Work, add_up
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

BAND = r"range|band|posting|posted|bracket|spread|low end|top end|max|min"


def place_in_range(m: Message) -> Work | None:
    """How far up a range an amount lies, the middle, and the amount in percent of the middle."""
    amounts = m.money
    low = next((term for term in amounts if term.other is not None and m.terms[term.other].start > term.start), None)
    if low is None or low.other is None:
        return _against_middle(m)
    high = m.terms[low.other]
    rest = [term for term in amounts if term not in (low, high)]
    if len(rest) > 1 or not (m.has(BAND) or m.asks("middle")):
        return None
    work = Work()
    bottom, top = work.take(low, "range_low"), work.take(high, "range_high")
    middle = work.step("middle of the range", (bottom + top) / 2, answers=m.asks("middle") or not rest)
    if rest:
        amount = work.take(rest[0], "amount")
        ratio = m.has(r"compa|comparatio") or m.asks("middle")
        work.step("place in the range", (amount - bottom) / (top - bottom) * 100, "percent")
        work.step("compa-ratio", amount / middle, "ratio", answers=ratio)
        work.step("amount in percent of the middle", amount / middle * 100, "percent", answers=ratio)
        if m.asks("difference", "middle"):
            above = rest[0].value >= middle.value
            label = "above the middle" if above else "below the middle"
            work.step(label, amount - middle if above else middle - amount, answers=m.asks("difference"))
        work.step("left to the top of the range", top - amount, answers=False)
    return work


def _against_middle(m: Message) -> Work | None:
    middle = _beside(m, r"mid-?point|middle of the (?:band|range)|market median|median|p50")
    rest = [term for term in m.money if term is not middle]
    if middle is None or len(rest) != 1 or not m.has(r"compa\w*|ratio|percent\w*|%"):
        return None
    work = Work()
    amount, mid = work.take(rest[0], "amount"), work.take(middle, "midpoint")
    work.step("compa-ratio", amount / mid, "ratio")
    work.step("amount in percent of the midpoint", amount / mid * 100, "percent")
    work.step("distance from the midpoint", amount - mid, answers=False)
    return work


def _beside(m: Message, words: str) -> Term | None:
    """The amount right behind these words."""
    cue = re.search(words, m.text, re.IGNORECASE)
    behind = [term for term in m.money if cue and 0 <= term.start - cue.end() < 30]
    return behind[0] if behind else None


def halfway(m: Message) -> Work | None:
    """The middle between what was offered and what was asked."""
    if len(m.money) != 2 or not m.asks("middle") or m.has(BAND) or m.has(r"what (?:do|should|must) i (?:ask|say)"):
        return None
    theirs = next(
        (t for t in m.money if t.role in ("offered", "salary", "current")), min(m.money, key=lambda t: t.value)
    )
    mine = next(term for term in m.money if term is not theirs)
    work = Work()
    low, high = work.take(theirs, "theirs"), work.take(mine, "mine")
    middle = work.step("the middle", (low + high) / 2)
    work.step("above their number", middle - low, answers=m.asks("difference"))
    work.step("above their number in percent", (middle - low) / low * 100, "percent", answers=m.asks("percent"))
    return work


def average(m: Message) -> Work | None:
    """The mean of several amounts, and how far one's own lies from it."""
    if not m.asks("average") or len(m.money) < 2 or m.pick("percent shares") or m.pick("money", "grant"):
        return None
    own = next(
        (t for t in m.money if re.search(r"\bi(?:'?m| am)? (?:at|on|got|make|earn|have)?\W*$", m.text[: t.start][-14:], re.IGNORECASE)),
        None,
    )  # fmt: skip
    counted = re.search(r"\ball (?:of us|three|four|five|\d)", m.text, re.IGNORECASE)
    others = m.money if counted or own is None else [term for term in m.money if term is not own]
    work = Work()
    taken = {term.start: work.take(term, "amount") for term in m.money}
    mean = work.step("average", add_up(taken[term.start] for term in others) / len(others))
    if len(others) not in (2, 3, 4, 5, 8):
        return None
    if own is not None:
        mine = taken[own.start]
        below = own.value <= mean.value
        work.step("below the average" if below else "above the average", mean - mine if below else mine - mean)
        work.step(
            "distance in percent of your amount", (mean - mine) / mine * 100, "percent", answers=m.asks("percent")
        )
    for term in m.pick("number"):
        work.used.add(term.start)
    return work


def same_elsewhere(m: Message) -> Work | None:
    """The pay that buys the same in a place with another index of prices."""
    if not m.has(r"index|indices|cost[- ]of[- ]living|col|calculator|numbeo|rpp"):
        return None
    indexes = [
        term for term in m.terms if term.dim in ("number", "money", "count") and term.value < 400 and not term.per
    ]
    pays = [term for term in m.money if term.value >= 1000]
    if len(indexes) != 2 or len(pays) != 1:
        return None
    here, there = indexes
    work = Work()
    pay = work.take(pays[0], "pay")
    first, second = work.take(here, "index_here"), work.take(there, "index_there")
    work.step("equal pay in the other place", pay * second / first)
    work.step("difference", pay * second / first - pay, answers=m.asks("difference"))
    work.step("prices there against here", (second - first) / first * 100, "percent", answers=False)
    return work


_DEARER = re.compile(
    r"\b(?:dearer|more expensive|pricier|costlier|(?P<cheap>cheaper|less expensive|costs? less|lower (?:living )?costs?)|"
    r"(?:living )?costs?(?: of living)?(?: (?:about|around|roughly|is|are|was))*\s*$|more to live|higher (?:living )?costs?|higher cost of living|costs? more)",
    re.IGNORECASE,
)
_WORTH_HERE = r"worth|feels? like|(?:in|at) (?:my|our) (?:\w+ )?(?:money|prices|terms)|buys?"
_KEEPS_UP = r"need|keeps?|match|same (?:standard|living|life|as)|live the same|equal|even|maintain|afford the same"


def dearer_place(m: Message) -> Work | None:
    """What the pay of a dearer or cheaper place is worth here, or which pay there keeps up with that of here."""
    percents = m.pick("percent")
    way = _read_dearer(m, percents[0]) if len(percents) == 1 else None
    worth = m.asks_in(_WORTH_HERE)
    if way is None or not 1 <= len(m.money) <= 2 or len(m.terms) > len(m.money) + 1:
        return None
    there = next((t for t in m.money if t.conversion or t.role == "offered"), None)
    here = next((t for t in m.money if t is not there), None)
    first, other = (there or here, here) if worth else (here or there, there)
    if first is None or not (worth or m.asks_in(_KEEPS_UP)):
        return None
    work = Work()
    pay, percent = work.take(first, "pay"), work.take(percents[0], "dearer_pct" if way > 0 else "cheaper_pct").part
    prices = 1 + percent if way > 0 else 1 - percent
    label, value = ("worth in prices here", pay / prices) if worth else ("equal pay there", pay * prices)
    made = work.step(label, value)
    if other is not None and other is not first:
        told = work.take(other, "other_pay")
        more = told.value > made.value
        work.step(
            "the other pay is above it by" if more else "the other pay is below it by",
            told - made if more else made - told,
        )
    return work


def _read_dearer(m: Message, percent: Term) -> int | None:
    """1 where words right beside a percent tell that a place is so much dearer, -1 where it is cheaper."""
    around = m.text[max(0, percent.start - 40) : percent.start], m.text[percent.end : percent.end + 40]
    found = _DEARER.search(around[1]) or _DEARER.search(around[0])
    return None if found is None else -1 if found["cheap"] else 1


def in_other_currency(m: Message) -> Work | None:
    """Amounts by the rate that is told; what they come to together is another sum."""
    told = [term for term in m.money if term.conversion]
    simple = len(m.money) == 1 and not any(term.conversion.divides for term in told if term.conversion)
    if not told or simple or len(m.money) < len(m.terms) or m.asks("difference", "total", "percent", "average"):
        return None
    work = Work(used={term.start for term in m.money if not term.conversion and term.currency == told[0].currency})
    for term in told:
        amount = work.step(f"the same in {term.currency}", work.take(term, "pay"))
        if m.asks("month") and term.per != "month":
            work.step("a month", amount / 12)
    return work


PLACE_TOPICS = (in_other_currency, dearer_place, place_in_range, halfway, average, same_elsewhere)
