"""Spans: within what span of time a number of pay is told, as its unit or the words right beside it say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.offline.algebra.goals import SENTENCES
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term, read_terms

_WORDS = {
    "bi-week": r"fortnight\w*|(?:two|2|other) weeks?|second week|bi-?weekly|pay periods?|2 wks",
    "half_month": r"semi-?month\w*|twice a month",
    "hour": r"hours?|hourly|hrs?|h\b|stunden?|std|heures?|horas?|uur|godz\w*|ora\b",
    "shift": r"shifts?|schicht\w*|turnos?|sessions?",
    "day": r"days?|daily|tag|tage|taglich\w*|dias?|jours?|journee|dag|dzien\w*|diem|evenings?|abend|workday|(?:working|onsite|office) day",
    "week": r"weeks?|weekly|wks?|wochen?|wochentlich\w*|semanas?|semanal\w*|semaines?|hebdo\w*|tydzien|tygod\w*",
    "quarter": r"quarter\w*|quartal\w*|trimest\w*",
    "month": r"months?|monthly|mo\b|mth\b|monats?|monatlich\w*|mes\b|mensual\w*|mensais|mensal\w*|mois|mensuel\w*|maand\w*|mahin\w*|mahan\w*|miesi\w*|mese\b|mensil\w*",
    "year": r"years?|yearly|yr\b|annual\w*|annum|jahr\w*|anos?\b|anual\w*|annee|annuel\w*|an\b|jaar\w*|rok\w*|rocznie|saal\w*|season|semester|p\.?a\b",
}  # fmt: skip
_LEAD = r"per|an?|each|every|by the|in an?|pro|por|par|al?|a la|im|am|die|in the|je|p|cada|de l|na|za|w|ka|ki|chaque|the|every single|this|do|le|la|el"
_ADVERBS = r"hourly|daily|taglich\w*|weekly|wochentlich\w*|bi-?weekly|monthly|monatlich\w*|mensual\w*|mensuel\w*|mensal\w*|mensais|quarterly|yearly|annual\w*|anual\w*|annuel\w*|rocznie|miesiecznie|mahine|p\.?a\b"
_BEHIND = tuple(
    (span, re.compile(rf"(?:(?<![a-z])(?:{_LEAD})[ '’]+|/ ?)(?:{words})(?![a-z])|(?<![a-z])(?=(?:{_ADVERBS})(?![a-z]))(?:{words})(?![a-z])", re.IGNORECASE))
    for span, words in _WORDS.items()
)  # fmt: skip
_BEFORE = tuple(
    (span, re.compile(rf"(?<![a-z])(?=(?:{_ADVERBS})(?![a-z]))(?:{words})(?: [a-z]+){{0,2}} ?[:=]? ?[^\w\s]?$", re.IGNORECASE))
    for span, words in _WORDS.items()
)  # fmt: skip
_NAMED = tuple((span, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for span, words in _WORDS.items())
_STOP = re.compile(r"[;?!\n]|[.,](?=\s|$)|\b(?:what|how much|and|but|plus|so|if|or|und|y|et|e)\b|=")
REACH = 34
BACK = 26


def span_of(text: str, term: Term, terms: Sequence[Term]) -> str | None:
    """The span of time a number is told for; None where no words beside it tell one.

    >>> from assistant.offline.algebra.terms import read_terms
    >>> told = "I lay 520 bricks a day, monthly bonus 300"
    >>> [span_of(told, term, read_terms(told)) for term in read_terms(told)]
    ['day', 'month']
    """
    if term.per:
        return term.per
    behind = min((t.start for t in terms if t.start > term.start), default=len(text))
    after = text[term.end : min(behind, term.end + REACH)]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    found = [(match.start(), span) for span, words in _BEHIND if (match := words.search(after))]
    if found:
        return min(found)[1]
    ended = max((t.end for t in terms if t.start < term.start), default=0)
    before = text[max(ended, term.start - BACK) : term.start]
    return next((span for span, words in _BEFORE if words.search(before)), None)


def spans_asked(message: Message) -> list[str]:
    """The spans of time named where a message asks, without those its numbers are told for."""
    text = message.newest or message.text
    plain = list(text)
    terms = read_terms(text, thousands=False)
    for term in terms:
        plain[term.start : term.end] = " " * (term.end - term.start)
    left = "".join(plain)
    start = max((t.end for t in terms), default=0)
    asking = " ".join(part for part in SENTENCES.split(left) if part.rstrip().endswith("?"))
    for part in (left[start:], asking):
        found = sorted((match.start(), name) for name, words in _NAMED if (match := words.search(part)))
        if found:
            return list(dict.fromkeys(name for _, name in found))
    return []
