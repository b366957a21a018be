"""Lending: how likely a number plays a part for a sum that knows no other of its kind, or leaves some parts aside."""

from __future__ import annotations

import math
from collections.abc import Mapping

from assistant.offline.algebra.vocabulary import PASSING

LEAST = 0.002
"""Below this a sense is no reading of a number."""
LENT = {
    "pay": frozenset({"now"}),
    "now": frozenset({"pay"}),
    "wait": frozenset({"months", "bmonths"}),
    "dweek": frozenset({"days"}),
}
"""Parts that a sum which knows no other of their kind takes for its own."""


def lend(shares: Mapping[str, float], known: frozenset[str], beside: frozenset[str]) -> dict[str, float]:
    """The senses of a number, with one that is left aside as said in passing.

    Args:
        shares: the logarithm of how likely each sense is.
        known: the parts of the sum.
        beside: the parts it may leave aside.

    >>> lend({"now": -0.1, "pay": -3.0}, frozenset({"pay", "rise"}), frozenset())
    {'now': -0.1, 'pay': -0.1}
    """
    made = dict(shares)
    for name, others in LENT.items():
        if name in known and not others & known and (lent := [shares[s] for s in (name, *others) if s in shares]):
            made[name] = max(lent)
    if not beside:
        return made
    aside = sum(math.exp(share) for sense, share in shares.items() if sense in beside | PASSING)
    return {**made, "o": likelihood(aside)} if aside else made


def likelihood(share: float) -> float:
    """The logarithm of a share, bounded below."""
    return math.log(max(share, LEAST / 10))
