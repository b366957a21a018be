"""Relevance: the first source of an answer is about the question."""

from __future__ import annotations

from assistant.domain.evidence import Citation
from evals.conversations import Conversation
from evals.metrics.score import Score, passed


def score_relevance(conversation: Conversation) -> Score:
    """1 when the first cited passage is one that a reader would answer from; cannot be scored without a label."""
    sample, answer = conversation.sample, conversation.last
    if not sample.about:
        return Score(sample.id, None, "no source is expected")
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    if not answer.citations:
        return passed(sample.id, ["cites nothing"])
    first = min(answer.citations, key=lambda citation: citation.n)
    right = any(_is_place(first, place) for place in sample.about)
    found = f"answers from {first.source_id}: {first.section}"
    return passed(sample.id, [] if right else [f"{found}, expected {' or '.join(sample.about)}"])


def _is_place(citation: Citation, place: str) -> bool:
    document, _, heading = place.partition(": ")
    return citation.source_id == document and citation.section.startswith(heading)
