"""The bench of the page: clients that speak the protocol of its tabs, on a real server."""

from __future__ import annotations

import pytest

from evals import bench_page
from evals.bench_page import measure_page


def test_a_few_people_are_answered_without_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_page, "THINK_SECONDS", 0.5)
    rows = {row.name.split(": ")[1]: row.value for row in measure_page((2,), 3.0)}
    assert rows["errors"] == 0
    turns = next(name for name in rows if name.startswith("turn, p50 of "))
    assert int(turns.rsplit(" ", 1)[1]) >= 4
    assert 0 < rows["tab drawn, p50"] <= rows["tab drawn, p95"]
    assert 0 < rows[turns] <= rows["turn, p95"] <= rows["turn, p99"]
