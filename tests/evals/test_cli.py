"""The command line of the evals: exit status, JSON, saving."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evals import bench, cli
from evals.bench import Measurement
from evals.sets import Subject
from tests.evals.fake_coach import PASSAGE, FakeCoach, make_answer


@pytest.fixture(autouse=True)
def fake_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def open_fake() -> Iterator[Subject]:
        yield Subject(FakeCoach(lambda text, turns: make_answer("x"), support=0.1), (PASSAGE,))

    monkeypatch.setattr(cli, "open_subject", open_fake)


def test_a_run_without_a_baseline_succeeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["retrieval_support", "--baseline", str(tmp_path / "none.json")]) == 0
    assert "unanswerable recognised" in capsys.readouterr().out


def test_a_fall_below_the_baseline_fails_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "baseline.json"
    held = {"retrieval_support": {"dev": {"answerable let through": {"value": 0.9, "n": 20, "date": "2026-11-21"}}}}
    path.write_text(json.dumps(held), encoding="utf-8")
    assert cli.main(["retrieval_support", "--split", "dev", "--json", "--baseline", str(path)]) == 1
    (fall,) = json.loads(capsys.readouterr().out)["regressions"]
    assert (fall["metric"], fall["before"], fall["after"]) == ("answerable let through", 0.9, 0.0)
    assert cli.main(["retrieval_support", "--save-baseline", "--baseline", str(path)]) == 0
    assert cli.main(["retrieval_support", "--baseline", str(path)]) == 0


def test_a_set_that_does_not_exist_is_a_bad_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["turn"]) == 2
    assert "the sets are turns" in capsys.readouterr().err


def test_the_bench_prints_what_it_measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    held = [Measurement("cold", 1.5, "s"), Measurement("memory", None, "MB"), Measurement("passages", 40.0, "")]
    monkeypatch.setattr(bench, "measure", lambda: held)
    assert cli.main(["--bench"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [["cold", "1.500", "s"], ["memory", "not", "measured"], ["passages", "40"]]
