"""Told: the offers a message states, as the tools take them: whole, without being put on file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_TAGS = (
    r"(?P<tag>[AB1-4]|one|two|three|first|second)",
    r"(?:the )?(?P<which>first|second|other)(?: one| offer| job| company| place)?",
)
_LABELS = (
    re.compile(
        rf"(?<![\w-])(?:(?:offer|job|option|company|role|place|choice|gig) ?#?{_TAGS[0]}\b|(?<![\w'])(?P<letter>[AB])(?=\)? ?[:=-]))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w-])(?:(?P<one>(?:the )?(?:first|one))|(?P<other>the (?:other|second)|other|second|another))"
        r"(?: one| offer| job| company| place| firm| is at \w+)?,? (?:pays?|is|gives?|offers?|has|would pay|comes with|:)",
        re.IGNORECASE,
    ),
)
_VERSUS = re.compile(r"(?:^|(?<=\s))(?:vs\.?|versus|or|OR)(?=\s)")
_DIGITS = re.compile(r"\d{2}")
TERMS = (
    "company",
    "title",
    "level",
    "location",
    "deadline",
    "start_date",
    "currency_assumed",
    "base_stated",
    "base_range",
)
"""What a calculation does not need."""


def tell_offers(text: str) -> list[dict[str, Any]]:
    """The offers of a message that sets two side by side, each as an offer tool takes it; none where it does not."""
    for parts in _candidate_parts(text):
        offers = [offer for part in parts if (offer := tell_offer(part)) is not None]
        if len(offers) == len(parts) >= 2:
            return offers
    return []


def tell_offer(text: str) -> dict[str, Any] | None:
    """The one offer of the words, or None where they state no base."""
    from assistant.letters.parse import parse_offers

    draft = parse_offers(text, told=True)[0]
    if draft.offer.base_annual is None:
        return None
    held = draft.offer.model_dump(mode="json", exclude_none=True, exclude=set(TERMS))
    return {name: value for name, value in held.items() if value not in ([], {})}


def tell_terms(text: str) -> dict[str, Any]:
    """All terms the words state of one offer, as plain JSON: also pay of a month or week, and ranges."""
    from assistant.letters.parse import parse_offers

    return parse_offers(text, told=True)[0].offer.model_dump(mode="json", exclude_none=True)


def _candidate_parts(text: str) -> Iterator[list[str]]:
    for pattern in _LABELS:
        starts, seen = [], set()
        for match in pattern.finditer(text):
            name = next(value.lower() for value in match.groups() if value)
            if name not in seen:
                seen.add(name)
                starts.append(match.start())
        yield _cut(text, starts)
    for match in _VERSUS.finditer(text):
        yield [text[: match.start()], text[match.end() :]]


def _cut(text: str, starts: list[int]) -> list[str]:
    parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return [part for part in parts if _DIGITS.search(part)]
