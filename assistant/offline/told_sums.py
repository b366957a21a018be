"""Told sums: what of a message tells an offer, without the sums that are asked for, given up or earned elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.quotes import LEFT_OUT
from assistant.offline.briefs.by_mentions import asked_for
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.mentions import Mention, read_mentions
from assistant.offline.briefs.whose_sum import value_of
from assistant.offline.statements import Parts, Statement

NOT_TOLD = frozenset({"want", "lost", "mine", "min", "old"})
"""What a sum is that no offer states."""
_WISHED = lazy(
    r"\b(?:i'?d|would|want\w*|ask\w*|like|need|hop(?:e|ing)|aim\w*|open\w*|targeting|m[oö]chte|wollte|quiero|quisiera|voudrais|queria|gostaria)\b[^.;!?\n]{0,24}$",
    re.IGNORECASE,
)
_WANTS = lazy(r"\b(?:want|m[oö]chte|wollte|quiero|quisiera|voudrais|queria|gostaria)\W*$", re.IGNORECASE)


def keep_told(parts: Parts, text: str) -> Parts:
    """The statements with such sums left out; one that tells nothing else is none.

    Args:
        parts: the message taken apart, no letter.
        text: the message.
    """
    mentions = asked_for(read_mentions(text), text)
    kept = [_without(item, text.find(item.text), mentions) for item in parts.statements]
    statements = tuple(item for item in kept if item is not None)
    return replace(parts, statements=statements, states_offer=parts.states_offer and bool(statements))


def names_pay(texts: Sequence[str]) -> bool:
    """Whether the person named a sum they want or would take: then none of our own is asked for."""
    named = ((text, item) for text in texts for item in read_mentions(text) if value_of(item))
    return any(
        item.role == "min" or (item.role == "want" and _WISHED.search(text[: item.start])) for text, item in named
    )


def asks_for_sum(text: str) -> bool:
    """Whether a part of the message that asks for something names the sum that is wanted, behind a word of wishing."""
    wanted = [item for item in read_mentions(text) if item.role == "want" and _WISHED.search(text[: item.start])]
    if any(_WANTS.search(text[: item.start]) for item in wanted):
        return True
    asks = [clause for clause in cut_clauses(text) if clause.role == "ask"] if wanted else []
    return any(clause.start <= item.start < clause.end for clause in asks for item in wanted)


def _without(statement: Statement, at: int, mentions: Sequence[Mention]) -> Statement | None:
    amounts = [(item, _role_at(mentions, at + item.start, at + item.end)) for item in read_amounts(statement.text)]
    apart = [item for item, role in amounts if role in NOT_TOLD]
    if not apart:
        return statement
    if len(apart) == len(amounts):
        return None
    words = statement.text
    for item in reversed(apart):
        words = words[: item.start] + LEFT_OUT + words[item.end :]
    return replace(statement, text=words.strip(f"{LEFT_OUT} "))


def _role_at(mentions: Sequence[Mention], start: int, end: int) -> str | None:
    return next((item.role for item in mentions if item.start < end and start < item.end), None)
