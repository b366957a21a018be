"""Corrections: the figure the person told wrongly, and the one that is so."""

from __future__ import annotations

from typing import NamedTuple

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.bare_sums import in_full
from assistant.offline.background_patterns import CURRENT_PAY
from assistant.offline.lexicon import any_of, fold

TOLD_WRONG = any_of(
    r"\bi (?:\w+ )?(?:told|said|wrote|gave|put|stated|mentioned|claimed|typed|sent|entered|listed|rounded|exaggerated|overstated|inflated|misspoke|misstated|misquoted|mistyped)\b",
    r"(?:^|[.,;\n] *)(?:and |so )?told (?:him|her|them|hr|the|my)\b|\bmy (?:mistake|typo|error)\b|\b(?:typo|slip) in my\b",
)
"""The person tells of words of their own that were wrong."""
_RIGHT_BEFORE = any_of(r"\b(?:instead of|rather than|not) [$€£₹]?$")
_PAY = any_of(r"\b(?:salary|pay|wage|earn\w*|mak(?:e|ing)|ctc)\b")
_RIVAL = any_of(r"\b(?:other|competing|rival|second|existing) offer\b|\boffer (?:from|at) (?!you)\w")
_SHORT, _THOUSAND = 1000, "k"


class Correction(NamedTuple):
    """The wrong and the right figure as they are to be written, and what they are of; empty where that is not told."""

    wrong: str
    right: str
    about: str


def read_correction(text: str) -> Correction | None:
    """The two figures of a correction; None where there are not just two.

    >>> read_correction("i told them 150k but its actually 145k, write the correction")
    Correction(wrong='150k', right='145k', about='')
    >>> read_correction("i gave hr 98 instead of 89 as my current pay")
    Correction(wrong='98k', right='89k', about='my current pay')
    """
    folded = fold(text)
    told = TOLD_WRONG.search(folded)
    sums = [amount for amount in read_amounts(text) if amount.kind != "percent" and not amount.unit]
    if told is None or len({amount.value for amount in sums}) != 2:
        return None
    behind = [amount for amount in sums if amount.start >= told.start()]
    wrong = behind[0] if behind else sums[0]
    right = next(amount for amount in sums if amount.value != wrong.value)
    if _RIGHT_BEFORE.search(folded[: wrong.start]):
        wrong, right = right, wrong
    return Correction(_write(wrong, right), _write(right, wrong), _find_about(folded))


def _write(amount: WrittenAmount, other: WrittenAmount) -> str:
    quote = in_full(amount.quote, [other.value])
    is_bare = quote == amount.quote and not amount.explicit and max(amount.value, other.value) < _SHORT
    return f"{quote}{_THOUSAND}" if is_bare else quote


def _find_about(folded: str) -> str:
    if _RIVAL.search(folded):
        return "my other offer"
    return "my current pay" if CURRENT_PAY.search(folded) or _PAY.search(folded) else ""
