from __future__ import annotations

from decimal import Decimal
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.equity_value import EquityOutlook, calculate_equity_value, find_growth, yearly_rate
from assistant.domain.equity_value_figures import list_claim_figures, list_equity_figures
from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import build_schedule
from assistant.errors import InputError
from tests.assistant.domain.strategies import amounts, grants, growth_rates
from tests.formulas import recompute

HAIR = Decimal("1e-9")
FOUR_YEARS = build_schedule(EquityGrant())
rates = st.decimals(min_value=0, max_value=1, places=2)
outlooks = st.builds(
    EquityOutlook,
    growth_rate=growth_rates,
    stay_rate=rates,
    tax_rate=rates,
    discount_rate=st.decimals(min_value=0, max_value=1, places=2),
    horizon_months=st.none() | st.integers(1, 130),
)


@given(grant=grants(), value=amounts, outlook=outlooks)
def test_the_factors_multiply_to_the_total(grant: EquityGrant, value: Decimal, outlook: EquityOutlook) -> None:
    result = calculate_equity_value(value, build_schedule(grant), outlook)
    last = result.steps[-1].value
    assert prod((float(step.factor) for step in result.steps), start=float(value)) == pytest.approx(
        float(last), rel=1e-9, abs=1e-9
    )
    assert abs(sum(step.change for step in result.steps) - last) <= HAIR * max(1, abs(last))


@given(grant=grants(), value=amounts, outlook=outlooks)
@settings(max_examples=60)
def test_every_figure_can_be_computed_again(grant: EquityGrant, value: Decimal, outlook: EquityOutlook) -> None:
    result = calculate_equity_value(value, build_schedule(grant), outlook)
    figures = list_equity_figures(result, "USD")
    assert len({figure.label for figure in figures}) == len(figures)
    for figure in figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(grant=grants(), value=amounts)
def test_growth_of_zero_is_flat_whichever_way_one_counts(grant: EquityGrant, value: Decimal) -> None:
    result = calculate_equity_value(value, build_schedule(grant), EquityOutlook())
    for way in (result.value_after("growth"), result.at_the_end, result.stepping_up):
        assert abs(way - value) < HAIR


@given(grant=grants(), value=amounts, growth_rate=st.decimals(min_value=0, max_value=3, places=2))
def test_growing_all_of_it_to_the_end_never_gives_less(
    grant: EquityGrant, value: Decimal, growth_rate: Decimal
) -> None:
    result = calculate_equity_value(value, build_schedule(grant), EquityOutlook(growth_rate))
    assert result.at_the_end >= result.value_after("growth") - HAIR
    assert result.value_after("growth") >= result.stepping_up - HAIR


@given(grant=grants(), value=amounts, rate=rates, more=rates)
def test_more_tax_never_leaves_more(grant: EquityGrant, value: Decimal, rate: Decimal, more: Decimal) -> None:
    low, high = sorted((rate, more))
    schedule = build_schedule(grant)
    net = [
        calculate_equity_value(value, schedule, EquityOutlook(tax_rate=tax)).value_after("tax") for tax in (low, high)
    ]
    assert net[0] >= net[1]


@given(value=st.decimals(min_value=1000, max_value=1_000_000, places=0), growth_rate=growth_rates)
@settings(max_examples=25)
def test_the_growth_a_claim_needs_gives_the_claim(value: Decimal, growth_rate: Decimal) -> None:
    outlook = EquityOutlook(growth_rate, tax_rate=Decimal("0.4"))
    net = calculate_equity_value(value, FOUR_YEARS, outlook).value_after("tax")
    found = find_growth(net, value, FOUR_YEARS, outlook)
    assert found is not None
    assert abs(found - growth_rate) < Decimal("1e-6")


def test_a_horizon_after_the_end_is_the_end() -> None:
    outlook = EquityOutlook(Decimal("0.1"), horizon_months=600)
    assert calculate_equity_value(Decimal(100), FOUR_YEARS, outlook).horizon_months == 48


def test_a_claim_no_growth_gives_has_no_growth() -> None:
    nothing = EquityOutlook(tax_rate=Decimal(1))
    assert find_growth(Decimal(5), Decimal(100), FOUR_YEARS, nothing) is None
    assert find_growth(Decimal("1e12"), Decimal(100), FOUR_YEARS, EquityOutlook()) is None


def test_a_claim_about_what_does_not_vest_implies_nothing() -> None:
    value = calculate_equity_value(Decimal(100), FOUR_YEARS, EquityOutlook(horizon_months=6))
    assert list_claim_figures(value, FOUR_YEARS, Decimal(50), "USD") == []


def test_growth_in_total_is_the_same_a_year() -> None:
    assert abs((1 + yearly_rate(Decimal("0.45"), 48)) ** 4 - Decimal("1.45")) < Decimal("1e-20")


def test_amounts_no_pay_can_have_are_named() -> None:
    with pytest.raises(InputError, match="growth_pct: gives amounts too large"):
        calculate_equity_value(Decimal("1e15"), FOUR_YEARS, EquityOutlook(Decimal(1)))
