"""Renamed: the company of an offer on file, told later by itself or put right: "its from Vireo", "it's Helios, not Helix"."""

from __future__ import annotations

import re

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy

MOST_WORDS = 16
_NAME = r"(?P<{0}>[A-Za-z][\w&'’.-]*(?: (?-i:[A-Z&])[\w&'’.-]*){{0,2}})"
_PUT_RIGHT = (
    lazy(
        rf"\b(?:it'?s|is|called|named|meant?|was|from|at)\s+{_NAME.format('new')},?\s+(?:and )?not\s+{_NAME.format('old')}",
        re.IGNORECASE,
    ),
    lazy(rf"\bnot\s+{_NAME.format('old')}\W+(?:but|it'?s|its|rather)\s+{_NAME.format('new')}", re.IGNORECASE),
    lazy(
        rf"\b{_NAME.format('old')}\s+(?:is|was)\s+(?:actually|really)\s+(?:called\s+)?{_NAME.format('new')}",
        re.IGNORECASE,
    ),
)
_TOLD = lazy(
    rf"(?:^|[,.;]\s*|\b(?:and|oh|so|btw)\s+)(?:it'?s|its|this is|that'?s|the offer is|(?:the )?(?:company|firm|employer|place)(?:'s| is|s)?)\s+"
    rf"(?P<how>from|at|with|by|called|named)?\s*{_NAME.format('new')}(?=\s*(?:$|[,.;!(]|-))",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "our",
        "their",
        "it",
        "that",
        "this",
        "not",
        "just",
        "so",
        "still",
        "ok",
        "fine",
        "good",
        "great",
        "bad",
        "low",
        "high",
        "here",
        "there",
        "home",
        "work",
        "yesterday",
        "today",
        "tomorrow",
        "last",
        "this",
        "next",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "time",
        "now",
        "then",
        "before",
        "after",
        "within",
        "across",
        "around",
        "about",
        "all",
        "both",
        "abroad",
        "far",
        "hr",
        "him",
        "her",
        "them",
        "me",
        "gone",
        "over",
        "done",
        "final",
        "remote",
        "hybrid",
        "nice",
        "big",
        "small",
        "real",
        "true",
    ]
)


def find_renamed(text: str, known: str) -> str | None:
    """The new name of the company that a few words put in the place of a known one.

    >>> find_renamed("wait its Helios not Helix", "Helix Data"), find_renamed("its 130 not 120", "Helix Data")
    ('Helios', None)
    """
    if len(text.split()) > MOST_WORDS or read_amounts(text):
        return None
    for pattern in _PUT_RIGHT:
        found = pattern.search(text)
        if found and _is_same(found["old"], known) and not _is_same(found["new"], known):
            return _as_name(found["new"])
    return None


def find_company_told(text: str) -> str | None:
    """The company that a few words name by itself: "its from Hallam Robotics, mechanical engineer".

    >>> find_company_told("its from Hallam Robotics, mechanical engineer"), find_company_told("its fine")
    ('Hallam Robotics', None)
    """
    found = _TOLD.search(text) if len(text.split()) <= MOST_WORDS else None
    if found is None or found["new"].split()[0].lower() in _NOBODY:
        return None
    return _as_name(found["new"]) if found["how"] or found["new"][0].isupper() else None


def _is_same(words: str, name: str) -> bool:
    return words.split(maxsplit=1)[0].casefold() == name.split(maxsplit=1)[0].casefold()


def _as_name(words: str) -> str:
    words = words.strip(" .,'’")
    return words[0].upper() + words[1:]
