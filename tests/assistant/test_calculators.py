from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from assistant.bootstrap import build_reference
from assistant.calculators import list_calculators, run_calculator
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.specs import SPECS

OFFER = {"base_annual": 180_000, "currency": "USD", "equity": [{"total_value": 200_000, "years": 4}]}


def run(name: str, arguments: dict[str, Any]) -> ToolResult:
    return run_calculator(name, arguments, date(2026, 11, 21), build_reference())


def test_every_calculator_is_listed_with_its_schema() -> None:
    listed = list_calculators()
    assert [item["name"] for item in listed] == [spec.name for spec in SPECS if spec.calculates]
    for item in listed:
        assert item["description"]
        assert item["schema"]["type"] == "object"
        assert json.loads(json.dumps(item)) == item


def test_total_compensation_gives_figures_and_a_table_of_plain_numbers() -> None:
    result = run("total_compensation", {"offer": OFFER | {"bonus_target_pct": 15, "signing": [{"amount": 40_000}]}})
    values = {figure.label: figure.value for figure in result.figures}
    assert values["year 1 total compensation"] == 297_000
    assert values["recurring yearly compensation"] == 257_000
    assert values["4-year average compensation"] == 267_000
    plain = json.loads(result.model_dump_json())
    assert plain["table"][0] == {
        "year": 1,
        "base": 180_000,
        "bonus": 27_000,
        "sign_on": 40_000,
        "equity": 50_000,
        "total": 297_000,
    }
    assert "year 1 total compensation: $297,000" in result.text


def test_what_if_terms_replace_those_of_the_offer() -> None:
    changes = {"base_annual": 200_000, "bonus_target_pct": 10}
    result = run("total_compensation", {"offer": OFFER | {"bonus_target_amount": 5}, "changes": changes})
    assert result.figures[0].value == 270_000
    assert result.data["offer"]["bonus_target_amount"] is None


def test_growth_is_given_in_percent_and_years_count() -> None:
    result = run("total_compensation", {"offer": OFFER, "growth_pct": 10, "years": 2})
    assert [row["equity"] for row in result.table] == [55_000, 60_500]
    assert any("10 % a year" in note for note in result.assumptions)


def test_a_counter_gives_asks_and_what_they_are_worth() -> None:
    result = run("counter_plan", {"offer": OFFER, "wanted": {"base_salary": 205_000}})
    assert result.table == (
        {
            "lever": "base_salary",
            "name": "base salary",
            "offered": 180_000,
            "asked": 205_000,
            "chosen_by_person": True,
        },
    )
    assert "base salary increase: $25,000" in result.text


def test_a_counter_without_a_wish_says_what_it_assumed() -> None:
    result = run("counter_plan", {"offer": OFFER, "uplift_pct": 15})
    assert [row["asked"] for row in result.table] == [207_000, 230_000]
    assert "15 % above the offer" in result.assumptions[0]
    assert result.assumptions[0] in result.text


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("record_offer", '"record_offer" needs a conversation; the calculators are total_compensation, compare_offers'),
        ("vest", '"vest" is not known here; did you mean vesting?'),
    ],
)
def test_what_is_no_calculator_is_named(name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        run(name, {})
