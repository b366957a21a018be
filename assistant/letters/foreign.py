"""Foreign: sums of an offer that name another currency than its base, which cannot be added to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Evidence, Offer, OfferDraft

_LEFT_OUT = ("signing", "bonus_target_amount", "relocation", "retention_bonus")
"""Fields whose sums are in the currency of the offer and can be in no other."""


_DOLLARS = frozenset({"dollars", "dollar", "bucks", "$"})
_IN_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD"})


def leave_out_foreign(draft: OfferDraft, own: str | None) -> OfferDraft:
    """The draft without sums whose words name another currency than that of the offer; a grant keeps its own.

    Args:
        draft: as it was read; its evidence holds the words of each sum.
        own: the currency of the offer on file, where it was stated.

    >>> words = Evidence(field="signing[0]", quote="sign on is 12k EUR", start=0, end=18)
    >>> read = OfferDraft(is_offer=True, offer=Offer(bonus_target_pct=10), evidence=(words,))
    >>> leave_out_foreign(read, "USD").warnings
    ('“sign on is 12k EUR” is in another currency than the rest (USD): it is not on file and not counted.',)
    """
    own = _currency_of_base(draft) or own or draft.offer.currency
    foreign = {_root(item): item for item in draft.evidence if own and _names_other(item, own)}
    left = {name: item.quote for name, item in foreign.items() if name in _LEFT_OUT}
    granted = "equity" in foreign and [grant.currency for grant in draft.offer.equity] == [None]
    if not (left or granted):
        return draft
    terms: dict[str, Any] = {name: Offer.model_fields[name].get_default() for name in left}
    if granted:
        named = next(one.currency for one in read_amounts(foreign["equity"].quote) if one.currency)
        terms["equity"] = (draft.offer.equity[0].model_copy(update={"currency": named}),)
    if draft.offer.currency != own:
        terms["currency"] = None
    warnings = (
        f"“{words}” is in another currency than the rest ({own}): it is not on file and not counted."
        for words in left.values()
    )
    return draft.model_copy(
        update={
            "offer": draft.offer.model_copy(update=terms),
            "evidence": tuple(item for item in draft.evidence if _root(item) not in left),
            "warnings": (*draft.warnings, *warnings),
        }
    )


def _currency_of_base(draft: OfferDraft) -> str | None:
    based = (item for item in draft.evidence if _root(item) in ("base_annual", "base_stated"))
    return next((named for item in based for named in _currencies(item)), None)


def _names_other(item: Evidence, own: str) -> bool:
    named = set(_currencies(item))
    marks = {one.ambiguous_symbol for one in read_amounts(item.quote) if one.ambiguous_symbol}
    return (bool(named) and own not in named) or bool(marks & _DOLLARS and own not in _IN_DOLLARS)


def _currencies(item: Evidence) -> Iterator[str]:
    """The currencies that words name in letters, or by a sign that only one has."""
    return (one.currency for one in read_amounts(item.quote) if one.currency and not one.ambiguous_symbol)


def _root(item: Evidence) -> str:
    return re.split(r"[.\[]", item.field)[0]
