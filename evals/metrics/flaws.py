"""Flaws: how many of the flaws told are right, and how many of the right ones are told, label by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from typing import NamedTuple

from evals.metrics.score import Metric, Score


class Tally(NamedTuple):
    """Of one label: told and right, told though not there, there though not told."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        return f"precision {self.right}/{self.right + self.wrong}, recall {self.right}/{self.right + self.missed}"


def count_labels(rows: Iterable[tuple[str, Set[str], Set[str]]]) -> dict[str, Tally]:
    """The tally of every label, by label.

    Args:
        rows: (sample id, labels told, labels that are right).

    >>> str(count_labels([("a", {"bluff"}, {"bluff", "ultimatum"})])["ultimatum"])
    'precision 0/0, recall 0/1'
    """
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for _, told, expected in rows:
        right.update(told & expected)
        wrong.update(told - expected)
        missed.update(expected - told)
    return {label: Tally(right[label], wrong[label], missed[label]) for label in sorted(right | wrong | missed)}


def score_flaws(rows: list[tuple[str, Set[str], Set[str]]], tolerance: float | None) -> list[Metric]:
    """Precision and recall over all labels; labels that are not always right are their failures."""
    tallies = count_labels(rows)
    right = sum(tally.right for tally in tallies.values())
    told = right + sum(tally.wrong for tally in tallies.values())
    expected = right + sum(tally.missed for tally in tallies.values())
    wrong = tuple(Score(label, 0.0, str(tally)) for label, tally in tallies.items() if tally.wrong)
    missed = tuple(Score(label, 0.0, str(tally)) for label, tally in tallies.items() if tally.missed)
    return [
        Metric("flaw precision", right / told if told else None, told, tolerance=tolerance, failures=wrong),
        Metric("flaw recall", right / expected if expected else None, expected, tolerance=tolerance, failures=missed),
    ]
