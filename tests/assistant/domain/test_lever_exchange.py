from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.lever_exchange import (
    calculate_exchange,
    find_break_even,
    find_late_break_even,
    list_rates,
)
from assistant.domain.levers import LEVERS, LeverView, calculate_worth
from assistant.domain.vesting import VestEvent
from tests.assistant.domain.test_levers import EVEN, views

amounts = st.decimals(min_value=100, max_value=200_000, places=0)


@given(view=views())
def test_there_and_back_is_one_and_a_detour_changes_nothing(view: LeverView) -> None:
    worths = {lever: calculate_worth(lever, view) for lever in LEVERS}
    rates = {(rate.from_lever, rate.to_lever): rate.rate for rate in list_rates(worths)}
    for a, b, c in permutations([lever for lever in LEVERS if worths[lever].value], 3):
        assert rates[a, b] * rates[b, a] == pytest.approx(Decimal(1))
        assert rates[a, b] * rates[b, c] == pytest.approx(rates[a, c])


@given(view=views(), raised=amounts, once=amounts)
@settings(max_examples=60)
def test_at_the_break_even_month_both_have_paid_the_same(view: LeverView, raised: Decimal, once: Decimal) -> None:
    month = find_break_even(raised, once, view)
    if month is None:
        return
    whole = int(month)
    before = calculate_worth("base_salary", _paid_by(view, whole)).value
    after = calculate_worth("base_salary", _paid_by(view, whole + 1)).value
    paid = raised * (before + (after - before) * (month - whole))
    assert paid == pytest.approx(once * calculate_worth("sign_on_bonus", view).value)


def _paid_by(view: LeverView, months: int) -> LeverView:
    return replace(view, stay_months=months)


@given(view=views(), raised=amounts, once=amounts)
@settings(max_examples=40)
def test_a_bonus_paid_late_never_brings_the_break_even_forward(view: LeverView, raised: Decimal, once: Decimal) -> None:
    month, late = find_break_even(raised, once, view), find_late_break_even(raised, once, view)
    assert (late is None) == (month is None)
    if month is not None and late is not None:
        assert late >= month - Decimal("1e-15")


def test_a_raise_that_never_catches_up_has_no_break_even() -> None:
    view = LeverView(48, EVEN, discount_rate=Decimal(1), bonus_rate=Decimal("0.1"))
    assert find_break_even(Decimal(1_000), Decimal(50_000), view) is None
    assert find_late_break_even(Decimal(1_000), Decimal(50_000), view) is None


def test_levers_of_no_worth_are_named_and_left_out() -> None:
    view = LeverView(6, (VestEvent(12, Decimal(1)),), payout_rate=Decimal(0))
    result = calculate_exchange("base_salary", Decimal(10_000), view, "USD", base=Decimal(100_000))
    assert [warning.partition(",")[0] for warning in result.warnings] == [
        "Nothing of the stock grant vests within 6 months",
        "Nothing of the target bonus is left under these assumptions",
    ]
    assert {rate.from_lever for rate in result.rates} == {"base_salary", "sign_on_bonus"}


def test_amounts_without_a_sign_on_have_no_break_even() -> None:
    compared = {"base_salary": Decimal(5_000), "equity_grant": Decimal(20_000)}
    result = calculate_exchange("base_salary", Decimal(1), LeverView(48, EVEN), "EUR", compared=compared)
    labels = [figure.label for figure in result.figures]
    assert "worth of the stock grant compared" in labels
    assert "break-even month" not in labels
    assert {figure.unit for figure in result.figures} == {"ratio", "EUR"}


def compare(view: LeverView, **compared: int) -> dict[str, Decimal]:
    amounts_of = {lever: Decimal(amount) for lever, amount in compared.items()}
    result = calculate_exchange("base_salary", Decimal(1), view, "USD", compared=amounts_of)  # type: ignore[arg-type]
    return {figure.label: figure.value for figure in result.figures}


def test_two_published_packages_tie_after_a_year_and_part_by_fifteen_thousand_in_four() -> None:
    values = compare(LeverView(48, EVEN), base_salary=5_000, sign_on_bonus=5_000)
    assert values["break-even month"] == 12
    assert values["lead of the base salary at the end of the stay"] == 15_000


def test_a_bonus_paid_late_has_a_break_even_month_of_its_own() -> None:
    values = compare(LeverView(48, EVEN, bonus_rate=Decimal("0.1")), base_salary=12_000, sign_on_bonus=20_000)
    assert values["break-even month"] == Decimal("18.18")
    assert values["break-even month with the bonus paid after each whole year"] == 19


def test_a_raise_that_does_not_catch_up_is_said() -> None:
    compared = {"base_salary": Decimal(1_000), "sign_on_bonus": Decimal(50_000)}
    view = LeverView(48, EVEN, discount_rate=Decimal(1))
    result = calculate_exchange("equity_grant", Decimal(1), view, "USD", base=Decimal(10), compared=compared)  # type: ignore[arg-type]
    assert result.warnings == (
        "At this discount rate the raise does not catch up with the sign-on bonus within 50 years.",
    )
