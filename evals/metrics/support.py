"""Support: whether the search knows when the library holds no answer."""

from __future__ import annotations

from evals.metrics.score import Score, passed
from evals.samples import SupportSample

ENOUGH = 0.5


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
