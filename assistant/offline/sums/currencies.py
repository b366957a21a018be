"""Currencies: a calculation whose amounts are told in several, between which no rate is told, asks for the rate."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.offline.algebra.framed import FRAMED
from assistant.offline.algebra.ranking import is_taken
from assistant.offline.algebra.terms import read_terms
from assistant.offline.sums.sum import ReadSum, numbers_in

MOST_BACK = 7
"""Messages that may hold its numbers; an offer on file keeps what earlier ones told of it apart by itself."""


def ask_for_rate(texts: Sequence[str], found: ReadSum) -> ReadSum:
    """The calculation, or what it lacks: amounts of two currencies are never added or set against each other."""
    if found.missing or any("exchange_rate" in name for name in _names(found)):
        return found
    taken = set(numbers_in([found.arguments, *found.more]))
    told = texts[-1] if found.uses_offer else "\n".join(texts[-MOST_BACK:])
    terms = [
        term for term in read_terms(told) if term.dim == "money" and (found.uses_offer or is_taken(term.value, taken))
    ]
    codes = list(dict.fromkeys(term.currency for term in terms if term.currency))
    if len(codes) < 2:
        return found
    return ReadSum(FRAMED, missing=(f"the exchange rate to use, since the amounts are in {' and in '.join(codes)}",))


def _names(found: ReadSum) -> list[str]:
    return [*found.arguments, *found.arguments.get("numbers", ())]
