"""Bare sums: the scale that a number such as "98" leaves out, beside sums that are told in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_BARE = re.compile(r"[$€£₹]?\s?\d{1,3}(?:\.\d)?")
_SCALES = ((1000, "k"), (100_000, " LPA"))
_LEAST, _MOST = Decimal("0.6"), Decimal(2)
"""A sum beside one told in full lies between these times it."""


def in_full(quote: str, told: Iterable[Decimal]) -> str:
    """A bare number with the scale that the sums told in full give it; any other words as they are.

    >>> in_full("98", [Decimal(92000)]), in_full("22", [Decimal(1800000)]), in_full("27", [])
    ('98k', '22 LPA', '27')
    """
    if not _BARE.fullmatch(quote):
        return quote
    value = Decimal(quote.lstrip("$€£₹ "))
    fitting = (quote + tail for base in told for scale, tail in _SCALES if base * _LEAST < value * scale < base * _MOST)
    return next(fitting, quote)
