"""Parts changed: parts of an offer on file that words take away or multiply without naming a sum.

"The sign-on is gone now", "they cut the bonus in half", "they doubled the stock".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer, SignOnInstalment
from assistant.letters.patterns import LABEL

BREAK = lazy(r",(?!\d)|[;+!?\n()]|\.(?=\s|$)|\s(?:and|plus|with|but|then|so)\s", re.IGNORECASE)
"""Ends a clause."""
_GONE = lazy(
    r"\b(?:gone|off the table|dropp?ed|removed?|removing|withdr[ae]wn?|withdrew|pulled|scrapp?ed|cancel+ed|axed|killed|"
    r"t(?:ook|aken|aking) (?:[\w-]+ ){0,4}?(?:out|away|back|off)|no longer|not (?:happening|included|part of)|disappeared|vanished|any ?more|no more)\b",
    re.IGNORECASE,
)
_KEPT = lazy(r"\b(?:not|isn'?t|never|if|unless|hope\w*|afraid|worr\w+|might|may|could|would|ask\w*)\b", re.IGNORECASE)
"""Denies or supposes that a part is gone; "no longer" and "not happening" do so themselves."""
_FACTORS = (
    (lazy(r"\b(?:(?:in|by) half|halv\w+|half (?:of )?(?:the|my|that))\b", re.IGNORECASE), Decimal("0.5")),
    (lazy(r"\b(?:doubl\w+|twice the)\b", re.IGNORECASE), Decimal(2)),
    (lazy(r"\b(?:tripl\w+|three times the)\b", re.IGNORECASE), Decimal(3)),
)


def read_parts_changed(text: str, offer: Offer) -> dict[str, Any]:
    """The terms of the offer that the words take away or multiply, by field; a part taken away is one of nothing.

    >>> old = Offer(base_annual=Decimal(98_000), signing=(SignOnInstalment(amount=Decimal(16_000)),))
    >>> [part.amount for part in read_parts_changed("they cut the sign on in half", old)["signing"]]
    [Decimal('8000.0')]
    >>> read_parts_changed("is the sign on gone if i ask?", old)
    {}
    """
    terms: dict[str, Any] = {}
    for term, factor in _changed(text):
        terms |= multiply_part(term, factor, offer)
    return terms


def _changed(text: str) -> Iterator[tuple[str, Decimal]]:
    """The parts by name, each with what it is multiplied by."""
    edges = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        clause = text[start:end]
        labels = list(LABEL.finditer(clause))
        if len(labels) != 1 or read_amounts(clause) or "?" in clause:
            continue
        gone = _GONE.search(clause)
        found = Decimal(0) if gone else next((by for words, by in _FACTORS if words.search(clause)), None)
        if found is not None and not _KEPT.search(clause.replace(gone.group() if gone else "", "")):
            yield str(labels[0].lastgroup), found


def multiply_part(term: str, factor: Decimal, offer: Offer) -> dict[str, Any]:
    """The term of the offer times the factor, by field; nothing where the offer has no such part."""
    if term == "base" and offer.base_annual and factor:
        stated = offer.base_stated
        fields: dict[str, Any] = {"base_annual": offer.base_annual * factor}
        if stated is not None:
            fields["base_stated"] = stated.model_copy(update={"amount": stated.amount * factor})
        return fields
    if term == "sign_on" and offer.signing:
        return {
            "signing": tuple(SignOnInstalment(year=part.year, amount=part.amount * factor) for part in offer.signing)
        }
    if term == "bonus":
        held = {"bonus_target_pct": offer.bonus_target_pct, "bonus_target_amount": offer.bonus_target_amount}
        return {name: value * factor for name, value in held.items() if value is not None}
    grant = offer.equity[0] if len(offer.equity) == 1 else None
    if term == "equity" and grant is not None and grant.total_value is not None:
        return {"equity": (grant.model_copy(update={"total_value": grant.total_value * factor}),)}
    return {}
