"""Replies: what the company says it can do, and questions the message puts to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.offline import lexicon
from assistant.offline.briefs.clauses import Clause, quotations
from assistant.offline.briefs.fluency import is_noun_phrase
from assistant.offline.briefs.prose import in_thousands, sentence, spell_out, tidy, to_you

_QUESTION = re.compile(
    r"^\W*(?:and )?(?P<words>(?:who|is|are|does|do|will|when|what|how|which|where|would) (?!(?:should|do|can|could|would) i (?:say|write|send|reply|answer|ask|tell|word|put|phrase)\b)[^.!]{8,200}?)[?.!\s]*$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:i|we)(?: can|'d be able to| could| would| will|'ll)(?: only)? (?:do|go (?:up )?to|offer(?: you)?|move to|get (?:you )?to|stretch to|come up to|approve|give you) (?P<a>(?:[^.,;!?\"]|[.,](?=\d))*\d(?:[^.,;!?\"]|[.,](?=\d))*?)(?=,(?!\d)| but| though|[.;!?\"]|$)"
    r"|(?P<b>[$€£¥₹]?\d[\d.,]*\d?\s?k?) is (?:where we land|(?:the )?(?:best|most) (?:i|we) can|as far as (?:i|we) can go)",
    re.IGNORECASE,
)


def read_questions(clauses: Sequence[Clause]) -> Iterator[str]:
    """Questions the message is to ask, told behind "mail to Ann:" or listed behind "questions:"."""
    asked = listing = False
    for clause in clauses:
        if listed := _LISTED.search(clause.words):
            yield from _listed(listed["items"])
            return
        if listing and (found := list(_listed(clause.words.strip(" .")))):
            yield from found
            return
        listing = bool(_OPENS_LIST.search(clause.words))
        if asked and clause.role in ("rest", "ask", "style") and (match := _QUESTION.match(clause.words)):
            words = to_you(tidy(match["words"]))
            if not re.search(r"\b(?:i (?:say|write|send)|too much|rude|okay|ok)\b", words, re.IGNORECASE):
                yield sentence(words, "?")
        asked = asked or (clause.role in ("order", "ask") and clause.words.rstrip().endswith(":"))


_OPENS_LIST = re.compile(r"\bquestions?(?: about[^:]*)?\s*:\s*$", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:questions?(?: about| on| are)?|ask(?:ing)?(?: him| her| them| about)?)\s*:\s*(?P<items>(?:[^?!.\n]|\.(?=\d))+)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:who|is|are|does|do|will|when|what|how|which|where|why|can|could|would)\b", re.IGNORECASE)
LEAST_LISTED = 3


def _listed(items: str) -> Iterator[str]:
    """The parts of a list of questions: what is to be told, or a question of its own."""
    parts = [
        to_you(tidy(spell_out(part))) for part in re.split(r",\s+(?:and )?|;\s*|\s+and\s+(?=what|how|when|who)", items)
    ]
    parts = [part for part in parts if part and (_ASKS.match(part) or is_noun_phrase(part) or len(part.split()) == 1)]
    if len(parts) >= LEAST_LISTED:
        yield from (sentence(part, "?") if _ASKS.match(part) else f"{part[:1].upper()}{part[1:]}" for part in parts)


def read_granted(text: str) -> str:
    """What the company says it can do, in its words."""
    for start, end in quotations(text):
        if match := _GRANTED.search(lexicon.fold(text[start:end])):
            words = tidy(match["a"] or match["b"])
            fits = is_noun_phrase(words) or re.fullmatch(r"[$€£¥₹]?[\d.,]+k?", words)
            return in_thousands(words, text) if fits else ""
    return ""
