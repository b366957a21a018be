"""Bonds: what a number is by the number it is tied to: in the unit of its like, and of a size its part can have."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import fits

SHARED_UNITS = frozenset({"hour", "day", "mile"})
"""Units that a second count of the same thing leaves unsaid: "for 40 hours, I want only 32"."""
LIKE_COUNT = 8
"""A count set against another is at most so many times larger or smaller."""
OF_ITS_LIKE = re.compile(
    r"\b(?:against|vs\.?|versus|instead of|rather than|compared (?:to|with)|statt|only|just|nur|solo|apenas|down to|drop(?:ping)? to|cut(?:ting)? to|going to|go to|reduc\w+ to|auf|i (?:do|did|work|worked|want)|to do|to work)[\s$€£]*$",
    re.IGNORECASE,
)
SURELY = -0.05
BESIDE = -4.0
"""What the other senses of a number keep, as logarithms, where its words tell its part."""
_OF_AMOUNT = re.compile(
    r"^[^.;?!\d]{0,40}\b(?:on top of|over and above|above|over|on|of) (?:my |the |a |an )?(?:\w+ )?[$€£]?$", re.IGNORECASE
)
"""Words between a percent and the amount it is taken of."""
LEAST_PAY = 20_000
"""From here on an amount without a period is no running cost where it is the largest told."""


def in_like_units(text: str, terms: Sequence[Term]) -> list[Term]:
    """The terms with bare counts in the unit of the count they are set against.

    >>> from assistant.offline.algebra.terms import read_terms
    >>> told = "58k for 40 hours, I want to do only 32"
    >>> [t.unit for t in in_like_units(told, read_terms(told))]
    [None, 'hour', 'hour']
    """
    made: list[Term] = []
    for term in terms:
        like = next((t for t in reversed(made) if t.dim == "time" and t.unit in SHARED_UNITS), None)
        bare = term.dim == "number" and not term.explicit and term.currency is None and term.per is None
        if bare and like is not None and _is_set_against(text, like, term):
            term = replace(term, dim="time", unit=like.unit, per=like.per)
        made.append(term)
    return made


def _is_set_against(text: str, like: Term, term: Term) -> bool:
    near = 0 < term.value <= like.value * LIKE_COUNT and like.value <= term.value * LIKE_COUNT
    return near and bool(OF_ITS_LIKE.search(text[like.end : term.start]))


def possible(text: str, terms: Sequence[Term], shares: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The likelihoods of the senses each number can have by its measure, its size and the words that tie it to another."""
    return [_possible(text, terms, at, share) for at, share in enumerate(shares)]


def _possible(text: str, terms: Sequence[Term], at: int, shares: Mapping[str, float]) -> dict[str, float]:
    term = terms[at]
    kept = {s: p for s, p in shares.items() if fits(term, s) and not (s == "cost" and _outsizes(terms, term))}
    if not kept:
        return dict(shares)
    whole = math.log(sum(math.exp(share) for share in kept.values()))
    kept = {sense: share - whole for sense, share in kept.items()}
    if "plus" in kept and _is_topped(text, terms, at):
        return {**{sense: min(share, BESIDE) for sense, share in kept.items()}, "pay": SURELY}
    return kept


def _outsizes(terms: Sequence[Term], term: Term) -> bool:
    """Whether an amount without a period lies far above what comes every month or week beside it."""
    running = [t.value for t in terms if t.dim == "money" and t.per in ("month", "week", "day")]
    return term.per is None and term.value >= LEAST_PAY and bool(running) and term.value > 10 * max(running)


def _is_topped(text: str, terms: Sequence[Term], at: int) -> bool:
    """Whether a percent right before comes on top of this amount: "12% differential on top of 38.50"."""
    before = terms[at - 1] if at else None
    return before is not None and before.dim == "percent" and bool(_OF_AMOUNT.match(text[before.end : terms[at].start]))
