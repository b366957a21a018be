"""Unnamed questions: words for a message that only say that there is something to ask, and not what."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.offline.briefs.brief import Brief

_UNNAMED = re.compile(
    r"\b(?:the|my|all|right|good|equity|important|usual|some|any|few) (?:\w+ )?questions\b"
    r"(?! (?:about|on|of|is|are)\b)"
    r"|\bwhat(?:ever| else)?(?: that)? i should (?:be )?(?:ask|know)\w*"
    r"|\bwhatever (?:i|one) (?:need|have) to (?:ask|know)\b",
    re.IGNORECASE,
)


def without_unnamed_questions(brief: Brief) -> Brief:
    """The brief without such words: "the questions i need answered", "whatever i should ask"."""
    asks = tuple(ask for ask in brief.asks if ask.asked or not _UNNAMED.search(ask.words))
    tells = tuple(words for words in brief.tells if not _UNNAMED.search(words))
    return replace(brief, asks=asks, tells=tells)
