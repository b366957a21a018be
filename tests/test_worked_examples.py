"""Every example of worked_examples/<calculator>.yaml, worked by hand or published, comes out to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from tests.formulas import recompute

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "worked_examples"
TODAY = date(2026, 11, 25)
NOTES = ("assumptions", "warnings")
READABLE = 0.6
"""Share of all figures whose formula a pocket calculator can follow."""

Example = dict[str, Any]


def load_examples() -> list[tuple[str, Example]]:
    return [
        (path.stem, example)
        for path in sorted(FOLDER.glob("*.yaml"))
        for example in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


EXAMPLES = load_examples()
each_example = pytest.mark.parametrize(
    ("calculator", "example"), [pytest.param(*item, id=f"{item[0]}: {item[1]['name']}") for item in EXAMPLES]
)


def run_example(calculator: str, example: Example) -> ToolResult:
    return run_calculator(calculator, example["arguments"], example.get("today", TODAY), build_reference())


@each_example
def test_it_comes_out_as_worked_by_hand(calculator: str, example: Example) -> None:
    expected = dict(example["expected"])
    if "error" in expected:
        with pytest.raises(InputError) as raised:
            run_example(calculator, example)
        assert raised.value.field == expected["error"]["field"]
        assert expected["error"]["says"] in raised.value.message
        return
    result = run_example(calculator, example)
    for name in NOTES:
        assert expected.pop(name, list(getattr(result, name))) == list(getattr(result, name))
    for column, values in expected.pop("table", {}).items():
        assert [row[column] for row in result.table] == values, column
    within = Decimal(str(expected.pop("within", 0)))
    figures = {figure.label: figure for figure in result.figures}
    assert len(figures) == len(result.figures), "two figures of one label"
    unit = expected.pop("unit", None)
    assert unit is None or {figure.unit for figure in result.figures} == {unit}
    for label, value in expected.items():
        assert label in figures, f"{label!r} is none of {sorted(figures)}"
        assert abs(figures[label].value - Decimal(str(value))) <= within, f"{label}: {figures[label].value}"


@each_example
def test_its_figures_can_be_computed_again_from_their_formulas(calculator: str, example: Example) -> None:
    if "error" in example["expected"]:
        return
    for figure in run_example(calculator, example).figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


def test_most_formulas_can_be_followed_with_a_pocket_calculator() -> None:
    figures = [
        figure for item in EXAMPLES if "error" not in item[1]["expected"] for figure in run_example(*item).figures
    ]
    readable = sum(recompute(figure) is not None for figure in figures)
    assert readable >= READABLE * len(figures)


def test_every_example_names_a_source_of_the_library() -> None:
    sources = yaml.safe_load((ROOT / "knowledge" / "sources.yaml").read_text(encoding="utf-8"))
    assert {example["source"] for _, example in EXAMPLES} <= {source["id"] for source in sources}


def test_every_example_expects_something() -> None:
    assert [example["name"] for _, example in EXAMPLES if not example["expected"]] == []
