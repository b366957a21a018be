"""Asked apart: the questions of a message that asks more than one thing, and what answers those left open."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from assistant.domain.evidence import Chunk
from assistant.domain.lazy_pattern import lazy
from assistant.offline.passages import stems
from assistant.offline.telling_words import telling_words

MOST_CHARACTERS = 600
MOST_QUESTIONS = 3
LEAST_TELLING = 2
"""Words that a question must name something with, to be looked up without the rest of its message."""
NEAR_BEST, SURE = 0.7, 0.5
"""Share of the best score, and support, from which a passage answers a question asked apart."""
ANSWERED, NAMED = 0.6, 0.6
"""Share of a question's telling words from which a passage answers it, and from which a heading names it."""
_ASKING = (
    r"(?:how|what|whats|when|where|who|which|why|is|are|am|was|do|does|did|can|could|will|would|should|must|may)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_JOINED = lazy(rf"\?+\s*|,?\s+(?:and|plus|also|&)\s+(?=(?:also\s+)?{_ASKING})", re.IGNORECASE)
_OPENS = lazy(rf"\W*(?:(?:and|so|but|also|or|one|two|first|second|then|1|2)[,:.)]?\s+)*{_ASKING}", re.IGNORECASE)


def split_questions(text: str) -> list[str]:
    """The questions of a message that stands on two of them or more; empty where it asks one thing.

    >>> split_questions("does meta have a cliff, and can the sign on be bargained?")
    ['does meta have a cliff', 'can the sign on be bargained']
    >>> split_questions("Should I ask for more? How?")
    []
    """
    if len(text) > MOST_CHARACTERS:
        return []
    found = []
    for sentence in _SENTENCE.split(text):
        for part in (part.strip(" ,.?") for part in _JOINED.split(sentence)):
            asks = sentence.rstrip().endswith("?") or _OPENS.match(part)
            if part and asks and len(telling_words(part)) >= LEAST_TELLING:
                found.append(part)
    return found[:MOST_QUESTIONS] if len(found) > 1 else []


def find_answer(search: dict[str, Any], lead: Chunk, known: Collection[str]) -> str | None:
    """The id of the passage that answers a question asked apart, if the one already told does not.

    Args:
        search: what was found with the question.
        lead: the passage already told.
        known: ids of the passages that the whole message found; any other one must name the matter in its heading.
    """
    query, near = search["query"], _find_near(search)
    told = any(item["chunk_id"] == lead.chunk_id for item in near)
    told = told or _share_told(query, f"{lead.section} {lead.text}") >= ANSWERED
    named = [item for item in near if _share_told(query, item["section"]) >= NAMED]
    found = [*named, *(item for item in near if item["chunk_id"] in known)]
    return str(found[0]["chunk_id"]) if found and not told else None


def _find_near(search: dict[str, Any]) -> list[dict[str, Any]]:
    """The passages near the best one of a search that the library supports."""
    found = [item for item in search["passages"] if item["kind"] != "objection"]
    best = max((item["score"] for item in found), default=0.0)
    return [item for item in found if item["score"] >= NEAR_BEST * best] if search["support"] >= SURE else []


def _share_told(query: str, text: str) -> float:
    """The share of the words that name what a question is about which a text holds."""
    asked = stems(" ".join(telling_words(query)))
    return len(asked & stems(text)) / max(len(asked), 1)
