from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.calculators import run_calculator
from assistant.cases.case import Case, RecordedOffer, Role
from assistant.domain.offer import Offer
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables


def record(name: str, role: Role, **terms: Any) -> RecordedOffer:
    return RecordedOffer(name=name, role=role, offer=Offer.model_validate({"company": name, **terms}))


CASE = Case(
    name="case",
    offers=(record("Acme", "mine", base_annual=150000), record("Beta Inc.", "competing", base_annual=160000)),
)


def compare(case: Case = CASE, **arguments: Any) -> ToolResult:
    return run_calculator("compare_offers", arguments, date(2026, 11, 25), ReferenceTables(Path()), case)


def values(result: ToolResult) -> dict[str, float]:
    return {figure.label: float(figure.value) for figure in result.figures}


def test_left_out_it_compares_every_offer_on_file() -> None:
    assert values(compare())["Beta Inc. minus Acme, year 1"] == 10000


def test_offers_on_file_are_found_by_name_and_set_beside_one_given_whole() -> None:
    result = compare(offers=["beta inc.", {"company": "Gamma", "base_annual": 170000}, "acme"])
    assert values(result)["Gamma minus beta inc., year 1"] == 10000
    assert result.data["winners"]["4-year total compensation"] == "Gamma"


def test_what_ifs_are_put_on_one_offer() -> None:
    result = compare(
        per_offer={
            "acme": {"added": {"base_salary": 20000}},
            "Beta Inc.": {"changes": {"base_annual": 155000}, "parts": {"sign_on_bonus": 8000}},
        },
        years=1,
    )
    assert values(result)["Beta Inc. minus Acme, year 1"] == -7000
    assert result.data["offers"]["Acme"]["base_annual"] == 170000


def test_an_offer_can_be_compared_with_itself_after_a_change() -> None:
    result = compare(offers=["Acme", "Acme"], per_offer={"offer 2": {"changes": {"base_annual": 155000}}}, years=1)
    assert values(result)["Acme (offer 2) minus Acme (offer 1), year 1"] == 5000


def test_problems_of_a_what_if_name_the_offer() -> None:
    change = {"Beta Inc.": {"changes": {"equity": [{"total_value": 5, "years": 2, "schedule": [100]}]}}}
    with pytest.raises(InputError) as raised:
        compare(per_offer=change)
    assert raised.value.field == "offers[1].equity[0].schedule"


def test_amounts_too_large_together_name_the_offers() -> None:
    with pytest.raises(InputError) as raised:
        compare(
            exchange_rates={"EUR": 1000000},
            currency="USD",
            offers=[
                {"company": "A", "currency": "EUR", "base_annual": 1e14},
                {"company": "B", "base_annual": 1},
            ],
        )
    assert raised.value.field == "offers"


def test_a_month_after_the_years_compared_is_refused() -> None:
    assert values(compare(leave_after_months=6))["Acme paid by month 6"] == 75000
    with pytest.raises(InputError, match="leave_after_months: lies after the 2 years"):
        compare(years=2, leave_after_months=[25])


def test_notes_are_said_once_and_name_the_offers_they_are_about() -> None:
    result = compare(
        currency="USD",
        exchange_rates={"EUR": 1.1},
        tax_pct=30,
        discount_pct=5,
        discount_timing="months",
        per_offer={"Acme": {"cost_of_living_index": 100}, "Beta Inc.": {"cost_of_living_index": 90}},
        offers=["Acme", {"company": "Beta Inc.", "currency": "EUR", "base_annual": 1, "bonus_max_pct": 9}],
    )
    notes = " ".join(result.assumptions)
    assert "One EUR costs 1.1 USD" in notes
    assert "A flat tax" in notes
    assert "pay x 100 / index" in notes
    assert "each payment counts in its month" in notes
    assert any(warning.startswith("Beta Inc.: The bonus is not counted") for warning in result.warnings)


def test_raises_are_named_as_assumed_away_unless_given() -> None:
    assert "Base is not raised." in compare().assumptions
    assert "Base is not raised." not in compare(raise_pct=3).assumptions


def test_a_name_is_taken_for_the_company() -> None:
    offers = [{"name": "One", "base_annual": 1}, {"name": "Two", "base_annual": 3}]
    assert values(compare(offers=offers))["Two minus One, year 1"] == 2


def test_an_offer_that_is_never_passed_is_named_and_one_that_is_not() -> None:
    offers: list[dict[str, Any]] = [
        {"company": "Pea", "base_annual": 100_000},
        {"company": "Queue", "base_annual": 90_000},
    ]
    never = "Queue never passes Pea in pay received so far within these years."
    assert never in compare(offers=offers).assumptions
    offers[1]["signing"] = [{"amount": 15_000}]
    crossing = compare(offers=offers).assumptions
    assert not [line for line in crossing if "never passes" in line]
