from __future__ import annotations

from typing import Any

import pytest

from assistant.errors import InputError
from assistant.tools.stock_options import STOCK_OPTIONS
from tests.assistant.tools.fakes import build_deps, recorded

OPTIONS = {"kind": "option", "shares": 20000, "strike": "1.5", "years": 4, "cliff_months": 12}
STARTUP = recorded("Acme", company="Acme", currency="EUR", base_annual=120_000, equity=[OPTIONS])


def values_of(arguments: dict[str, Any], *offers: Any) -> dict[str, float]:
    result = STOCK_OPTIONS.call(arguments, build_deps(*offers))
    return {figure.label: float(figure.value) for figure in result.figures}


def test_the_grant_of_the_offer_on_file_is_used() -> None:
    values = values_of({"fully_diluted_shares": 10_000_000}, STARTUP)
    assert (values["ownership"], values["strike cost of all options"]) == (0.2, 30_000)


def test_numbers_given_need_no_offer_and_leave_the_one_on_file_alone() -> None:
    values = values_of({"shares": 100, "strike": 2}, STARTUP)
    assert (values["shares"], values["strike cost of all options"]) == (100, 200)


def test_a_number_given_with_an_offer_replaces_that_of_the_offer() -> None:
    values = values_of({"offer": "Acme", "strike": 2}, STARTUP)
    assert values["strike cost of all options"] == 40_000


def test_amounts_are_in_the_currency_of_the_offer() -> None:
    result = STOCK_OPTIONS.call({"offer": "Acme"}, build_deps(STARTUP))
    assert {figure.unit for figure in result.figures} == {"EUR", "shares"}


def test_what_is_missing_is_handed_on() -> None:
    result = STOCK_OPTIONS.call({"ownership_pct": 1}, build_deps())
    assert result.data["missing"] == ["shares", "fully_diluted_shares"]


@pytest.mark.parametrize(
    ("field", "equity"),
    [
        ("offer.equity", [OPTIONS, OPTIONS]),
        ("ownership_pct", [{"kind": "percent", "percent_range": [0.1, 0.2]}]),
        ("offer.equity", [{"kind": "rsu", "total_value": 5}]),
    ],
)
def test_a_grant_that_is_not_one_grant_is_an_error(field: str, equity: list[dict[str, Any]]) -> None:
    with pytest.raises(InputError) as raised:
        values_of({"offer": {"base_annual": 1, "equity": equity}})
    assert raised.value.field == field
