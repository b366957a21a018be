"""Length: an answer is at most 350 words, unless the person asked for more."""

from __future__ import annotations

import re

from evals.conversations import Conversation, Exchange
from evals.metrics.score import Score, passed

MOST_WORDS = 350
_MORE = re.compile(r"\b(?:longer|more detail|in detail|full|everything|all of it)\b", re.IGNORECASE)


def count_words(text: str) -> int:
    """Words with at least one letter or digit; table lines and bullets do not count."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def score_length(exchange: Exchange) -> Score:
    """1 within the limit; cannot be scored where the person asked for more."""
    if _MORE.search(exchange.words[-1]) and len(exchange.words[-1]) < 300:
        return Score(exchange.name, None, "the person asked for more")
    words = count_words(exchange.answer.text)
    return passed(exchange.name, [f"{words} words"] if words > MOST_WORDS else [])


def score_shorter(conversation: Conversation) -> Score:
    """1 when the last answer is shorter than the one before, where the sample asks for that."""
    if not conversation.sample.shorter:
        return Score(conversation.sample.id, None, "no shorter answer was asked for")
    if conversation.last is None:
        return passed(conversation.sample.id, [f"broke off: {conversation.error}"])
    before, after = (count_words(exchange.answer.text) for exchange in conversation.exchanges[-2:])
    return passed(conversation.sample.id, [] if after < before else [f"{after} words after {before}"])
