from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.espp import StockPlan, buy_stock, list_purchase_figures
from tests.formulas import recompute

prices = st.decimals(min_value=1, max_value=1000, places=2)
amounts = st.decimals(min_value=0, max_value=60_000, places=2)
plans = st.builds(
    StockPlan,
    discount_rate=st.sampled_from([Decimal("0.05"), Decimal("0.1"), Decimal("0.15")]),
    lookback=st.booleans(),
    limit=st.none() | st.just(Decimal(25_000)),
    whole_shares=st.booleans(),
)
TINY = Decimal("1e-12")


@given(paid=amounts, start=prices, end=prices, plan=plans)
def test_what_is_paid_in_is_used_or_refunded(paid: Decimal, start: Decimal, end: Decimal, plan: StockPlan) -> None:
    bought = buy_stock(paid, start, end, plan)
    assert abs(bought.used + bought.refunded - paid) < TINY
    assert bought.refunded >= -TINY
    assert abs(bought.worth - bought.used - bought.gain) < TINY


@given(paid=amounts, start=prices, end=prices, plan=plans)
def test_the_gain_is_at_least_the_discount(paid: Decimal, start: Decimal, end: Decimal, plan: StockPlan) -> None:
    bought = buy_stock(paid, start, end, plan)
    assert bought.gain >= bought.used * plan.discount_rate / (1 - plan.discount_rate) - TINY


@given(paid=amounts, start=prices, end=prices)
def test_looking_back_never_costs(paid: Decimal, start: Decimal, end: Decimal) -> None:
    plain, back = (StockPlan(Decimal("0.15"), lookback=lookback) for lookback in (False, True))
    assert buy_stock(paid, start, end, back).gain >= buy_stock(paid, start, end, plain).gain - TINY


@given(paid=amounts, start=prices, end=prices)
def test_the_limit_counts_stock_at_the_first_price(paid: Decimal, start: Decimal, end: Decimal) -> None:
    bought = buy_stock(paid, start, end, StockPlan(Decimal("0.15"), limit=Decimal(25_000)))
    assert bought.shares * start <= 25_000 + TINY


@given(paid=amounts, start=prices, end=prices, plan=plans)
def test_any_figure_can_be_computed_again_by_hand(paid: Decimal, start: Decimal, end: Decimal, plan: StockPlan) -> None:
    for figure in list_purchase_figures(paid, (start, end), plan, "USD", tax_rate=Decimal("0.4")):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure
