"""Every example of worked_examples/, worked by hand, comes out to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import build_schedule, calculate_vest_events

FOLDER = Path(__file__).parent / "worked_examples"
ROOT = Path(__file__).resolve().parents[3]


def load_examples(name: str) -> list[Any]:
    examples = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(example, id=example["name"]) for example in examples]


@pytest.mark.parametrize("example", load_examples("vesting"))
def test_grants_vest_as_worked_by_hand(example: dict[str, Any]) -> None:
    schedule = build_schedule(EquityGrant.model_validate(example["grant"]))
    vests = [[event.month, round(event.fraction * 100, 7)] for event in calculate_vest_events(schedule)]
    assert vests == [[month, Decimal(str(percent))] for month, percent in example["vests"]]
    assert round(schedule.years, 7) == Decimal(str(example["years"]))
    assert schedule.service_years == example.get("service_years", -(-int(12 * schedule.years) // 12))
    assert example.get("assumptions", list(schedule.assumptions)) == list(schedule.assumptions)
