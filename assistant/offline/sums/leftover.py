"""Leftover: the numbers of a message that a calculation has no place for, and the question back about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.framed import OWN, left_out
from assistant.offline.algebra.ranking import is_known, is_taken
from assistant.offline.algebra.senses import read_senses
from assistant.offline.algebra.terms import Term, read_terms
from assistant.offline.sums.sum import ReadSum
from assistant.offline.sums.told import tell_terms

FEW_COUNTED, MANY_LEFT = 12, 2
"""Up to which a bare number may be said in passing, and how many numbers no sum may leave out."""
AMOUNTS = OWN | {"number"}
NO_TERMS = frozenset(["comm", "quota", "cap", "cost", "unitcost", "gap", "months", "notice", "notice2", "unpaid", "othours", "infl", "rise", "fall", "tax", "part", "term", "leave", "fx", "days", "items"])  # fmt: skip
"""Parts of numbers that no total of an offer has a place for."""


def or_ask_back(texts: Sequence[str], found: ReadSum) -> ReadSum:
    """The calculation, or a question back where it has no place for numbers that were told and no sum takes them all."""
    if found.missing or not is_known(found) or len(texts) > 1:
        return found
    if found.uses_offer:
        left = [term for term in find_left(texts, found) if _part_of(texts[-1], term) in NO_TERMS]
        return _ask_what_for(texts[-1], found, left) if len(left) >= MANY_LEFT else found
    left = [term for term in find_left(texts, found) if not (term.dim == "number" and term.value <= FEW_COUNTED)]
    if len(left) < MANY_LEFT and not any(term.dim in AMOUNTS for term in left):
        return found
    return _ask_what_for(texts[-1], found, left)


def _ask_what_for(text: str, found: ReadSum, left: Sequence[Term]) -> ReadSum:
    told = ", ".join(text[term.start : term.end].strip(" ,.") for term in left)
    return replace(
        found, arguments={}, more=(), missing=(f"what to do with these, which the sum I know leaves out: {told}",)
    )


def _part_of(text: str, term: Term) -> str:
    """The part a number of a message most likely plays."""
    senses = read_senses((text,))
    read = next(shares for each, shares in zip(senses.terms, senses.shares, strict=True) if each.start == term.start)
    return max(read, key=lambda part: read[part])


def explains(texts: Sequence[str], found: ReadSum) -> bool:
    """Whether a calculation has a place for every number of the newest message."""
    return not find_left(texts, found)


def find_left(texts: Sequence[str], found: ReadSum) -> list[Term]:
    """The numbers of the newest message that a calculation has no place for."""
    told = tell_terms(texts[-1]) if found.uses_offer else {}
    earlier = _told_before(texts)
    left = left_out(texts, [found.arguments, *found.more, told, count_lists(found)])
    return [
        term for term in left if not is_taken(term.value, earlier)
    ]  # "30k instead of the 15" names what it replaces


def misses(texts: Sequence[str], found: ReadSum) -> bool:
    """Whether the last message that tells numbers has one beside the terms of an offer: "90k, but 3 of 5 days"."""
    last = next((place for place in range(len(texts), 0, -1) if read_terms(texts[place - 1])), 0)
    return (
        any(term.dim in OWN or term.value != int(term.value) for term in find_left(texts[:last], found))
        if last
        else False
    )


def _told_before(texts: Sequence[str]) -> set[Decimal]:
    return {term.value for text in texts[:-1] for term in read_terms(text)}


def count_lists(found: ReadSum) -> list[int]:
    """How many there are of what a calculation lists, such as years."""
    return [len(value) for name, value in found.arguments.items() if isinstance(value, list) and name != "steps"]
