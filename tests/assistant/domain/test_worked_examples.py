"""Every example of worked_examples/, worked by hand, comes out to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.figure import Figure
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.vesting import build_schedule, calculate_vest_events
from tests.assistant.domain.formulas import recompute

FOLDER = Path(__file__).parent / "worked_examples"
ROOT = Path(__file__).resolve().parents[3]


def load_examples(name: str) -> list[Any]:
    examples = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(example, id=example["name"]) for example in examples]


def figure_of(figures: tuple[Figure, ...], ending: str) -> Figure:
    (found,) = [figure for figure in figures if figure.label.endswith(ending)]
    return found


@pytest.mark.parametrize("example", load_examples("total_compensation"))
def test_pay_comes_out_as_worked_by_hand(example: dict[str, Any]) -> None:
    offer = Offer.model_validate({"currency": "USD"} | example["offer"])
    growth_rate = Decimal(example.get("growth_rate", "0"))
    result = calculate_total_compensation(offer, example.get("years"), growth_rate)
    expected = example["expected"]
    assert [pay.total for pay in result.years] == [Decimal(str(total)) for total in expected["totals"]]
    for key, ending in (
        ("recurring", "recurring yearly compensation"),
        ("average", "average compensation"),
        ("sum", f"{len(result.years)}-year total compensation"),
    ):
        if key in expected:
            assert figure_of(result.figures, ending).value == Decimal(str(expected[key])), key
    assert expected.get("assumptions", list(result.assumptions)) == list(result.assumptions)
    assert expected.get("warnings", list(result.warnings)) == list(result.warnings)
    assert {figure.unit for figure in result.figures} == {expected.get("unit", "USD")}


@pytest.mark.parametrize("example", load_examples("total_compensation"))
def test_every_figure_can_be_computed_again_from_its_formula_and_inputs(example: dict[str, Any]) -> None:
    offer = Offer.model_validate({"currency": "USD"} | example["offer"])
    growth_rate = Decimal(example.get("growth_rate", "0"))
    for figure in calculate_total_compensation(offer, example.get("years"), growth_rate).figures:
        assert abs(recompute(figure) - float(figure.value)) <= 0.0051, figure


@pytest.mark.parametrize("example", load_examples("vesting"))
def test_grants_vest_as_worked_by_hand(example: dict[str, Any]) -> None:
    schedule = build_schedule(EquityGrant.model_validate(example["grant"]))
    vests = [[event.month, round(event.fraction * 100, 7)] for event in calculate_vest_events(schedule)]
    assert vests == [[month, Decimal(str(percent))] for month, percent in example["vests"]]
    assert round(schedule.years, 7) == Decimal(str(example["years"]))
    assert schedule.service_years == example.get("service_years", -(-int(12 * schedule.years) // 12))
    assert example.get("assumptions", list(schedule.assumptions)) == list(schedule.assumptions)


def test_every_example_names_a_source_of_the_library() -> None:
    sources = yaml.safe_load((ROOT / "knowledge" / "sources.yaml").read_text(encoding="utf-8"))
    known = {source["id"] for source in sources}
    examples = [*load_examples("total_compensation"), *load_examples("vesting")]
    assert {example.values[0]["source"] for example in examples} <= known
