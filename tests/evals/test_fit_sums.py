"""The ranking of sums learns which features tell the right one."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy", reason="scipy is installed for fitting only")

from evals.fit_sums import Choice, fit, score


def test_a_feature_of_right_sums_gets_weight() -> None:
    choices = [Choice(({"good": 1.0}, {"bad": 1.0}, {"none": 1.0}), (True, False, False)) for _ in range(30)]
    weights = fit(choices)
    assert weights["good"] > 0 > weights["bad"]
    assert score(weights, choices)["right"] == 30


def test_steps_are_counted_apart() -> None:
    steps = [Choice(({"a": 1.0}, {"b": 1.0}), (False, True), sums=False) for _ in range(10)]
    assert score(fit(steps), steps) == {"steps": 10, "right step": 10}
