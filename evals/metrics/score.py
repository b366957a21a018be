"""Scores: one judgement with its reason, and the metric made of many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True)
class Score:
    """One judgement of one sample: 0 to 1, or None where it cannot be judged, which is not zero."""

    sample_id: str
    value: float | None
    why: str = ""


@dataclass(frozen=True)
class Metric:
    """The scores of one set and split under one name.

    `tolerance` is how far the value may fall below the baseline; None compares nothing. `unit` is "rate"
    (0-1, more is better) or "seconds".
    """

    name: str
    value: float | None
    n: int
    unscored: int = 0
    tolerance: float | None = 0.0
    unit: str = "rate"
    failures: tuple[Score, ...] = ()


def average(name: str, scores: Iterable[Score], tolerance: float | None = 0.0) -> Metric:
    """The mean of the scores that could be given; those below 1 are kept as failures.

    >>> average("kind", [Score("a", 1.0), Score("b", 0.0, "no"), Score("c", None)]).value
    0.5
    """
    held = list(scores)
    values = [score.value for score in held if score.value is not None]
    return Metric(
        name=name,
        value=fmean(values) if values else None,
        n=len(values),
        unscored=len(held) - len(values),
        tolerance=tolerance,
        failures=tuple(score for score in held if score.value is not None and score.value < 1),
    )


def passed(sample_id: str, problems: Iterable[str]) -> Score:
    """1 without problems, 0 with any; the problems are the reason."""
    held = [problem for problem in problems if problem]
    return Score(sample_id, 0.0 if held else 1.0, "; ".join(held))
