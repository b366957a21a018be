"""Told lines: what a message tells that somebody of the company refused or promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.counter import LEVER_NAMES, Lever
from assistant.domain.refusal import OF_THEM, cut_sentences, is_supposed
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.ledger import REFUSES, read_refusals
from assistant.offline.briefs.promises import read_promises
from assistant.offline.briefs.prose import tidy
from assistant.offline.briefs.reading import read_brief
from assistant.offline.follow_up import levers_asked
from assistant.offline.lexicon import fold
from assistant.offline.untruth_marks import puts_right

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


_I_ASKED = re.compile(
    r"\bi(?:'?ve| have)? ?(?:already |just |then |also )*(?:asked|countered|requested|went back with|proposed)\b"
    r"|\bi(?:'?ve| have)? ?(?:already |just )*told (?:them|her|him|hr|the recruiter) (?:that )?(?:i|my)\b"
    r"|^told (?:them|her|him|hr) (?:that )?(?:i|my)\b|\bmy (?:ask|counter|request) was\b",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=4096)
def read_told_asks(text: str) -> dict[Lever, tuple[Decimal, bool]]:
    """What a message tells that the person asked of them: by lever the amount, and whether it goes on top of the offer.

    >>> read_told_asks("they said no. i asked for 225k")
    {'base_salary': (Decimal('225000'), False)}
    >>> read_told_asks("i told them 190k but its actually 180k, write the correction")
    {}
    """
    if puts_right(fold(text)):
        return {}
    told = [sentence for sentence in cut_sentences(text) if _I_ASKED.search(sentence) and not sentence.endswith("?")]
    asked = {lever: ask for sentence in told for lever, ask in levers_asked(read_brief(sentence)).items()}
    return {lever: (asked[lever].value, asked[lever].on_top) for lever in LEVER_NAMES if lever in asked}


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
