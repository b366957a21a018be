"""Kind: the last answer is of a kind a reader accepts."""

from __future__ import annotations

from evals.conversations import Conversation
from evals.metrics.score import Score, passed


def score_kind(conversation: Conversation) -> Score:
    """1 when the kind is one of the expected; a conversation that broke off is 0."""
    sample, answer = conversation.sample, conversation.last
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    wrong = f"answered as {answer.kind}, expected {' or '.join(sample.kind)}"
    return passed(sample.id, [] if answer.kind in sample.kind else [wrong])
