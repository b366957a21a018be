"""Determinism: the same conversation gives the same answers."""

from __future__ import annotations

from evals.conversations import Conversation
from evals.metrics.score import Score, passed


def score_determinism(conversation: Conversation) -> Score:
    """1 when a second run gave the same kinds, texts and figures; cannot be scored without one."""
    if not conversation.again:
        return Score(conversation.sample.id, None, "not asked twice")
    problems = []
    for exchange, second in zip(conversation.exchanges, conversation.again, strict=True):
        first = exchange.answer
        if (first.kind, first.text) != (second.kind, second.text):
            problems.append(f"{exchange.name} was answered in other words the second time")
        elif [f.value for f in first.figures] != [f.value for f in second.figures]:
            problems.append(f"{exchange.name} came with other figures the second time")
    return passed(conversation.sample.id, problems)
