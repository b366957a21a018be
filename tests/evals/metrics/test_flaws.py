from __future__ import annotations

from evals.metrics.flaws import score_flaws


def test_precision_and_recall_are_over_all_labels_and_name_those_that_fail() -> None:
    precision, recall = score_flaws([("a", {"bluff", "ultimatum"}, {"bluff"}), ("b", set(), {"ultimatum"})], 0.02)
    assert (precision.value, recall.value) == (0.5, 0.5)
    assert [(score.sample_id, score.why) for score in precision.failures] == [
        ("ultimatum", "precision 0/1, recall 0/1")
    ]


def test_a_set_without_flaws_cannot_be_scored() -> None:
    assert [metric.value for metric in score_flaws([("a", set(), set())], 0.02)] == [None, None]
