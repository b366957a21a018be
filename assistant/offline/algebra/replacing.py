"""Replacing: which number of those told before a later one stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PAY_SENSES

ALIKE = Decimal(3)
"""A pay takes the place of one at most so many times larger or smaller."""
PAYS = frozenset({"pay", "now", "ask"})
CLOSE = Decimal(2)
"""Two amounts of pay in one period lie within so many times of each other."""
_ADDS = re.compile(
    r"\b(?:plus|adds?|added|adding|another|also|on top|more|extra|too|minus|less|after|then|noch|dazu|aur)\b|[+]",
    re.IGNORECASE,
)


def adds(text: str) -> bool:
    """Whether words tell that a number comes on top of what was told."""
    return bool(_ADDS.search(text))


def find_replaced(text: str, older: Sequence[Term], new: Term) -> Term:
    """The one of several numbers that a later one stands for: the one whose letter is named, else the likest, else the last."""
    named = re.search(
        r"\b(?P<letter>[A-Da-d]|first|second|1st|2nd)(?= (?:is|are|was|went|moved|now|really|just|came|says|pays)\b)",
        text[max(0, new.start - 40) : new.start],
    )
    if named is not None:
        place = {"a": 0, "first": 0, "1st": 0, "b": 1, "second": 1, "2nd": 1}.get(named["letter"].lower(), 2)
        if place < len(older):
            return older[place]
    return older[-1]


def put_in_place(older: Sequence[Term], replaced: Term, new: Term) -> list[Term]:
    """The numbers with a new one that stands where the old one stood."""
    return [replace(in_its_terms(old, new), start=old.start, end=old.end) if old is replaced else old for old in older]


def in_its_terms(old: Term, new: Term) -> Term:
    """A later number as the one whose place it takes was meant: in its period, unit and currency."""
    bare = new.dim in ("number", old.dim)
    if not bare:
        return new
    return replace(
        new, dim=old.dim, per=new.per or old.per, unit=new.unit or old.unit, currency=new.currency or old.currency
    )


def share_period(by: dict[str, list[Term]]) -> None:
    """Brings amounts of pay that name no period into that of the amount they are like: "70,000 a month, now 74,000"."""
    told = [term for sense in PAYS for term in by.get(sense, ()) if term.per not in (None, "year")]
    for sense in PAYS & by.keys():
        by[sense] = [_in_period_of_like(term, told) for term in by[sense]]


def _in_period_of_like(term: Term, told: Sequence[Term]) -> Term:
    like = [other for other in told if term.value and 1 / CLOSE <= other.value / term.value <= CLOSE]
    return replace(term, per=like[-1].per, dim="money") if like and term.per is None else term


def could_replace(sense: str, old: Term, new: Term) -> bool:
    """Whether a later amount is of the size and period of the one whose place it takes."""
    if sense not in PAY_SENSES or not (old.value and new.value):
        return True
    most = ALIKE if sense in ("pay", "now") else ALIKE**2
    ratio = new.value / old.value
    return (old.per == new.per or None in (old.per, new.per)) and 1 / most <= ratio <= most
