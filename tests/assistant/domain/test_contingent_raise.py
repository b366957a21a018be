from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.contingent_raise import (
    Horizon,
    Promise,
    SureThing,
    break_even_chance,
    count_years,
    expected_value,
    promise_figures,
    sure_figures,
    value_sure,
    weigh_payment,
)
from assistant.domain.stated_raise import StatedRaise, raise_figures
from assistant.errors import InputError
from tests.formulas import recompute

rates = st.decimals(min_value=0, max_value=1, places=3)
raises = st.decimals(min_value=1, max_value=200_000, places=2)
horizons = st.builds(
    Horizon,
    stay_months=st.integers(13, 120),
    discount_rate=st.sampled_from([Decimal(0), Decimal("0.08"), Decimal("0.5")]),
    stay_rate=st.sampled_from([Decimal(1), Decimal("0.85"), Decimal(0)]),
    tax_rate=st.sampled_from([Decimal(0), Decimal("0.4")]),
)
promises = st.builds(
    Promise,
    amount=raises,
    from_month=st.integers(0, 12),
    once=st.booleans(),
    met_rate=st.none() | rates,
    honoured_rate=rates,
)
sure_things = st.builds(SureThing, raise_amount=raises, from_month=st.integers(0, 24), at_once=raises)


@given(promise=promises, horizon=horizons, low=rates, high=rates, weight=rates)
def test_the_expected_value_is_linear_in_the_chance(
    promise: Promise, horizon: Horizon, low: Decimal, high: Decimal, weight: Decimal
) -> None:
    mixed = expected_value(promise, horizon, weight * low + (1 - weight) * high)
    ends = weight * expected_value(promise, horizon, low) + (1 - weight) * expected_value(promise, horizon, high)
    assert abs(mixed - ends) < Decimal("1e-15")


@given(promise=promises, horizon=horizons, sure=sure_things)
def test_at_the_break_even_chance_both_are_worth_the_same(promise: Promise, horizon: Horizon, sure: SureThing) -> None:
    try:
        chance = break_even_chance(promise, horizon, sure)
    except InputError:
        assert horizon.stay_rate == 0
        return
    assert abs(expected_value(promise, horizon, chance) - value_sure(sure, horizon)) < Decimal("1e-12")


@given(promise=promises, horizon=horizons, sure=sure_things)
def test_any_figure_can_be_computed_again_by_hand(promise: Promise, horizon: Horizon, sure: SureThing) -> None:
    figures = [*promise_figures(promise, horizon, "USD")]
    if horizon.stay_rate:
        figures += sure_figures(promise, horizon, sure, "USD")
    for figure in figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.01, rel=1e-6), figure


@given(horizon=horizons, months=st.integers(0, 12))
def test_waiting_never_makes_pay_worth_more(horizon: Horizon, months: int) -> None:
    assert count_years(horizon, months) >= count_years(horizon, months + 1)
    assert weigh_payment(horizon, months) >= weigh_payment(horizon, months + 1)


def test_a_stated_raise_needs_its_money_or_its_percent_with_a_base() -> None:
    with pytest.raises(InputError, match="raise_amount"):
        assert StatedRaise().counted
    with pytest.raises(InputError, match="base_annual"):
        assert StatedRaise(percent=Decimal(15)).counted


def test_money_and_percent_that_agree_are_no_disagreement() -> None:
    stated = StatedRaise(Decimal(28500), Decimal(15), Decimal(190000))
    assert not stated.disagrees
    assert [figure.value for figure in raise_figures(stated, "raise a year if paid", "USD")] == [
        28500,
        15,
        28500,
        190000,
    ]
