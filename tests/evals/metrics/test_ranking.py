"""Ranking and support metrics."""

from __future__ import annotations

import pytest

from evals.metrics.latency import measure_latency, percentile
from evals.metrics.ranking import score_recall, score_reciprocal_rank, score_section
from evals.metrics.score import Score, average, passed
from evals.metrics.support import score_answerable, score_unanswerable
from evals.samples import RetrievalSample, SupportSample

SAMPLE = RetrievalSample(id="q", text="?", documents=("asks", "levels"), section="What moves", far=False)
WRONG = ("other", "What moves")


def test_recall_needs_a_right_document_among_the_first_five() -> None:
    assert score_recall(SAMPLE, [WRONG, ("levels", "x")]).value == 1
    assert score_recall(SAMPLE, [WRONG] * 5 + [("asks", "x")]).value == 0
    assert score_recall(SAMPLE, []).value == 0


def test_the_reciprocal_rank_falls_with_the_place() -> None:
    assert score_reciprocal_rank(SAMPLE, [("asks", "x")]).value == 1
    assert score_reciprocal_rank(SAMPLE, [WRONG, WRONG, ("asks", "x"), ("levels", "x")]).value == pytest.approx(1 / 3)
    assert score_reciprocal_rank(SAMPLE, [WRONG] * 10 + [("asks", "x")]).value == 0


def test_a_section_counts_in_the_right_document_only() -> None:
    assert score_section(SAMPLE, [("asks", "Pay > What moves")]).value == 1
    assert score_section(SAMPLE, [WRONG, ("asks", "x")]).value == 0
    assert score_section(SAMPLE.model_copy(update={"section": None}), [WRONG]).value is None


def test_support_is_judged_on_each_side_of_one_half() -> None:
    yes, no = SupportSample(id="y", text="?", answerable=True), SupportSample(id="n", text="?", answerable=False)
    assert (score_answerable(yes, 0.5).value, score_answerable(yes, 0.49).value) == (1, 0)
    assert (score_unanswerable(no, 0.49).value, score_unanswerable(no, 0.5).value) == (1, 0)
    assert score_answerable(no, 0.9).value is score_unanswerable(yes, 0.9).value is None


def test_what_cannot_be_scored_is_not_zero() -> None:
    metric = average("m", [Score("a", 1.0), Score("b", None), passed("c", ["no"])])
    assert (metric.value, metric.n, metric.unscored, len(metric.failures)) == (0.5, 2, 1, 1)
    assert average("m", [Score("b", None)]).value is None


def test_percentiles_are_values_that_were_measured() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([3], 0.5) == 3
    assert percentile([], 0.5) is None
    assert [metric.tolerance for metric in measure_latency([0.1])] == [None, None]
