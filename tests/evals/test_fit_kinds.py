"""Fitting kinds: the conversations load, and a fitted classifier can be scored."""

from __future__ import annotations

from pathlib import Path

from evals.fit_kinds import Example, fit, load, score


def test_the_labelled_conversations_load_with_the_dev_halves_only() -> None:
    samples = load()
    assert len(samples) > 1000
    assert {sample.split for sample in samples} == {"dev"}


def test_a_fitted_classifier_is_scored(tmp_path: Path) -> None:
    examples: list[Example] = [({"w=write": 1.0}, ("script",)), ({"w=sum": 1.0}, ("calculation", "comparison"))] * 4
    model = tmp_path / "made.crf"
    fit(examples, model)
    assert score(model, examples) == (1.0, {})
