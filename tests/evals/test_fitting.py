"""Fitting: a trained model is scored item by item, and any of several right tags counts."""

from __future__ import annotations

from pathlib import Path

from evals.fitting import count_tags, train

ROWS = [([["w=red"], ["w=blue"]], ["warm", "cold"])] * 4


def test_items_are_counted_with_their_confusions(tmp_path: Path) -> None:
    model = tmp_path / "made.crf"
    train(ROWS, {"c1": 0.01, "c2": 0.01}, model)
    assert count_tags(model, ROWS[:1]) == (2, 2, {})
    total, right, wrong = count_tags(model, [(ROWS[0][0], [("cold", "warm"), "warm"])])
    assert (total, right, wrong) == (2, 1, {("warm", "cold"): 1})
