"""The bench of the calculations runs and is reachable; speed itself is not asserted, machines differ."""

from __future__ import annotations

import json

import pytest

from evals import bench_calculations, cli
from evals.bench import Measurement


def test_it_counts_comparisons_with_and_without_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_calculations, "SECONDS", 0.02)
    bench_calculations.main()
    measured = json.loads(capsys.readouterr().out)
    assert [name for name, value, unit in measured if not unit and value > 0] == [
        "offer comparisons a second, rules alone",
        "offer comparisons a second, with figures",
    ]


def test_the_command_prints_it_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    held = [Measurement("offer comparisons a second, rules alone", 2500.4, "")]
    monkeypatch.setattr(bench_calculations, "measure_calculations", lambda: held)
    assert cli.main(["--bench", "calculations"]) == 0
    assert "2500" in capsys.readouterr().out
