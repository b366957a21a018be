"""Income tax of the other states: the extra package against flat-rate states worked by hand."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.errors import InputError
from assistant.reference import other_states

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


def state_tax(state: str, **more: object) -> Decimal:
    arguments = {"wages": 150_000, "tax_year": 2025, "state": state, "filing_status": "single", **more}
    result = run_calculator("income_tax", arguments, TODAY, build_reference())
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
