"""Told lines: what a message tells that somebody of the company refused or promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.refusal import OF_THEM, cut_sentences, is_supposed
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.ledger import REFUSES, read_refusals
from assistant.offline.briefs.promises import read_promises
from assistant.offline.briefs.prose import tidy

_PROMISED = re.compile(
    r"\b(?:promis\w+|guarantee\w*|assur\w+|swore|agreed|confirmed|said (?:yes|ok(?:ay)?)|verbal\w*)\b", re.IGNORECASE
)
_ORDERED = re.compile(
    r",\s*(?:and |so |now |pls |please )*"
    r"(?:write|draft|help|give me|can you|could you|what|how|is|are|should|do i|also)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is asked of the coach behind what they said."""
_PARTS: dict[str, str] = {"sign-on bonus": "sign-on"}


class ToldLine(NamedTuple):
    """Their words as the person tells them; `closes` is the part of the pay they refuse, empty for a promise."""

    words: str
    closes: str = ""


@lru_cache(maxsize=4096)
def read_told_lines(text: str) -> tuple[ToldLine, ...]:
    """The refusals and promises a message tells, in its order.

    >>> read_told_lines("they said no to a sign-on, write me a reply")
    (ToldLine(words='they said no to a sign-on', closes='sign-on'),)
    >>> read_told_lines("what do I say if they say no to a sign-on?")
    ()
    """
    return tuple(line for sentence in cut_sentences(text) for line in _read(sentence))


def _read(sentence: str) -> Iterator[ToldLine]:
    told = _ORDERED.sub("", sentence)
    if told.endswith("?") or not OF_THEM.search(told) or is_supposed(told):
        return
    words = tidy(told)
    refused = [*read_refusals([told])] if REFUSES.search(told) else []
    if refused:
        yield ToldLine(words, _PARTS.get(refused[0], refused[0]))
    elif _PROMISED.search(told) and any(read_promises(list(cut_clauses(told)))):
        yield ToldLine(words)
