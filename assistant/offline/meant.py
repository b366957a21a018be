"""Meant: the offer on file that words of change are about, by its name, letter, place, kind, or as spoken of last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.letters.patterns import LABEL
from assistant.letters.told_parts import find_handle
from assistant.offline import lexicon
from assistant.offline.chosen import find_open, is_named

_PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2}
_PLACE = re.compile(
    r"\b(?:the |my )?(?P<place>first|second|third|1st|2nd|3rd)(?: (?:one|offer|job|place|company)\b|(?= (?:is|has|now|just|came|went|called)\b))",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:the|my) (?P<kind>[a-z][\w-]{3,})\b|\b(?P<one>[a-z][\w-]{3,}) (?:one|offer|job|place)\b", re.IGNORECASE
)
_ANY_OFFER = re.compile(
    r"(?:job|role|place|company|letter|recruiter|manager|boss|number|same|other|first|second|third|team|end|way|year|money|amount|rate|rest|new|old|whole)",
    re.IGNORECASE,
)
"""What every offer could be called, or has."""
_ANSWERS = re.compile(
    r"\b(?:came back|come back|match\w*|counter\w*|repl(?:y|ied)|respon\w+|answer\w*|moved)\b", re.IGNORECASE
)
"""What the employer does with whom one negotiates."""
MOST_BACK = 3
"""Messages through which an offer is still the one that is spoken of."""


def find_meant(texts: Sequence[str], offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The name of the one offer on file that the newest message is about; None where it does not tell.

    >>> offers = [{"name": "Acme", "offer": {}, "words": ""}, {"name": "offer B", "offer": {}, "words": ""}]
    >>> find_meant(["B just called, 15k now"], offers), find_meant(["the first one went to 140"], offers)
    ('offer B', 'Acme')
    """
    text = lexicon.fold(texts[-1]) if texts else ""
    named = [item for item in offers if is_named(dict(item), text, [dict(each) for each in offers])]
    lettered = bool(texts) and (find_handle(texts[-1]) or "").startswith("offer ")
    if lettered and not named:
        return None  # the letter of an offer that is not on file yet
    if len(offers) < 2:
        return next((str(item["name"]) for item in offers), None)
    if named:
        return str(named[0]["name"]) if len(named) == 1 else None
    return (
        _come_back(texts, offers) or _by_place(text, offers) or _by_kind(text, offers) or _spoken_of_last(texts, offers)
    )


def _come_back(texts: Sequence[str], offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The offer that was out and that the newest message opens again: "they came back with 155k"."""
    held = [dict(item) for item in offers]
    before = find_open(held, texts[:-1])
    returned = [item for item in find_open(held, texts) if item not in before]
    return str(returned[0]["name"]) if len(returned) == 1 else None


def _by_place(text: str, offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The offer in the place that the words count it to be: "the second one"."""
    found = _PLACE.search(text)
    place = _PLACES[found["place"].lower()] if found else len(offers)
    return str(offers[place]["name"]) if place < len(offers) else None


def _by_kind(text: str, offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The offer that alone was told with the word it is called by now: "the contract", "remote one"."""
    for match in _KIND.finditer(text):
        word = match["kind"] or match["one"]
        told = [item for item in offers if re.search(rf"\b{re.escape(word)}\b", str(item.get("words")), re.IGNORECASE)]
        named = LABEL.fullmatch(word) or lexicon.PAY_WORD.fullmatch(word) or _ANY_OFFER.fullmatch(word)
        if len(told) == 1 and not named:
            return str(told[0]["name"])
    return None


def _spoken_of_last(texts: Sequence[str], offers: Sequence[Mapping[str, Any]]) -> str | None:
    """The only offer that the last message with terms is about, unless the words tell an answer to an ask."""
    if _ANSWERS.search(texts[-1]):
        return None
    for text in reversed(texts[-1 - MOST_BACK : -1]):
        told = [item for item in offers if text.strip() and text.strip() in str(item.get("words"))]
        if told or read_amounts(text):
            return str(told[0]["name"]) if len(told) == 1 else None
    return None
