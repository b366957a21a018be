"""Report: results as a table for people or as JSON. Failing cases of the test split are never shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from evals.metrics.score import Metric
from evals.runner import Baseline, Regression, SetReport, baseline_value


def render_reports(reports: Sequence[SetReport], baseline: Baseline, show: int) -> str:
    """The table, with up to `show` failures under each metric of the dev split."""
    lines = [f"{'set':<18}{'split':<6}{'metric':<29}{'value':>8}{'n':>6}{'baseline':>10}"]
    for report in reports:
        for metric in report.metrics:
            lines.append(_line(report, metric, baseline_value(baseline, report, metric)))
            lines += [f"    {score.sample_id}: {score.why}" for score in _shown_failures(report, metric, show)]
    return "\n".join(lines)


def _line(report: SetReport, metric: Metric, before: float | None) -> str:
    value, old = render_value(metric, metric.value), render_value(metric, before) if before is not None else ""
    note = f"  ({metric.unscored} not scored)" if metric.unscored and not metric.n else ""
    return f"{report.set_name:<18}{report.split:<6}{metric.name:<29}{value:>8}{metric.n:>6}{old:>10}{note}"


def render_value(metric: Metric, value: float | None) -> str:
    """A rate with three places, seconds with three places, a dash where nothing could be scored."""
    if value is None:
        return "-"
    return f"{value:.3f}s" if metric.unit == "seconds" else f"{value:.3f}"


def _shown_failures(report: SetReport, metric: Metric, show: int) -> tuple[Any, ...]:
    return metric.failures[:show] if report.split == "dev" else ()


def render_regressions(regressions: Iterable[Regression]) -> str:
    """One sentence for each metric that fell."""
    return "\n".join(
        f"{item.set_name} {item.split}: {item.metric} fell from {item.before:.3f} to "
        f"{'nothing that could be scored' if item.after is None else format(item.after, '.3f')}"
        for item in regressions
    )


def reports_to_json(reports: Sequence[SetReport], regressions: Sequence[Regression], show: int) -> dict[str, Any]:
    """The same as plain JSON values."""
    return {
        "sets": [
            {
                "set": report.set_name,
                "split": report.split,
                "samples": report.samples,
                "metrics": [
                    {
                        "name": metric.name,
                        "value": metric.value,
                        "n": metric.n,
                        "unscored": metric.unscored,
                        "unit": metric.unit,
                        "failed": len(metric.failures),
                        "failures": [
                            {"id": score.sample_id, "why": score.why} for score in _shown_failures(report, metric, show)
                        ],
                    }
                    for metric in report.metrics
                ],
            }
            for report in reports
        ],
        "regressions": [vars(item) for item in regressions],
    }
