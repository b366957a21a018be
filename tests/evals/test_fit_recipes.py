"""Recipes are made of formulas with the numbers they leave out put aside, in words that several people use."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.domain.formula import evaluate_formula
from evals import worked_sums
from evals.fit_recipes import Writer, build
from evals.formulas import work_out
from evals.worked_sums import load

ROWS = """
- {id: a-1, text: "{120k|pay} and {10%|bpct} bonus. year?", sum: "[bonus] = pay*bpct; [yearly pay]! = pay + [bonus]"}
- {id: b-1, text: "{90k|pay}, bonus {5%|bpct}, all in", sum: "[bonus] = pay*bpct; [yearly pay]! = pay + [bonus]"}
- {id: c-1, text: "{80k|pay}, {7%|bpct} bonus, yearly", sum: "[bonus] = pay*bpct; [yearly pay]! = pay + [bonus]"}
- {id: d-1, text: "base {80k|pay}, no {85k|pay}, a month?", sum: "[kestrel]! = pay_2/12"}
- {id: e-1, text: "{80k|pay} at {3|o} times 0.37", sum: "[odd]! = pay*0.37"}
"""


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, object]]]:
    path = tmp_path / "numbers.yaml"
    path.write_text(ROWS, encoding="utf-8")
    monkeypatch.setattr(worked_sums, "DATA", path)
    return build(load())


def test_the_same_sum_of_several_people_is_one_recipe(built: dict[str, list[dict[str, object]]]) -> None:
    (row,) = built["bpct pay"]
    assert row["steps"] == [("bonus", "pay x bpct", "money", False), ("yearly pay", "pay + s0", "money", True)]
    assert row["seen"] == {"percent,": 3}


def test_numbers_left_out_are_no_parts_and_names_of_one_person_no_labels(
    built: dict[str, list[dict[str, object]]],
) -> None:
    (row,) = built["pay"]
    assert row["steps"] == [("result", "pay / 12", "money", True)]


def test_numbers_nobody_told_make_no_recipe(built: dict[str, list[dict[str, object]]]) -> None:
    assert set(built) == {"bpct pay", "pay"}


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("(pay/now)**(1/years)", "(pay / now) ^ (1 / years)"),
        ("pay*(1+rise)**raises", "pay x ((1 + rise) ^ raises)"),
        ("(1+rise)**(-raises)", "(1 + rise) ^ (0 - (raises))"),
        ("pay - (now + sign)", "pay - (now + sign)"),
        ("floor(leave/3)*max(pay, now)", "round_down(leave / 3, 1) x max(pay, now)"),
        ("abs(pay-now)/now*100", "max(pay - now, 0 - (pay - now)) / now x 100"),
    ],
)
def test_a_formula_says_the_same_in_the_language_of_worked_sums(formula: str, written: str) -> None:
    parts = {"pay": 8.0, "now": 5.0, "years": 2.0, "rise": 0.1, "raises": 3.0, "sign": 1.0, "leave": 7.0}
    text, _ = Writer({name: name for name in parts}, {}, {}).write(formula)
    assert text == written
    value = evaluate_formula(text, {name: Decimal(str(each)) for name, each in parts.items()})
    assert float(value) == pytest.approx(work_out(f"[a]! = {formula}", parts)[0][1])
