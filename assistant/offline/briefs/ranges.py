"""Ranges: pay that is asked for as a span, "130-140", kept as the span it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask

_SPAN = lazy(
    r"\b(?:target(?:ing)?|looking (?:for|at)|want|asking|ask(?: \w+)? for|hoping for|aim(?:ing)? (?:for|at)|expect\w*|need|like|number|my range)\b(?:(?!\b(?:from|band|posted|posting|offer\w*|theirs?|days?|weeks?|hours?)\b)[^.;!?\n\d]){0,30}"
    r"[$€£¥₹]?(?P<low>\d[\d,]*(?:\.\d+)?) ?(?P<small>k)? ?(?:-|–|to|and) ?[$€£¥₹]?(?P<high>\d[\d,]*(?:\.\d+)?) ?(?P<big>k)?(?! ?(?:days?|weeks?|hours?|months?|years?|%)\b)",
    re.IGNORECASE,
)
_WIDEST = Decimal(2)
"""How many times the low end the high end can be."""


def with_ranges(asks: Sequence[Ask], text: str) -> Iterator[Ask]:
    """The asks, a sum that is one end of a span which the person wants with the other end too.

    Args:
        asks: as read of the text.
        text: the person's own words.
    """
    spans = [tuple(_numbers(match)) for match in _SPAN.finditer(text)]
    for ask in asks:
        asked = ask.asked if ask.form == "amount" and not ask.words else None
        span = next((each for each in spans if asked and _fits(each, asked.value)), None)
        scale = asked.value / next(end for end in span if _is_end(asked.value, end)) if asked and span else Decimal(1)
        yield replace(ask, asked=replace(asked, value=span[0] * scale, upto=span[1] * scale)) if asked and span else ask


def _numbers(match: re.Match[str]) -> Iterator[Decimal]:
    scale = 1000 if match["big"] else 1
    for name in ("low", "high"):
        yield Decimal(match[name].replace(",", "")) * scale


def _fits(span: Sequence[Decimal], value: Decimal) -> bool:
    low, high = span
    return low < high <= low * _WIDEST and (_is_end(value, low) or _is_end(value, high))


def _is_end(value: Decimal, end: Decimal) -> bool:
    return value in (end, end * 1000, end * 100_000)
