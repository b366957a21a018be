"""Weighing: for each field of words, whether the reading of the patterns, that of the model or none is shown.

What the model holds for more probable is shown, a reading of its own with a little credit, as patterns err in ways of
their own. What is improbable is left out, whoever read it: an invented term costs more than a question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.amounts import STRUCK
from assistant.domain.lazy_pattern import lazy
from assistant.letters.employers import EMPLOYERS
from assistant.letters.learnt import FIELDS, Found, Marked, mark, read_learnt
from assistant.letters.levels import is_open
from assistant.letters.mentions import Page
from assistant.letters.places import CITY_CURRENCY
from assistant.letters.terms import Span, Terms

MODEL_CREDIT = 2.0
"""How many times as probable as a reading of the model's own one of the patterns must be to stand against it."""


class Floor(NamedTuple):
    """How probable a field's reading must be to be shown: one of the patterns, and one of the model alone."""

    patterns: float
    model: float


FLOORS = {
    "company": Floor(0.15, 0.6), "title": Floor(0.1, 0.6), "level": Floor(0.2, 0.6), "location": Floor(0.1, 0.7),
    "deadline": Floor(0.1, 0.6), "start_date": Floor(0.35, 0.55),
}  # fmt: skip
"""Found by reading the letters of each hand with models of the others."""
_ARTICLE = lazy(r"(?:die|der|das) (?=.*\b(?:gmbh|ag|kg|ohg|se|eg|e\.? ?v)\b)", re.IGNORECASE)
_NAMES_TITLE = lazy(
    r"(?:funktion|poste|stelle|puesto|vaga|posizione|functie|position)(?: (?:als|de|di|of|as))?:? (?=[^\W\d_]{3})",
    re.IGNORECASE,
)
"""What a letter calls the post before its name, "Funktion Treasury Managerin"."""
_PEOPLE_OF = lazy(
    r" (?:family|crew|careers|candidate|(?:candidate |offer |careers )?portal|(?:people |talent |hiring |recruiting |recruitment |hr )?team)$",
    re.IGNORECASE,
)
"""Who or what speaks for a firm: "the Nimbusforge family", "Corvane Candidate Portal"."""
_WITHIN = lazy(r" within .*$")
_WIDER: dict[str, re.Pattern[str]] = {
    "title": lazy(
        r" \((?!(?i:grade|level|band|class|tier|vice president|vp|senior|associate|director|remote|hybrid|contract|full|part|perm\w*|temp\w*"
        r"|fixed|hourly|m/f|f/m|m/w|w/m|h/f|all genders)\b)[A-Z][A-Za-z&/ -]{2,40}\)"
        r"| \((?:infra\w*|platform|back-?end|front-?end|full-?stack|growth|payments?|ml|ai|data|search|ads|security|cloud|mobile|ios|android|web|core"
        r"|ranking|nlp|vision|perception|llms?|devops|research|embedded|b2b|enterprise|smb)(?: (?:team|ml|eng|infra))?\)"
    ),
    "location": lazy(
        r"(?<=remote)(?: \((?:anywhere )?(?:in |within )?(?:the )?[A-Z][\w ./,-]{1,30}\)| (?:anywhere )?(?:in|within|across|from) (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)*|US|UK|EU))",
        re.IGNORECASE,
    ),
}
"""What belongs to a value right behind it: the special field of a post, where in the world is remote."""
_GRADE_CODE = re.compile(r"(?:grade|band) (?P<code>[A-Z]{1,3}-?\d{1,2})", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LONGEST_CODE = 5


_SUPPOSED = lazy(r"\bif (?:i|you|we|they) (?:\w+ ){0,4}$", re.IGNORECASE)
"""Before words that nothing is told of: "if I start before March 2"."""


def weigh(page: Page, terms: Terms) -> None:
    """Settle the fields of words of a message after the patterns have read it."""
    for field in FIELDS:
        if STRUCK in str(terms.values.get(field, "")):
            terms.drop(field)
    marked = mark(page, terms)
    found, backed = read_learnt(marked)
    for field in FIELDS:
        told = [each for each in found if each.field == field and not _SUPPOSED.search(marked.text[: each.start])]
        best, sure = _best(marked, told)
        _settle(terms, field, marked.text, best, sure, backed.get(field, 0.0))
    for field, wider in _WIDER.items():
        _widen(page, terms, field, wider)
    if "level" in terms.spans and is_open(page.read_as, *terms.spans["level"]):
        terms.drop("level")
    _cut(terms, "company", _ARTICLE)
    _cut(terms, "title", _NAMES_TITLE)
    _end(terms, "company", _PEOPLE_OF)
    _end(terms, "title", _WITHIN)


def _widen(page: Page, terms: Terms, field: str, wider: re.Pattern[str]) -> None:
    """Take the words right behind the value of a field that belong to it."""
    if field not in terms.spans:
        return
    start, end = terms.spans[field]
    more = wider.match(page.read_as, end)
    if more is not None and not (field == "title" and more.group().strip(" ()").lower() in CITY_CURRENCY):
        terms.put(field, f"{terms.values[field]}{more.group()}", (start, more.end()))


def _cut(terms: Terms, field: str, before: re.Pattern[str]) -> None:
    """Leave out a word before the value of a field that is no part of it."""
    value = str(terms.values.get(field) or "")
    if (found := before.match(value)) is not None and field in terms.spans:
        start, end = terms.spans[field]
        terms.put(field, value[found.end() :], (start + found.end(), end))


def _end(terms: Terms, field: str, behind: re.Pattern[str]) -> None:
    """Leave out words behind the value of a field that are no part of it."""
    value = str(terms.values.get(field) or "")
    if (found := behind.search(value)) is not None and found.start() and field in terms.spans:
        start, end = terms.spans[field]
        terms.put(field, value[: found.start()], (start, end - len(found.group())))


def _settle(terms: Terms, field: str, text: str, best: Found | None, sure: float, backed: float) -> None:
    """Show the more probable of two readings of a field if it is probable enough."""
    floor, read = FLOORS[field], str(terms.values.get(field) or "")
    if best is not None and _words(text[best.start : best.end]) == _words(read):
        backed, best = max(sure, backed), None
    if best is not None and sure >= floor.model and sure * MODEL_CREDIT >= backed:
        _put(terms, field, text, (best.start, best.end))
    elif read and backed < floor.patterns:
        terms.drop(field)


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
    elif text[start:end].count("(") > text[start:end].count(")") and (cut := text.rfind("(", start, end)) > start:
        end = start + len(text[start:cut].rstrip())
    words = " ".join(text[start:end].split())
    if field == "company":
        words = EMPLOYERS.get(words.lower(), f"{words[:1].upper()}{words[1:]}")
    if field == "level" and (code := _GRADE_CODE.fullmatch(words)) is not None:
        start, words = start + code.start("code"), code["code"]
    if field == "level" and len(words) <= _LONGEST_CODE:
        words = words.upper()
    terms.put(field, words, (start, end))
