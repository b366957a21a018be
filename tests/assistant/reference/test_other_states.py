"""Income tax of the other states: the extra package against flat-rate states worked by hand."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference import other_states
from assistant.tools import tax_arguments

TODAY = date(2026, 11, 25)
BY_HAND = {
    # Each state: 2025 rate x (wages - its deduction or exemption), for one person without children.
    "PA": Decimal("0.0307") * 150_000,
    "IL": Decimal("0.0495") * (150_000 - 2_850),
    "MI": Decimal("0.0425") * (150_000 - 5_800),
    "NC": Decimal("0.0425") * (150_000 - 12_750),
    "MA": Decimal("0.05") * (150_000 - 4_400 - 2_000),
    "IN": Decimal("0.03") * (150_000 - 1_000),
}


def bill_of(state: str, **more: object) -> ToolResult:
    arguments = {"wages": 150_000, "tax_year": 2025, "state": state, "filing_status": "single", **more}
    return run_calculator("income_tax", arguments, TODAY, build_reference())


def state_tax(state: str, **more: object) -> Decimal:
    result = bill_of(state, **more)
    return next(figure.value for figure in result.figures if figure.label == "state income tax")


@pytest.mark.parametrize("state", BY_HAND)
def test_a_flat_rate_state_is_taxed_as_by_hand(state: str) -> None:
    pytest.importorskip(other_states.PACKAGE)
    assert abs(state_tax(state) - BY_HAND[state]) <= 5


def test_two_people_pay_no_more_together_than_each_alone_on_the_same_wages() -> None:
    pytest.importorskip(other_states.PACKAGE)
    assert state_tax("OR", filing_status="married_joint") < state_tax("OR")


def test_without_the_package_the_refusal_says_how_to_get_it_and_what_works_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(other_states, "is_installed", lambda: False)
    with pytest.raises(InputError) as refused:
        state_tax("MA")
    assert refused.value.field == "state"
    assert other_states.HOW_TO_GET in str(refused.value)
    assert "state_tax_pct" in str(refused.value)


def test_california_of_a_year_that_is_not_built_in_is_taxed_as_by_hand() -> None:
    pytest.importorskip(other_states.PACKAGE)
    # 180,000 - 5,363 = 174,637; 3,009.40 up to 68,350 and 9.3 % of 106,287 = 9,884.69; less the credit of 144
    assert state_tax("CA", wages=180_000, tax_year=2023) == Decimal("12750.09")


def test_new_york_of_an_old_year_comes_without_its_city() -> None:
    pytest.importorskip(other_states.PACKAGE)
    assert state_tax("New York", tax_year=2022) > 7_000
    with pytest.raises(InputError, match="city: no city tax of NYC is known"):
        state_tax("NY", tax_year=2022, city="NYC")


def test_without_the_package_an_old_year_of_california_names_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tax_arguments, "is_installed", lambda: False)
    with pytest.raises(InputError, match=r"extra package.*every state of 2022 to 2025"):
        state_tax("CA", tax_year=2023)


@pytest.mark.parametrize(("state", "everywhere"), [("MD", True), ("IN", True), ("OH", False), ("IL", False)])
def test_local_taxes_that_are_left_out_are_named(state: str, everywhere: bool) -> None:
    pytest.importorskip(other_states.PACKAGE)
    result = bill_of(state)
    note = other_states.describe_local_tax(state)
    assert note in result.assumptions
    assert (note in result.warnings) == everywhere


def test_the_years_named_to_the_reader_are_those_on_file() -> None:
    years, law = build_reference().tax_years, build_reference().tax_law
    known = {code: [year for year in years if not law(year).states[code].missing] for code in ("CA", "NY")}
    described = tax_arguments.TaxArguments.model_fields["state"].description or ""
    assert f"CA {known['CA'][0]}-{known['CA'][-1] % 100}" in described
    assert f"NY {known['NY'][0]}-{known['NY'][-1] % 100}" in described
    assert f"all others {years[0]}-{other_states.LAST_YEAR % 100}" in described
    described = tax_arguments.TaxArguments.model_fields["tax_year"].description or ""
    assert f"{years[0]} to {years[-1]}" in described
