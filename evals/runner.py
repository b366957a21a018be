"""Runner: runs sets on the coach and compares the metrics with the baseline."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evals.metrics.score import Metric
from evals.samples import DATASETS, DatasetError, Split, load_samples
from evals.sets import SETS, Subject

BASELINE = Path(__file__).resolve().parent / "baseline.json"
Baseline = dict[str, dict[str, dict[str, dict[str, Any]]]]
"""Set, split, metric -> value, n, date."""


@dataclass(frozen=True)
class SetReport:
    """The metrics of one set and split."""

    set_name: str
    split: Split
    samples: int
    metrics: tuple[Metric, ...]


@dataclass(frozen=True)
class Regression:
    """A metric that fell more than its tolerance below the baseline."""

    set_name: str
    split: Split
    metric: str
    before: float
    after: float | None


def check_names(names: Sequence[str]) -> tuple[str, ...]:
    """The named sets, or all of them when none is named.

    Raises:
        DatasetError: there is no set of that name.
    """
    for name in names:
        if name not in SETS:
            raise DatasetError(f'there is no set "{name}"; the sets are {", ".join(SETS)}')
    return tuple(names) or tuple(SETS)


def run_set(subject: Subject, set_name: str, splits: Iterable[Split], folder: Path = DATASETS) -> list[SetReport]:
    """Reports of one set, a split each.

    Raises:
        DatasetError: the set cannot be read.
    """
    question_set = SETS[set_name]
    samples = load_samples(set_name, question_set.schema, folder)
    reports = []
    for split in splits:
        held = [sample for sample in samples if sample.split == split]
        reports.append(SetReport(set_name, split, len(held), tuple(question_set.run(subject, held)) if held else ()))
    return reports


def load_baseline(path: Path = BASELINE) -> Baseline:
    """The baseline; empty where there is none yet.

    Raises:
        DatasetError: the file is damaged.
    """
    if not path.is_file():
        return {}
    try:
        held: Baseline = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DatasetError(f"{path.name} is damaged: {error}") from error
    return held


def save_baseline(reports: Sequence[SetReport], today: date, path: Path = BASELINE) -> None:
    """Write the metrics into the baseline; sets and splits that were not run keep theirs."""
    held = load_baseline(path)
    for report in reports:
        values = {
            metric.name: {"value": round(metric.value, 4), "n": metric.n, "date": today.isoformat()}
            for metric in report.metrics
            if metric.value is not None
        }
        held.setdefault(report.set_name, {})[report.split] = values
    path.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def find_regressions(reports: Sequence[SetReport], baseline: Baseline) -> list[Regression]:
    """Metrics below the baseline by more than their tolerance, or that could be scored then and cannot now."""
    found = []
    for report in reports:
        for metric in report.metrics:
            before = baseline_value(baseline, report, metric)
            if before is None or metric.tolerance is None:
                continue
            # The baseline is rounded to four places.
            if metric.value is None or metric.value < before - metric.tolerance - 0.0001:
                found.append(Regression(report.set_name, report.split, metric.name, before, metric.value))
    return found


def baseline_value(baseline: Baseline, report: SetReport, metric: Metric) -> float | None:
    """What the metric was in the baseline, if it is there."""
    held = baseline.get(report.set_name, {}).get(report.split, {}).get(metric.name)
    return None if held is None else float(held["value"])
