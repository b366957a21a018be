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
_COMMUTES = re.compile(r"\b(?:each way|one way|per way|commut\w+|round[- ]?trip|there and back|drive (?:to|in)\b)", re.IGNORECASE)
_PAID = re.compile(r"\b(?:cpm|paid by the mile|trucker|owner[- ]operator|freight|loads?|dispatch)\b", re.IGNORECASE)
_MOVES_TO = re.compile(
    r"\b(?:falls?|fell|drops?|dropped|goes|went|go|rises?|rose|climbs?|climbed|jumps?|sinks?|tanks?|crash\w*|slides?|slid|moves?|down|up|hits?|doubles?) (?:back )?(?:down |up )?(?:(?:to|at) )?[$€£]?$",
    re.IGNORECASE,
)
LIKELY = -0.7
MOST_MOVED = 20
"""A price moves by at most so many times."""
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
        bare = term.dim == "number" and not term.explicit and term.currency is None and term.per is None
        if bare and (like := _like_count(text, made, term)) is not None:
            term = replace(term, dim="time", unit=like.unit, per=like.per)
        made.append(term)
    return made


def _like_count(text: str, before: Sequence[Term], term: Term) -> Term | None:
    """The count of the same thing that a number is set against by the words before it."""
    like = next((t for t in reversed(before) if t.dim == "time" and t.unit in SHARED_UNITS), None)
    if like is None or term.dim not in ("number", "time") or term.unit not in (None, like.unit):
        return None
    near = 0 < term.value <= like.value * LIKE_COUNT and like.value <= term.value * LIKE_COUNT
    return like if near and OF_ITS_LIKE.search(text[like.end : term.start]) else None


def possible(text: str, terms: Sequence[Term], shares: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The likelihoods of the senses each number can have by its measure, its size and the words that tie it to another."""
    return [_possible(text, terms, at, share, shares) for at, share in enumerate(shares)]


def _possible(
    text: str, terms: Sequence[Term], at: int, shares: Mapping[str, float], all_shares: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    term = terms[at]
    if (like := _like_count(text, terms[:at], term)) is not None:
        return _possible(text, terms, terms.index(like), all_shares[terms.index(like)], all_shares)
    kept = {s: p for s, p in shares.items() if fits(term, s) and not (s == "cost" and _outsizes(terms, term))}
    if not kept:
        return dict(shares)
    whole = math.log(sum(math.exp(share) for share in kept.values()))
    kept = {sense: share - whole for sense, share in kept.items()}
    if "plus" in kept and _is_topped(text, terms, at):
        return _surely("pay", kept)
    if term.per == "mile" and _COMMUTES.search(text) and not _PAID.search(text):
        return _surely("unitcost", kept)
    if term.dim in ("money", "number") and _is_later_price(text, terms, at, all_shares):
        return _surely("price2", kept)
    return kept


def _surely(sense: str, shares: Mapping[str, float]) -> dict[str, float]:
    return {**{other: min(share, BESIDE) for other, share in shares.items()}, sense: SURELY}


def _is_later_price(
    text: str, terms: Sequence[Term], at: int, all_shares: Sequence[Mapping[str, float]]
) -> bool:
    """Whether a price told before moves to this number: "and if it falls to 42?"."""
    term = terms[at]
    told = [o for o, shares in zip(terms[:at], all_shares, strict=False) if shares.get("price", BESIDE) > LIKELY]
    near = any(o.value and 1 / MOST_MOVED <= term.value / o.value <= MOST_MOVED for o in told)
    return near and bool(_MOVES_TO.search(text[: term.start]))


def _outsizes(terms: Sequence[Term], term: Term) -> bool:
    """Whether an amount without a period lies far above what comes every month or week beside it."""
    running = [t.value for t in terms if t.dim == "money" and t.per in ("month", "week", "day")]
    return term.per is None and term.value >= LEAST_PAY and bool(running) and term.value > 10 * max(running)


def _is_topped(text: str, terms: Sequence[Term], at: int) -> bool:
    """Whether a percent right before comes on top of this amount: "12% differential on top of 38.50"."""
    before = terms[at - 1] if at else None
    return before is not None and before.dim == "percent" and bool(_OF_AMOUNT.match(text[before.end : terms[at].start]))
