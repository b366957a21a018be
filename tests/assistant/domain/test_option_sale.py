from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.option_sale import OptionSale, build_sale_figures, list_holding_rules, split_gain
from assistant.errors import InputError
from tests.formulas import recompute

prices = st.decimals(min_value=0, max_value=1000, places=2)
GRANT = date(2022, 2, 28)


@st.composite
def sales(draw: st.DrawFn) -> OptionSale:
    exercised = GRANT + timedelta(days=draw(st.integers(0, 1500)))
    return OptionSale(
        draw(st.sampled_from(["iso", "nso"])),
        Decimal(draw(st.integers(1, 100_000))),
        draw(prices),
        draw(prices),
        draw(prices),
        exercised,
        exercised + timedelta(days=draw(st.integers(0, 1500))),
        GRANT,
    )


@given(sale=sales())
@settings(max_examples=100)
def test_the_two_parts_are_the_gain_and_figures_recompute(sale: OptionSale) -> None:
    split = split_gain(sale)
    assert split.ordinary + split.capital == sale.shares * (sale.sale_price - sale.strike)
    assert split.ordinary >= 0
    figures = list(build_sale_figures(sale, Decimal("0.4"), Decimal("0.2")))
    for figure in figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(sale=sales())
def test_holding_long_enough_never_costs_tax(sale: OptionSale) -> None:
    late = replace(sale, option_type="iso", sale_date=sale.exercise_date + timedelta(days=1200))
    early = replace(late, sale_date=late.exercise_date)
    rates = (Decimal("0.4"), Decimal("0.2"))
    assert all(rule.met for rule in list_holding_rules(late))
    assert split_gain(late).tax(*rates) <= split_gain(early).tax(*rates)


def test_the_day_of_the_anniversary_is_one_day_too_early() -> None:
    sale = OptionSale(
        "iso", Decimal(1), Decimal(1), Decimal(2), Decimal(3), date(2024, 5, 1), date(2025, 5, 1), date(2020, 1, 1)
    )
    assert [rule.met for rule in list_holding_rules(sale)] == [True, False]
    assert all(rule.met for rule in list_holding_rules(replace(sale, sale_date=date(2025, 5, 2))))


def test_an_exercise_before_the_grant_is_an_error() -> None:
    sale = OptionSale(
        "iso", Decimal(1), Decimal(1), Decimal(2), Decimal(3), date(2019, 5, 1), date(2025, 5, 1), date(2020, 1, 1)
    )
    with pytest.raises(InputError, match="exercise_date"):
        list_holding_rules(sale)
