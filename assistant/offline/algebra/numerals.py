"""Numerals: the quantities of a message as sums read them."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.portions import FRACTION, read_portions
from assistant.offline.sums.quantities import Quantity, read_quantities

_TIMES_COUNT = re.compile(r"(?<=[ \d])[xX*] ?(1[0-5])\b(?![.,]\d)")
_MINUTES = re.compile(r"(?<![\d.,])(\d{1,3}) ?min(?:ute)?s?\b", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:after|in|for|within|at|first|over|of|by|wait)\s*$", re.IGNORECASE)
_WHAT_IS = re.compile(r"\b(?:what(?:'?s| is| does)?|how much is|worth of|value of) $", re.IGNORECASE)
"""Asks for the worth of one of several: "what's one year worth?"."""


def read_numerals(text: str) -> list[Quantity]:
    """The quantities of a text with the portions and bare counts that only sums read, from left to right.

    >>> [str(item.value) for item in read_numerals("45 min each way, 4 of 5 days")]
    ['45', '80']
    """
    found = [item for item in read_quantities(text) if not _only_says_how_often(text, item)]
    for item in read_portions(text):
        found = _instead(found, Quantity(item.start, item.end, item.value, "percent", unit=FRACTION))
    for match in _TIMES_COUNT.finditer(text):
        found = _instead(found, Quantity(match.start(1), match.end(1), Decimal(match[1]), "plain"))
    for match in _MINUTES.finditer(text):
        found = _instead(found, Quantity(match.start(1), match.end(1), Decimal(match[1]), "plain"))
    return sorted(found, key=lambda item: item.start)


def _only_says_how_often(text: str, item: Quantity) -> bool:
    """Whether "a year" behind these words is no span of time: "hours a week", "how much is that a year"."""
    if re.match(r"one (?:year|month|week)\b(?! and)", text[item.start : item.start + 10], re.IGNORECASE):
        return bool(_WHAT_IS.search(text[: item.start]))
    article = re.match(r"an? |each |every ", text[item.start : item.start + 6], re.IGNORECASE)
    return bool(article and item.kind == "span" and not _SPAN_BEFORE.search(text[: item.start][-14:]))


def _instead(found: list[Quantity], item: Quantity) -> list[Quantity]:
    return [*(old for old in found if old.end <= item.start or old.start >= item.end), item]
