from __future__ import annotations

from decimal import Decimal

from assistant.domain.cash_flow import NOT_FOUND, SEVERAL, Series, describe_amounts, describe_series
from tests.formulas import recompute


def test_a_long_list_is_described_in_a_sentence() -> None:
    flow = describe_amounts([Decimal(10)] * 20, Decimal("0.05"), "USD")
    assert all(recompute(figure) is None for figure in flow.figures)


def test_several_rates_of_return_are_warned_of() -> None:
    flow = describe_amounts([Decimal(-1000), Decimal(2500), Decimal(-1540)], Decimal(0), "USD")
    assert flow.warnings == (SEVERAL,)


def test_payments_that_never_break_even_are_said_so() -> None:
    # -100 + 100 v - 30 v^2 is negative for every v
    flow = describe_amounts([Decimal(-100), Decimal(100), Decimal(-30)], Decimal(0), "USD")
    assert flow.warnings == (NOT_FOUND,)


def test_a_series_is_raised_once_a_year() -> None:
    series = Series(payment=Decimal(100), years=2, a_year=2, growth_rate=Decimal("0.1"))
    assert series.list_amounts() == [100, 100, 110, 110]


def test_nothing_is_compounded_without_a_rate() -> None:
    series = Series(payment=Decimal(100), years=1, a_year=12)
    labels = {figure.label for figure in describe_series(series, Decimal(0), "USD").figures}
    assert not any("compounded" in label for label in labels)
