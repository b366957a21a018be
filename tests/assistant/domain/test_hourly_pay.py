from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.hourly_pay import WorkingYear, calculate_hourly_pay, find_rate, rate_figure
from assistant.errors import InputError
from tests.formulas import recompute

hours = st.decimals(min_value=0, max_value=40, places=1)
years = st.builds(
    WorkingYear,
    hours_per_week=st.decimals(min_value=1, max_value=60, places=1),
    overtime_hours=hours,
    double_time_hours=hours,
    overtime_multiplier=st.decimals(min_value=1, max_value=3, places=2),
    unpaid_days=st.integers(0, 200).map(Decimal),
)
rates = st.decimals(min_value=1, max_value=500, places=2)


@given(rate=rates, year=years)
def test_the_rate_behind_a_yearly_pay_earns_that_pay(rate: Decimal, year: WorkingYear) -> None:
    assert abs(find_rate(rate * year.counted_hours, year) - rate) < Decimal("1e-15")


@given(rate=rates, year=years)
def test_regular_and_overtime_pay_make_up_the_year(rate: Decimal, year: WorkingYear) -> None:
    values = {figure.label: figure.value for figure in calculate_hourly_pay(rate, year)}
    parts = values["regular pay a year"] + values.get("overtime pay a year", Decimal(0))
    assert abs(values["yearly pay"] - parts) <= Decimal("0.01")


@given(rate=rates, year=years)
def test_any_figure_can_be_computed_again_by_hand(rate: Decimal, year: WorkingYear) -> None:
    for figure in (*calculate_hourly_pay(rate, year), rate_figure(rate * 2000, year)):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


def test_a_year_without_paid_weeks_is_refused() -> None:
    with pytest.raises(InputError, match="unpaid_days: leaves no paid weeks"):
        rate_figure(Decimal(1), WorkingYear(unpaid_days=Decimal(260)))


def test_overtime_in_more_weeks_than_are_paid_is_refused() -> None:
    with pytest.raises(InputError, match="overtime_weeks: is more than the 50 paid weeks"):
        rate_figure(Decimal(1), WorkingYear(unpaid_days=Decimal(10), overtime_weeks=Decimal(51)))
