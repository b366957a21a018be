"""Grouping: how a conversation parts thousands, so that "3.750" means what "3.400 EUR" meant before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.amount_patterns import POINTED_SUM
from assistant.domain.amounts import read_amounts

_POINTED_ALONE = re.compile(r"(?<![\w.,$£])(?P<head>[1-9]\d{0,2})\.(?P<tail>\d{3})(?![.,]?\d| ?%|\w)")
_SPACED = re.compile(r"[1-9]\d{0,2}[ \u00a0\u202f]\d{3}(?!\d)")
_SPACED_ALONE = re.compile(
    r"(?<!\d[ \u00a0\u202f])(?<![\w.,])(?P<head>[1-9]\d{0,2})[ \u00a0\u202f](?P<tail>\d{3})(?![.,]?\d| ?%|\w| \d)"
)


def grouped_alike(texts: Sequence[str]) -> list[str]:
    """The texts with sums that group by a point or a space, as an earlier text does, written with a comma.

    >>> grouped_alike(["3.400 EUR a month", "I want 3.750"])
    ['3.400 EUR a month', 'I want 3,750']
    """
    return list(_grouped_alike(tuple(texts)))


@lru_cache(maxsize=64)
def _grouped_alike(texts: tuple[str, ...]) -> tuple[str, ...]:
    pointed = spaced = False
    written = []
    for text in texts:
        grouped = _POINTED_ALONE.sub(r"\g<head>,\g<tail>", text) if pointed else text
        written.append(_SPACED_ALONE.sub(r"\g<head>,\g<tail>", grouped) if spaced else grouped)
        pointed = pointed or bool(POINTED_SUM.search(text))
        spaced = spaced or any(item.kind == "money" and _SPACED.search(item.quote) for item in read_amounts(text))
    return tuple(written)
