"""Terms: what is offered or agreed, as phrases, and what the person would say yes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.fluency import is_noun_phrase, is_sentence
from assistant.offline.briefs.prose import in_thousands, tidy, to_you

_STATES_TERM = lazy(
    r"[$€£¥₹]\s?\d|\d ?%|\b\d+(?:[.,]\d+)?\s?[kKmM]\b|\b\d{2,3}[.,]?\d{3}\b|\bstart(?:ing)?\b.*\d|\b(?:remote|days?|weeks?|visa|stipend|relocation|level|title|signing|sign-on|bonus)\b.*\d|\d+ (?:remote|days|weeks|shares|options|rsus?)",
    re.IGNORECASE,
)


_OF_WHOM = lazy(
    r" (?:at|from|in) (?:an? |the |this )?(?:[\w-]+ ){0,3}(?:co|company|start-?up|firm|place)$", re.IGNORECASE
)
_TOLD_TO_SAY = lazy(r"(?:and |please )*(?:say|write|tell|mention) ", re.IGNORECASE)
_ACCEPTS_AT = lazy(
    r"\b(?:(?:i(?:'d| would|d|'ll| will)?|will|would) (?:\w+ )?(?:sign|go|accept|take (?:it|[$€£]?\d\S*)|join|say yes|commit|choose|pick|stay|come)|i(?:'m| am|m) in)\b[^.?!\n]{0,30}\b(?:if|at|for|when|once|provided(?: that)?|as long as|on condition that)\b(?P<rest> [$€£¥₹]?\d{2,}\b|(?:[^.?!\n]|\.(?=\d)){5,})",
    re.IGNORECASE,
)


_ACCEPTS_IF_SO = lazy(
    r"\b(?:i(?:'d| would|d|'ll| will)) (?:\w+ )?(?:sign|accept|join|say yes|commit)\b[^.?!\n,]{0,20}\b(?:if so|if yes|right away|the same day|same day|on the spot|immediately|at once|today)\b",
    re.IGNORECASE,
)


_SIGNS_THEN = lazy(
    r"\bif (?:they|you|she|he|it)(?: can| could| would|'d| will)? (?:reach|get to|go to|come to|come up to|do|match|make it|make|hit|pay|offer)\b(?:[^.?!\n,]|,(?=\d)){1,24},? (?:then )?i(?:'ll|'d|ll|d| will| would)? (?:sign|accept|join|take it|say yes|am in)\b",
    re.IGNORECASE,
)
"""A yes to the sum that is asked for: "if they can reach 127,000 I sign"."""


def read_terms(clauses: Sequence[Clause]) -> Iterator[str]:
    """Phrases that state a term: a sum, a percentage, a start, days; what is asked for is none."""
    only_one = sum(clause.role == "rival" for clause in clauses) == 1
    for clause in clauses:
        if clause.role not in ("rest", "order", "said") and not (clause.role == "rival" and only_one):
            continue
        words = clause.words.split(":", 1)[-1] if clause.role == "order" else clause.words
        if clause.role == "order" and ":" not in clause.words:
            continue
        for part in re.split(r",\s+|;\s*|[.!?]+\s+|\s+and\s+(?=\S*\d)", words):
            phrase = tidy(
                re.sub(
                    r"^.*\b(?:offered|gave|offers?|giv(?:e|es|ing)|pay(?:s|ing)?)\b(?: me| us)?\s*",
                    "",
                    part,
                    flags=re.IGNORECASE,
                )
            )
            phrase = _OF_WHOM.sub("", phrase)
            fits = not _TOLD_TO_SAY.match(phrase) and (
                is_noun_phrase(phrase) or is_sentence(phrase) or len(phrase.split()) == 1
            )
            if fits and len(phrase.split()) <= 9 and _STATES_TERM.search(phrase):
                yield in_thousands(phrase, " ".join(clause.words for clause in clauses))


def read_agrees_at(folded: str) -> str:
    """What the person would sign at, as a sentence behind "if"; empty where they say nothing of it."""
    if _ACCEPTS_IF_SO.search(folded) or _SIGNS_THEN.search(folded):
        return "that works"
    match = _ACCEPTS_AT.search(folded)
    words = to_you(tidy(match["rest"].replace("~", "about "))) if match else ""
    if re.fullmatch(r"[$€£¥₹]?\d[\d.,]*\s?k?", words):
        words = f"we agree on {words}"
    words = in_thousands(words, folded)
    return words if is_sentence(words) else ""


def agreed_beside(agrees_at: str, asks: Sequence[Ask]) -> str:
    """What the person would sign at; "that works" where the sum is asked for besides, and need not be said twice."""
    asked = any(ask.form == "amount" and ask.asked is not None for ask in asks)
    return "that works" if asked and re.search(r"\d", agrees_at) else agrees_at
