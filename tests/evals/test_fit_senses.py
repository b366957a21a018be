"""Fitting the senses of numbers: labels stand at the numbers they name, and a fitted model can be scored."""

from __future__ import annotations

from pathlib import Path

from assistant.offline.algebra.framed import FRAMES
from assistant.offline.algebra.vocabulary import PASSING
from evals.fit_senses import fit, load, score

ROWS = """
- id: a-1
  text: base {150k|pay} and {10%|bpct} bonus, {20k|sign} sign on
- id: b-1
  text: |-
    base {140k|pay}, {12%|bpct} bonus
    and {15k|sign} sign on for 3 years
"""


def test_a_number_without_a_label_is_said_in_passing(tmp_path: Path) -> None:
    path = tmp_path / "numbers.yaml"
    path.write_text(ROWS, encoding="utf-8")
    first, second = load(path)
    assert first[0] == "a"
    assert first[2] == ["pay", "bpct", "sign"]
    assert second[2] == ["pay", "bpct", "sign", "o"]
    model = tmp_path / "made.crf"
    fit([first, second], model)
    total, right, _ = score(model, [first])
    assert (total, right) == (3, 3)


def test_a_label_inside_a_number_is_that_number_s(tmp_path: Path) -> None:
    path = tmp_path / "numbers.yaml"
    told = (
        "US${71,500|pay}, CHF {9.2M|exit}, gone by month {9|leave}, {1|part} week in {6|part}, $40 every {two|o} weeks"
    )
    path.write_text(f"- id: a-1\n  text: '{told}'\n", encoding="utf-8")
    assert load(path)[0][2] == ["pay", "exit", "leave", "part", "o"]


def test_every_sense_of_a_sum_is_labelled_somewhere() -> None:
    labelled = {label for _, _, labels in load() for label in labels}
    needed = {sense for frame in FRAMES for sense in frame.needs}
    assert not needed - labelled
    assert labelled >= PASSING
