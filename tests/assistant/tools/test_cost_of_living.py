from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.calculators import run_calculator
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables

MOVE = {"salary": 100000, "index_from": 100, "index_to": 110}


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (MOVE | {"new_tax_pct": 25}, "net"),
        (MOVE | {"net": 70000, "tax_pct": 30}, "tax_pct"),
        ({"places": [{"name": "a", "salary": 1, "index": 1}]}, "places"),
        ({"places": [{"name": "a", "salary": 1, "index": 1}, {"name": "A", "salary": 1, "index": 1}]}, "places"),
        ({"places": [{"name": "a", "salary": 1, "index": 1}] * 2, "salary": 5}, "salary"),
        ({"salary": 1e15, "index_from": 0.001, "index_to": 100000}, "salary"),
    ],
)
def test_what_does_not_fit_together_is_named(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as raised:
        run_calculator("cost_of_living", arguments, date(2026, 1, 1), ReferenceTables(Path()))
    assert raised.value.field == field


def test_a_tax_in_the_new_place_needs_no_offer_there() -> None:
    arguments = MOVE | {"net": 60000, "new_tax_pct": 25}
    result = run_calculator("cost_of_living", arguments, date(2026, 1, 1), ReferenceTables(Path()))
    figures = {figure.label: figure.value for figure in result.figures}
    assert figures["gross salary in the new place for equal net pay"] == 88000
