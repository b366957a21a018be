"""The runner on a tiny set with a fake coach, and the comparison with the baseline."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.answer import Answer
from evals.metrics.score import Metric, Score
from evals.report import render_regressions, render_reports, reports_to_json
from evals.runner import SetReport, check_names, find_regressions, load_baseline, run_set, save_baseline
from evals.samples import DatasetError
from evals.sets import SETS, Subject
from tests.evals.fake_coach import PASSAGE, FakeCoach, make_answer, make_citation

TURNS = """
samples:
  - {id: good, split: dev, turns: ["180 base", "and now?"], kind: advice, cites: true, figures: [180000]}
  - {id: bad, split: dev, turns: ["boom"], kind: advice}
  - {id: held-out, split: test, turns: ["180 base"], kind: refusal}
"""


def reply(text: str, turns: list[str]) -> Answer:
    if text == "boom":
        raise KeyError("base")
    return make_answer("With $180,000 start at the sign-on [1].", citations=(make_citation(),))


@pytest.fixture
def datasets(tmp_path: Path) -> Path:
    (tmp_path / "turns.yaml").write_text(TURNS, encoding="utf-8")
    return tmp_path


def values(report: SetReport) -> dict[str, float | None]:
    return {metric.name: metric.value for metric in report.metrics}


def test_turns_are_scored_and_a_crash_costs_only_itself(datasets: Path) -> None:
    dev, test = run_set(Subject(FakeCoach(reply), (PASSAGE,)), "turns", ("dev", "test"), datasets)
    assert (dev.samples, test.samples) == (2, 1)
    held = values(dev)
    assert (held["kind"], held["answered"], held["figures shown"], held["cites where it must"]) == (0.5, 0.5, 1, 1)
    assert (held["grounded"], held["citations hold"], held["same answer twice"]) == (1, 1, 1)
    assert held["objection"] is None
    assert values(test)["kind"] == 0


def test_later_turns_share_the_conversation_and_samples_do_not(datasets: Path) -> None:
    coach = FakeCoach(reply)
    run_set(Subject(coach, (PASSAGE,)), "turns", ("dev",), datasets)
    assert list(coach.cases.values()) == [["180 base", "and now?"], ["180 base", "and now?"], ["boom"]]


def test_an_answer_that_changes_is_noticed(datasets: Path) -> None:
    answers = iter(range(100))
    coach = FakeCoach(lambda text, turns: make_answer(f"Answer {next(answers)}"))
    (report,) = run_set(Subject(coach, (PASSAGE,)), "turns", ("test",), datasets)
    assert values(report)["same answer twice"] == 0


def test_the_other_sets_run_on_a_coach_too(tmp_path: Path) -> None:
    rows = {
        "objections": "{id: a, split: dev, expected: band_limit, text: x}\n - {id: b, split: dev, expected: , text: x}",
        "retrieval": "{id: a, split: dev, documents: [asks], section: What moves, far: true, text: sign-on survey}",
        "retrieval_support": "{id: a, split: dev, answerable: false, text: x}",
    }
    for name, row in rows.items():
        (tmp_path / f"{name}.yaml").write_text(f"samples:\n - {row}\n", encoding="utf-8")
    (tmp_path / "offers").mkdir()
    expected = "{is_offer: true, base_annual: 100000, currency: EUR, level: L5}"
    for split in ("dev", "test"):
        text = f"- {{id: {split}, text: x, expected: {expected}}}\n"
        (tmp_path / "offers" / f"{split}.yaml").write_text(text, encoding="utf-8")
    coach = FakeCoach(lambda text, turns: make_answer("x", kind="objection", objection="band_limit"))
    subject = Subject(coach, (PASSAGE,))
    held = {name: values(run_set(subject, name, ("dev",), tmp_path)[0]) for name in (*rows, "offers")}
    assert (held["objections"]["objection"], held["objections"]["none where none"]) == (1, 0)
    assert (held["retrieval"]["recall@5"], held["retrieval"]["plain BM25 MRR@10"]) == (1, 1)
    assert held["retrieval_support"] == {
        "unanswerable recognised": 0,
        "answerable let through": None,
        "unanswerable admitted": 0,
        "answerable answered": None,
    }
    assert held["offers"] == {"field precision": pytest.approx(2 / 3), "field recall": 0.5}


def test_an_unknown_set_is_refused_and_none_means_all() -> None:
    with pytest.raises(DatasetError, match='no set "turn"'):
        check_names(["turn"])
    assert check_names([]) == tuple(SETS)


def make_report(value: float | None, tolerance: float | None = 0.02, split: str = "dev") -> SetReport:
    failures = (Score("secret", 0.0, "the case"),)
    return SetReport("turns", split, 9, (Metric("kind", value, 9, tolerance=tolerance, failures=failures),))  # type: ignore[arg-type]


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    save_baseline([make_report(0.9)], date(2026, 11, 21), path)
    return path


@pytest.mark.parametrize(
    ("value", "tolerance", "falls"),
    [(0.9, 0.02, False), (0.95, 0.0, False), (0.88, 0.02, False), (0.87, 0.02, True), (0.89, 0.0, True),
     (None, 0.02, True), (0.1, None, False)],
)  # fmt: skip
def test_a_fall_beyond_the_tolerance_is_a_regression(
    baseline: Path, value: float | None, tolerance: float | None, falls: bool
) -> None:
    found = find_regressions([make_report(value, tolerance)], load_baseline(baseline))
    assert bool(found) is falls
    assert not falls or "kind fell from 0.900" in render_regressions(found)


def test_a_metric_without_a_baseline_cannot_fall(tmp_path: Path) -> None:
    assert find_regressions([make_report(0.1)], load_baseline(tmp_path / "none.json")) == []


def test_saving_keeps_the_sets_that_were_not_run(baseline: Path) -> None:
    save_baseline([make_report(0.5, split="test")], date(2026, 11, 22), baseline)
    held = json.loads(baseline.read_text(encoding="utf-8"))
    assert held["turns"]["dev"]["kind"] == {"value": 0.9, "n": 9, "date": "2026-11-21"}
    assert held["turns"]["test"]["kind"]["value"] == 0.5


def test_a_damaged_baseline_is_told(baseline: Path) -> None:
    baseline.write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError, match="damaged"):
        load_baseline(baseline)


def test_failing_cases_of_the_test_split_are_never_shown(baseline: Path) -> None:
    reports = [make_report(0.9), make_report(0.4, split="test")]
    table = render_reports(reports, load_baseline(baseline), show=5)
    assert table.count("secret") == 1
    assert "0.900" in table
    assert json.dumps(reports_to_json(reports, [], show=5)).count("secret") == 1
    assert "secret" not in render_reports(reports, {}, show=0)
