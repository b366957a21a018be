"""Securities: numbers of options, shares or units, which are never sums of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy

_SECURITIES = lazy(r"(?:stock )?(?:options?|shares?|units?|rsus?|psus?|warrants?|acciones|aktien|actions|a[cç][oõ]es|aktier)\b", re.IGNORECASE)  # fmt: skip
QUALIFIED = lazy(
    r"(?:(?:more|extra|additional|further|full|paid|new|common|stock|share|vacation|annual|sick|holiday|leave|pto|remote|working|"
    r"training|study|of|in) ){0,3}",
    re.IGNORECASE,
)
LEAST_PAY, MOST_BARE = 20, 1000
"""Bare numbers between which pay is told in thousands."""


def mark_securities(text: str, amounts: Sequence[WrittenAmount]) -> list[WrittenAmount]:
    """The amounts, a number of options or shares with that as its unit.

    >>> from assistant.domain.amounts import read_amounts
    >>> told = "20,000 options, 195 base"
    >>> [item.unit for item in mark_securities(told, read_amounts(told))]
    ['options', None]
    """
    bare = [item for item in amounts if item.kind == "plain" and not item.unit and LEAST_PAY <= item.value < MOST_BARE]
    short = any(not _SECURITIES.match(text[item.end :].lstrip()) for item in bare)
    return [replace(item, unit=unit) if (unit := _unit(text, item, short=short)) else item for item in amounts]


def _unit(text: str, item: WrittenAmount, *, short: bool) -> str:
    """What a number counts; empty for money.

    Args:
        text: the message.
        item: one of its amounts.
        short: whether it leaves out thousands, so that "450 rsu" beside "230 base" is money too.
    """
    security = (
        None if item.unit or item.kind == "percent" or item.currency else _SECURITIES.match(text, behind(text, item))
    )
    name = security.group().lower() if security else ""
    of_options = name.endswith(("option", "options"))
    return name if of_options or not (item.explicit or (short and item.value < MOST_BARE)) else ""


def behind(text: str, item: WrittenAmount) -> int:
    """Where the noun behind a number begins, words such as "more" or "paid" passed over."""
    spaced = re.match(r"\s*", text[item.end :])
    start = item.end + (spaced.end() if spaced else 0)
    qualified = QUALIFIED.match(text, start)
    return qualified.end() if qualified else start
