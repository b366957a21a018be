"""Support: whether the search knows when the library holds no answer, and whether the coach says so."""

from __future__ import annotations

from assistant.domain.answer import Answer
from evals.metrics.score import Score, passed
from evals.samples import SupportSample

ENOUGH = 0.5
NOTHING = "Nothing in the library"
"""Opens every sentence of the coach that says so."""


def score_unanswerable(sample: SupportSample, support: float) -> Score:
    """1 when an unanswerable question is recognised; cannot be scored for the others."""
    if sample.answerable:
        return Score(sample.id, None, "answerable")
    return passed(sample.id, [f"support {support:.2f} for a question without an answer"] if support >= ENOUGH else [])


def score_answerable(sample: SupportSample, support: float) -> Score:
    """1 when an answerable question is let through; cannot be scored for the others."""
    if not sample.answerable:
        return Score(sample.id, None, "unanswerable")
    return passed(sample.id, [f"support {support:.2f} for a question with an answer"] if support < ENOUGH else [])


def score_admitted(sample: SupportSample, answer: Answer) -> Score:
    """1 when the coach says of an unanswerable question that it has no answer; cannot be scored for the others."""
    if sample.answerable:
        return Score(sample.id, None, "answerable")
    return passed(sample.id, [] if _admits(answer) else [f"an answer of kind {answer.kind} to what has none"])


def score_answered(sample: SupportSample, answer: Answer) -> Score:
    """1 when the coach answers an answerable question; cannot be scored for the others."""
    if not sample.answerable:
        return Score(sample.id, None, "unanswerable")
    return passed(sample.id, ["says that the library holds no answer"] if _admits(answer) else [])


def _admits(answer: Answer) -> bool:
    return answer.kind == "out_of_scope" or NOTHING in answer.text
