"""Scaling: bare numbers in the thousands or lakhs that the amounts beside them are written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PAY_SENSES

THOUSAND = Decimal(1000)
BARE = Decimal(20)
"""From here on a bare number below a thousand can be thousands of pay."""
INDIAN = frozenset({"extra", "stock", "refresh", "cost"})
"""Amounts that are written in the unit of the others beside them."""
_INDIAN = re.compile(r"\d ?(?:(?P<lakh>lakhs?|lacs?|lpa|l)|(?P<crore>crores?|cr))\b", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}(?![.,]?\d|%)")
"""A thousand as it is written in most of Europe."""
_WITHIN_WHOLE = frozenset({"tax", "own", "dilute", "pens", "disc", "comm", "infl", "upto", "put", "owe", "vest"})
"""Parts of one whole: a bare number above one is of a hundred, "6.2 and 1.45"."""
_WHOLE = Decimal(100)
_EVERY = re.compile(
    r"^ (?:\w+ )?(?:per|an?|each|every|por|pro|par|la) (?:hour|hr|h|day|night|shift|session|visit|trip|mile|class|lesson|hora|dia|noche|vuelta|stunde|tag|nacht|heure|jour|nuit)\b",
    re.IGNORECASE,
)
_BEHIND_HOURS = re.compile(r"\b(?:hours?|hrs?|h|shifts?)\b(?: [a-z]+)? (?:at|@|x|for|of) [$€£]?$", re.IGNORECASE)
ONCE = frozenset({"sign", "sign2", "bonus", "gap"})
"""Payments that may be as small as those told for a month beside them."""
MOST_RAISED = 5
"""A pay is at most so many times the largest amount told."""
LIKE_RATE = Decimal("1.35")
LEAST_SALARY = 60
"""Below this, in thousands, a bare pay beside one by the hour is by the hour too."""
_YEARLY = re.compile(
    r"\b(?:salar\w+|annual\w*|yearly|(?:per|an?|each) (?:year|yr|annum)|base|ote|package|jahr\w*|brutto)\b",
    re.IGNORECASE,
)
MOST_HOURS = 84
"""Hours of the longest week."""
LAKH, CRORE = Decimal(100_000), Decimal(10_000_000)


def scaled(text: str, term: Term, sense: str, terms: Sequence[Term]) -> Term:
    """A bare number in thousands where pay is written so, in lakhs where the others are."""
    if term.dim == "number" and sense in _WITHIN_WHOLE and 1 < term.value <= _WHOLE:
        return replace(term, dim="percent")
    if sense in PAY_SENSES | INDIAN and term.dim == "number" and (unit := _indian_unit(text, term, sense, terms)):
        return replace(term, value=term.value * unit, dim="money", currency="INR")
    if _GROUPED.match(text[term.start : term.start + 8]) and sense in PAY_SENSES | INDIAN and term.value < THOUSAND:
        return replace(term, value=term.value * THOUSAND, dim="money")
    bare = term.dim == "number" and not term.explicit and term.per in (None, "year") and term.value == int(term.value)
    others = [t.value for t in terms if t is not term and t.dim == "money" and t.per in (None, "year")]
    small = sense in ONCE and any(t is not term and t.dim == "money" and t.per for t in terms)
    alone = not others and not small and term.per is None and not _is_rate(text, term, terms)
    if sense in PAY_SENSES and bare and BARE <= term.value < THOUSAND and (alone or any(v >= THOUSAND for v in others)):
        return replace(term, value=term.value * THOUSAND, dim="money")
    return term


def _indian_unit(text: str, term: Term, sense: str, terms: Sequence[Term]) -> Decimal | None:
    """Lakhs or crores, where the other amounts are written in them and the number is of their size so."""
    written = [(t, found) for t in terms if t.dim == "money" and (found := _INDIAN.search(text[t.start : t.end + 6]))]
    if not written or term.per is not None or not 0 < term.value < THOUSAND or _EVERY.match(text[term.end :]):
        return None
    unit = LAKH if any(found["lakh"] for _, found in written) else CRORE
    most = max(t.value for t, _ in written) * (MOST_RAISED if sense in PAY_SENSES else 1)
    return unit if term.value * unit <= most else None


def _is_rate(text: str, term: Term, terms: Sequence[Term]) -> bool:
    """Whether a bare number is pay by the hour or the day, as another beside it is, or says itself that it is a rate."""
    rates = [t for t in terms if t is not term and t.dim == "money" and t.per in ("hour", "day")]
    like = any(1 / LIKE_RATE <= term.value / t.value <= LIKE_RATE for t in rates if t.value)
    hourly = term.value < LEAST_SALARY and any(t.per == "hour" for t in rates)
    timed = term.value < LEAST_SALARY and _BEHIND_HOURS.search(text[: term.start])
    weekly = any(t.unit == "hour" and t.dim == "time" and t.value <= MOST_HOURS for t in terms)
    counted = term.value < LEAST_SALARY and weekly and not _YEARLY.search(text)
    return like or hourly or counted or bool(timed or _EVERY.match(text[term.end :]))
