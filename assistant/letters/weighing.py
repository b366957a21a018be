"""Weighing: for each field of words, whether the reading of the patterns, that of the model or none is shown.

What both read is shown. Where they differ the one the model is sure of is; a reading of the patterns that the model
holds for improbable is left out, for an invented term costs more than a question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.domain.amounts import STRUCK
from assistant.letters.employers import EMPLOYERS
from assistant.letters.learnt import FIELDS, Found, Marked, mark, read_learnt
from assistant.letters.mentions import Page
from assistant.letters.terms import Span, Terms

SURE_ALONE = 0.9
"""What a reading of the model needs where the patterns read nothing."""
SURE_INSTEAD = 0.9
"""What it needs to take the place of another reading."""
LEAST_BACKED = 0.05
"""A reading of the patterns the model holds less probable is left out."""
_WORD = re.compile(r"\w+")
_LONGEST_CODE = 5


def weigh(page: Page, terms: Terms) -> None:
    """Settle the fields of words of a message after the patterns have read it."""
    for field in FIELDS:
        if STRUCK in str(terms.values.get(field, "")):
            terms.drop(field)
    marked = mark(page, terms)
    found, backed = read_learnt(marked)
    for field in FIELDS:
        best, sure = _best(marked, [place for place in found if place.field == field])
        read = str(terms.values.get(field) or "")
        if best is None:
            if read and backed.get(field, 0) < LEAST_BACKED:
                terms.drop(field)
        elif _words(marked.text[best.start : best.end]) != _words(read) and sure >= (
            SURE_INSTEAD if read else SURE_ALONE
        ):
            _put(terms, field, marked.text, (best.start, best.end))


def _best(marked: Marked, places: Sequence[Found]) -> tuple[Found | None, float]:
    """The place whose words are most probably the field's over all that have them, and how probable."""
    by_words: dict[frozenset[str], list[Found]] = {}
    for place in places:
        by_words.setdefault(_words(marked.text[place.start : place.end]), []).append(place)
    doubts = {words: math.prod(1 - min(place.sure, 0.999) for place in same) for words, same in by_words.items()}
    if not doubts:
        return None, 0.0
    words = min(doubts, key=lambda words: doubts[words])
    return max(by_words[words], key=lambda place: place.sure), 1 - doubts[words]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _put(terms: Terms, field: str, text: str, span: Span) -> None:
    start, end = span
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    words = " ".join(text[start:end].split())
    if field == "company":
        words = EMPLOYERS.get(words.lower(), words)
    if field == "level" and len(words) <= _LONGEST_CODE:
        words = words.upper()
    terms.put(field, words, (start, end))
