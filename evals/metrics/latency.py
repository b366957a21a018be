"""Latency: seconds a turn takes."""

from __future__ import annotations

from collections.abc import Iterable

from evals.metrics.score import Metric


def percentile(values: Iterable[float], share: float) -> float | None:
    """The value that `share` (0-1) of the values do not exceed, by nearest rank; None without values.

    >>> percentile([1, 2, 3, 4], 0.5)
    2
    """
    held = sorted(values)
    return held[max(0, -(-int(share * 1000) * len(held) // 1000) - 1)] if held else None


def measure_latency(seconds: Iterable[float]) -> list[Metric]:
    """p50 and p95; they are told, and not compared, because machines differ."""
    held = list(seconds)
    return [
        Metric(f"seconds p{share}", percentile(held, share / 100), len(held), tolerance=None, unit="seconds")
        for share in (50, 95)
    ]
