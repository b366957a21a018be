"""Moves: how far they came towards an ask, and what the middle is against the pay of today."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term

THOUSAND = 1000
_OVER = re.compile(r"\b(?:over|for|across|in)(?: the)?(?: next)? $", re.IGNORECASE)


def gap_closed(m: Message) -> Work | None:
    """By what percent they moved and which part of the gap to the ask that closed."""
    amounts = _alike(m)
    if (
        len(amounts) != 3
        or not m.has(r"gap|move\w*|closed?|close|way|distance|came up|come up|budge\w*")
        or m.pick("percent shares time")
    ):
        return None
    first, ask, last = amounts
    if not (m.has(r"ask\w*|count\w*|want\w*|said|my number|requested") and _full(first) < _full(last) < _full(ask)):
        return None
    work = Work()
    opened, asked, now = _take(work, first, "opened"), _take(work, ask, "asked"), _take(work, last, "now")
    work.step("moved in percent", (now - opened) / opened * 100, "percent")
    work.step("part of the gap closed", (now - opened) / (asked - opened) * 100, "percent")
    work.step("moved", now - opened, answers=False)
    work.step("still open", asked - now, answers=False)
    return work


def middle_against_now(m: Message) -> Work | None:
    """The middle of offer and ask, and how much above the pay of today it is."""
    amounts = _alike(m)
    if len(amounts) != 3 or not m.asks("middle") or m.pick("percent shares time"):
        return None
    now = next(
        (
            t
            for t in amounts
            if re.search(
                r"\b(?:current\w*|now|make|making|earn\w*|today'?s?|i'?m (?:at|on)|present)\b\W*(?:\w+ ){0,2}$",
                m.text[: t.start][-24:],
                re.IGNORECASE,
            )
        ),
        None,
    )
    if now is None:
        return None
    low, high = sorted((t for t in amounts if t is not now), key=lambda t: t.value)
    work = Work()
    middle = work.step("the middle", (_take(work, low, "lower") + _take(work, high, "higher")) / 2)
    pay = _take(work, now, "pay_now")
    work.step("above your pay now in percent", (middle - pay) / pay * 100, "percent")
    work.step("above your pay now", middle - pay, answers=m.asks("difference"))
    return work


def _alike(m: Message) -> list[Term]:
    """The amounts of one size, a bare "154" beside others in thousands as well."""
    amounts = m.pick("money number")
    if not amounts or any(t.per not in (None, "year") for t in amounts):
        return []
    most = max(t.value for t in amounts)
    return [t for t in amounts if t.value * 3 > most or (t.value < THOUSAND and t.value * THOUSAND * 3 > most)]


def _full(term: Term) -> Decimal:
    return term.value * THOUSAND if term.value < THOUSAND and term.dim == "number" else term.value


def _take(work: Work, term: Term, name: str) -> Expr:
    return work.take(replace(term, value=_full(term)), name)


def difference_over_years(m: Message) -> Work | None:
    """What more base is worth with its bonus in percent, a year and over the years named."""
    years = next(
        (
            t
            for t in m.pick("time")
            if t.unit == "year" and 2 <= t.value <= 10 and _OVER.search(m.text[: t.start][-20:])
        ),
        None,
    )
    bonus = m.pick("percent", "bonus_part", "pension", "")
    bases = {_full(t): t for t in reversed(m.pick("money number")) if _full(t) >= 20_000 and t.per in (None, "year")}
    if len(bases) != 2 or years is None or len(bonus) > 1 or len(bonus) != len(m.pick("percent")) or m.pick("shares"):
        return None
    low, high = (bases[value] for value in sorted(bases))
    if (
        high.value > low.value * 2
        or not m.has(r"vs|versus|worth|difference|gap|more|extra|instead of")
        or m.pick("money", "sign_on", "grant", "bonus")
    ):
        return None
    work = Work()
    gap = work.step("more base", _take(work, high, "higher") - _take(work, low, "lower"), answers=not bonus)
    if bonus:
        gap = work.step("more a year with the bonus", gap * (1 + work.take(bonus[0], "bonus_pct").part))
    work.step(f"over {years.value.normalize():f} years", gap * work.take(years, "years"))
    work.used |= {t.start for t in m.pick("money number") if _full(t) in bases or _full(t) == high.value - low.value}
    work.suppose("The gap stays the same each year: raises in percent would widen it.")
    return work


MOVE_TOPICS = (gap_closed, middle_against_now, difference_over_years)
