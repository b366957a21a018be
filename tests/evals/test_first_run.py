"""The first scores are kept as they were."""

from __future__ import annotations

import json
from pathlib import Path

import evals
from evals.sets import SETS


def test_every_set_has_a_first_run_with_its_date_and_numbers() -> None:
    path = Path(evals.__path__[0]) / "first_run.json"
    held = json.loads(path.read_text(encoding="utf-8"))["sets"]
    assert set(held) == set(SETS)
    for entry in held.values():
        assert entry["date"]
        assert all(metric["n"] >= 0 for split in entry["splits"].values() for metric in split["metrics"].values())
