"""Filed offers: what of a conversation stands on file as an offer, against what a careful reader would file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from evals.metrics.offer_fields import FieldScore, flatten_offer, is_same

_COUNTED = re.compile(
    r"company|base_annual|base_range|bonus_\w+|retention_bonus|signing\[\d\]|relocation\.amount|deadline|start_date"
    r"|equity\[\d\]\.(?:total_value|annual_value|shares|percent)"
)
"""The fields that count: who offers, the pay and the days; a post or a place may be told in passing."""
Offers = Sequence[Mapping[str, Any]]


def score_filed(sample_id: str, wanted: Offers, found: Offers, open_to: Sequence[str], score: FieldScore) -> None:
    """Add one conversation to the score; an offer that nobody made counts with all its fields as invented.

    Args:
        sample_id: names the conversation.
        wanted: the offers to be filed, in the shape of the contract.
        found: the offers on file.
        open_to: fields that may be read or not.
        score: what is added to.
    """
    left = [_fields(offer) for offer in found]
    for offer in map(_fields, wanted):
        nearest = max(left, key=lambda each: _count_same(offer, each), default={})
        if nearest:
            left.remove(nearest)
        _compare(sample_id, offer, nearest, open_to, score)
    for offer in left:
        _compare(sample_id, {}, offer, (), score)


def _fields(offer: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in flatten_offer(offer).items() if _COUNTED.fullmatch(name)}


def _count_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return sum(is_same(name, value, other[name]) for name, value in one.items() if name in other)


def _compare(
    sample_id: str, wanted: Mapping[str, Any], found: Mapping[str, Any], open_to: Sequence[str], score: FieldScore
) -> None:
    for name in sorted({*wanted, *found}):
        if name in wanted and name in found and is_same(name, wanted[name], found[name]):
            score.right += 1
        elif name not in open_to:
            if name in found:
                score.wrong.append(f"{sample_id}: {name} filed as {found[name]!r}, expected {wanted.get(name)!r}")
            if name in wanted:
                score.missed.append(f"{sample_id}: {name} {wanted[name]!r} not filed")
