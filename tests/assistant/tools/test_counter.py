from __future__ import annotations

from typing import Any

import pytest

from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.specs import find_spec
from tests.assistant.tools.fakes import build_deps, recorded


def call(name: str, *offers: Any, **arguments: Any) -> ToolResult:
    return find_spec(name).call(arguments, build_deps(*offers))


def values_of(result: ToolResult) -> dict[str, Any]:
    return {figure.label: figure.value for figure in result.figures}


MINE = recorded("Acme", base_annual=180_000, currency="USD")
THEIRS = recorded("Globex", "competing", base_annual=200_000, currency="USD")


def test_a_competing_offer_is_found_by_its_name_and_never_by_itself() -> None:
    named = values_of(call("counter_plan", MINE, THEIRS, competing_offer="Globex"))
    assert (named["competing offer"], named["walk-away"]) == (200_000, 200_000)
    assert "competing offer" not in values_of(call("counter_plan", MINE, THEIRS, minimum=170_000))


def test_without_anything_to_plan_on_the_counter_stays_the_usual_opening() -> None:
    result = call("counter_plan", MINE, uplift_pct=12)
    assert not any(figure.label in ("target", "initial ask") for figure in result.figures)
    assert result.table[0]["asked"] == 202_000


@pytest.mark.parametrize("missing", ["they_need", "you_need"])
def test_the_need_rule_wants_both_halves(missing: str) -> None:
    given = {"they_need": 5, "you_need": 5}
    del given[missing]
    with pytest.raises(InputError, match=f"{missing}: is missing"):
        call("counter_plan", MINE, **given)


def test_the_offer_to_match_is_found_by_its_name() -> None:
    result = call("sign_on_gap", MINE, THEIRS, match_offer="Globex")
    assert values_of(result)["sign-on needed on top"] == 20_000


def test_a_rate_between_currencies_is_named_among_the_assumptions() -> None:
    other = {"base_annual": 250_000, "currency": "CHF", "company": "Helvetia"}
    result = call("sign_on_gap", MINE, match_offer=other, exchange_rates={"CHF": 1.1})
    assert "One CHF is counted as 1.1 USD." in result.assumptions
    assert any("that of Helvetia" in note for note in result.assumptions)


def test_levers_are_exchanged_on_the_offer_on_file_or_on_none() -> None:
    rich = recorded("Acme", base_annual=200_000, bonus_target_pct=10)
    assert values_of(call("lever_exchange", rich))["worth of the base salary over the stay"] == 44_000
    assert values_of(call("lever_exchange"))["worth of the base salary over the stay"] == 40_000
    assert call("lever_exchange", currency="EUR").data["currency"] == "EUR"
    assert call("lever_exchange", offer={"base_annual": 5}, currency="EUR").data["currency"] == "EUR"


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"currency": "EUR"}, "currency"),
        ({"stay_years": 0.01}, "stay_years"),
        ({"vesting_frequency": "monthly"}, "vesting_frequency"),
        ({"compare": {"base_salary": 0, "sign_on_bonus": 1}}, "compare"),
    ],
)
def test_what_does_not_fit_the_exchange_is_named(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as caught:
        call("lever_exchange", MINE, **arguments)
    assert caught.value.field == field


def test_what_is_assumed_of_a_growing_matched_and_discounted_stay_is_said() -> None:
    notes = call("lever_exchange", growth_pct=5, match_pct=4, discount_pct=3, tax_pct=30).assumptions
    assert any("changes by 5 % a year" in note for note in notes)
    assert any("adds 4 % of base" in note for note in notes)
    assert not any("before tax" in note for note in notes)


def test_a_schedule_of_ones_own_replaces_that_of_the_offer() -> None:
    result = call("lever_exchange", MINE, stay_months=6, vesting_schedule=[100], vesting_frequency="quarterly")
    assert values_of(result)["stock grant worth per unit over the stay"] == 0.5


def test_a_later_instalment_is_no_help_in_year_one() -> None:
    with pytest.raises(InputError, match="instalment_years: later instalments do not count in year 1"):
        call("sign_on_gap", MINE, wanted_total=300_000, instalment_years=2)


def test_a_ladder_needs_a_base_or_an_amount() -> None:
    assert call("counter_ladder", MINE, ask=198_000).table[0]["reply"] == 180_000
    with pytest.raises(InputError, match="offered: is missing: the offer states no base"):
        call("counter_ladder", recorded("Acme", bonus_target_pct=5), ask=198_000)
