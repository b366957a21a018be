from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.calculators import run_calculator
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"amounts": [1, 2], "growth_pct": 3}, "growth_pct"),
        ({"payments": [{"date": "2026-01-01", "amount": 1}], "amount_today": 3}, "amount_today"),
        ({"yearly_amount": 5, "years": 3, "payments_a_year": 12}, "payments_a_year"),
        ({"payments": [{"date": "2026-01-01", "amount": 1}], "valuation_date": "1900-01-01"}, "payments[0].date"),
        ({"yearly_amount": 5, "years": 60, "growth_pct": 1000}, "yearly_amount"),
    ],
)
def test_what_does_not_fit_together_is_named(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as raised:
        run_calculator("present_value", {"discount_pct": 5, **arguments}, date(2026, 1, 1), ReferenceTables(Path()))
    assert raised.value.field == field
