from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.domain.figure import Figure
from tests.test_worked_examples import TODAY

wages = st.integers(0, 2_000_000)
statuses = st.sampled_from(["single", "married_joint", "married_separate", "head_of_household"])
places = st.sampled_from(
    [
        {"tax_year": 2025, "state": "CA"},
        {"tax_year": 2025, "state": "TX"},
        {"tax_year": 2026, "state": "WA"},
        {"tax_year": 2025, "state": "NY", "city": "NYC"},
        {"tax_year": 2026, "state": "NY"},
    ]
)


def bill(**arguments: Any) -> dict[str, Decimal]:
    figures: tuple[Figure, ...] = run_calculator("income_tax", arguments, TODAY, build_reference()).figures
    return {figure.label: figure.value for figure in figures}


@given(pay=wages, status=statuses, place=places)
@settings(max_examples=60, deadline=None)
def test_a_thousand_more_never_leaves_less(pay: int, status: str, place: dict[str, Any]) -> None:
    before = bill(wages=pay, filing_status=status, **place)["net pay"]
    after = bill(wages=pay + 1000, filing_status=status, **place)["net pay"]
    assert before <= after <= before + 1000


@given(pay=wages, status=statuses, place=places)
@settings(max_examples=40, deadline=None)
def test_tax_and_net_pay_make_up_the_wages(pay: int, status: str, place: dict[str, Any]) -> None:
    figures = bill(wages=pay, filing_status=status, **place)
    assert figures["total tax"] + figures["net pay"] == pay
    assert 0 <= figures["marginal rate on the next dollar"] < 100


@pytest.mark.parametrize("status", ["single", "married_joint"])
def test_nothing_earned_is_nothing_taxed(status: str) -> None:
    assert bill(wages=0, filing_status=status, tax_year=2025, state="TX")["total tax"] == 0
