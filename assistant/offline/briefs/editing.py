"""Editing: what a change to the last message adds to it or asks for besides, told to the writer and not to the company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.fluency import is_noun_phrase
from assistant.offline.briefs.prose import tidy, to_you

_TO_THE_WRITER = lazy(
    r"(?:change|add|remove|drop|make|put|take|leave|cut|keep|swap|replace|use|delete|say|mention|include|shorten|write|send|turn|start|end|open|close|lose|skip|it|that|this)\b",
    re.IGNORECASE,
)
_ADDS = lazy(
    r"\b(?:add|include|put in|throw in|mention|also ask (?:for|about)|ask (?:for|about)) (?:also |in )?(?!that\b|i\b|a line|something|my name)(?P<what>(?!(?:my|the) )[^.,;!?\n]{3,60})",
    re.IGNORECASE,
)
_SO_FAR = lazy(r"\s+(?:and|but|too|also|as well|because|since|pls|please|its|it'?s)\b.*$", re.IGNORECASE)


def asks_of_edit(text: str, asks: Sequence[Ask], *, asked_before: bool) -> Iterator[Ask]:
    """The asks of a message that changes another: none that only tell the writer what to do.

    Args:
        text: the message.
        asks: what was read from it as asks.
        asked_before: whether the message it changes asks for something, so that "add X" asks for X too.
    """
    found = False
    for ask in asks:
        if ask.form == "amount" or not _TO_THE_WRITER.match(ask.words):
            found = True
            yield ask
    if found or not asked_before:
        return
    for match in _ADDS.finditer(lexicon.fold(text)):
        words = to_you(tidy(_SO_FAR.sub("", match["what"])))
        if is_noun_phrase(words):
            yield Ask("thing", words=words)
