"""Grouping: how a conversation parts thousands, so that "3.750" means what "3.400 EUR" meant before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.amount_patterns import POINTED_SUM

_POINTED_ALONE = re.compile(r"(?<![\w.,$£])(?P<head>[1-9]\d{0,2})\.(?P<tail>\d{3})(?![.,]?\d| ?%|\w)")


def grouped_alike(texts: Sequence[str]) -> list[str]:
    """The texts with sums that group by a point, as an earlier text does, written with a comma.

    >>> grouped_alike(["3.400 EUR a month", "I want 3.750"])
    ['3.400 EUR a month', 'I want 3,750']
    """
    return list(_grouped_alike(tuple(texts)))


@lru_cache(maxsize=64)
def _grouped_alike(texts: tuple[str, ...]) -> tuple[str, ...]:
    pointed = False
    written = []
    for text in texts:
        written.append(_POINTED_ALONE.sub(r"\g<head>,\g<tail>", text) if pointed else text)
        pointed = pointed or bool(POINTED_SUM.search(text))
    return tuple(written)
