from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.bootstrap import build_reference
from assistant.domain.household import Household
from assistant.domain.state_tax import calculate_state_tax

RICH = Household("married_joint", Decimal(900_000), state="CA", children=2)


def test_an_exemption_credit_without_a_phase_out_is_whole_at_any_income() -> None:
    law = build_reference().tax_law(2025).states["CA"]
    assert law.schedule is not None
    assert law.schedule.exemption_credit is not None
    steady = replace(law, schedule=replace(law.schedule, credit_phase_out=None))
    whole = law.schedule.exemption_credit["married_joint"] + 2 * law.schedule.dependent_credit
    assert calculate_state_tax(steady, RICH).credit == whole > calculate_state_tax(law, RICH).credit
