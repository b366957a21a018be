"""Objection: the recruiter's line is recognised as what it is."""

from __future__ import annotations

from evals.conversations import Conversation
from evals.metrics.score import Score, passed


def score_objection(conversation: Conversation) -> Score:
    """1 when the expected objection is named; cannot be scored where none is expected."""
    sample, answer = conversation.sample, conversation.last
    if sample.objection is None:
        return Score(sample.id, None, "no objection in the sample")
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    right = answer.objection == sample.objection
    return passed(sample.id, [] if right else [f"taken for {answer.objection} ({answer.kind}), is {sample.objection}"])
