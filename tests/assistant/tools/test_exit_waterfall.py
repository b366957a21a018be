from __future__ import annotations

from typing import Any

import pytest

from assistant.errors import InputError
from assistant.tools.exit_waterfall import EXIT_WATERFALL
from tests.assistant.tools.fakes import build_deps

ANGELS = {"name": "Angels", "invested": 2, "as_converted_pct": 25}


def values_of(arguments: dict[str, Any]) -> dict[str, float]:
    result = EXIT_WATERFALL.call(arguments, build_deps())
    return {figure.label: float(figure.value) for figure in result.figures}


def test_a_percent_of_the_company_is_a_part_of_a_cap_table_in_percent() -> None:
    assert values_of({"exit_value": 100, "classes": [ANGELS], "ownership_pct": 1})["net value of your shares"] == 1


def test_bounds_need_only_a_percent() -> None:
    values = values_of({"exit_value": 100, "preferences_total": 40, "ownership_pct": 10})
    assert list(values.values()) == [6, 10]


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("fully_diluted_shares", {"classes": [ANGELS], "shares": 5}),
        ("fully_diluted_shares", {"classes": [ANGELS], "ownership_pct": 5, "strike": 1}),
        ("fully_diluted_shares", {"preferences_total": 5, "shares": 5}),
        ("shares", {"preferences_total": 5, "ownership_pct": 5, "strike": 1}),
        ("shares", {"preferences_total": 5}),
        ("classes", {"common_shares": 1, "classes": [{"name": "A", "price_per_share": 1e14, "shares": 1e14}]}),
    ],
)
def test_what_is_missing_is_named(field: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(InputError) as raised:
        values_of({"exit_value": 100, **arguments})
    assert raised.value.field == field
