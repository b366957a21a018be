from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.offer import Offer, Period, StatedPay
from assistant.domain.pay_period import (
    NAMES,
    WorkingTime,
    calculate_pay_periods,
    count_periods,
    fill_base,
    name_period_assumption,
)
from assistant.errors import InputError

amounts = st.decimals(min_value=1, max_value=1_000_000, places=2)
periods = st.sampled_from(list(NAMES))
times = st.builds(
    WorkingTime,
    hours_per_week=st.decimals(min_value=1, max_value=80, places=1),
    weeks_per_year=st.decimals(min_value=1, max_value=53, places=1),
    monthly_salaries=st.sampled_from([Decimal(12), Decimal(13), Decimal(14)]),
)


@given(amount=amounts, period=periods, time=times)
def test_every_period_times_its_number_a_year_is_the_yearly_pay(
    amount: Decimal, period: Period, time: WorkingTime
) -> None:
    values = {figure.label: figure.value for figure in calculate_pay_periods(amount, period, time, "USD")}
    yearly = values["yearly pay"]
    for name, label in NAMES.items():
        count = Decimal(12) if name == "month" else time.count(name)
        assert abs(values[label] * count - yearly) <= Decimal("0.005") * (count + 1)


@given(amount=amounts, time=times)
def test_a_year_brought_to_a_week_and_back_is_the_same_year(amount: Decimal, time: WorkingTime) -> None:
    weekly = amount / time.count("week")
    assert abs(weekly * time.count("week") - amount) < Decimal("1e-15")


@pytest.mark.parametrize(
    ("period", "count"),
    [("year", 1), ("month", 12), ("semi-month", 24), ("bi-week", 26), ("week", 52), ("day", 260), ("hour", 2080)],
)
def test_a_period_counts_as_usual_unless_more_is_stated(period: Period, count: int) -> None:
    assert count_periods(StatedPay(amount=Decimal(1), period=period)) == count


def test_a_stated_number_of_periods_wins() -> None:
    assert count_periods(StatedPay(amount=Decimal(1), period="month", per_year=Decimal(14))) == 14


def test_hours_do_not_fit_pay_by_the_month() -> None:
    with pytest.raises(InputError, match=r"base_stated\.hours_per_week: does not fit pay by the month"):
        count_periods(StatedPay(amount=Decimal(1), period="month", hours_per_week=Decimal(40)))


def test_a_yearly_base_that_is_stated_is_kept() -> None:
    offer = Offer(base_annual=Decimal(5), base_stated=StatedPay(amount=Decimal(9), period="month"))
    assert fill_base(offer) is offer
    assert name_period_assumption(offer) is None


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        (StatedPay(amount=Decimal(9), period="bi-week"), "Base is stated by the two weeks: 26 a year are assumed."),
        (StatedPay(amount=Decimal(9), period="hour"), "Base is stated by the hour: 2,080 a year are assumed."),
        (StatedPay(amount=Decimal(9), period="year"), None),
        (StatedPay(amount=Decimal(9), period="week", weeks_per_year=Decimal(50)), None),
    ],
)
def test_what_is_assumed_about_the_period_is_said(stated: StatedPay, note: str | None) -> None:
    assert name_period_assumption(fill_base(Offer(base_stated=stated))) == note


def test_what_is_unset_stays_out_of_the_json() -> None:
    offer = Offer(base_stated=StatedPay(amount=Decimal(9), period="month"))
    assert json.loads(offer.model_dump_json())["base_stated"] == {"amount": 9, "period": "month"}
    assert offer.model_dump(mode="json")["base_stated"] == {"amount": 9, "period": "month"}


def test_a_number_of_periods_is_stated_once() -> None:
    stated = StatedPay(amount=Decimal(9), period="hour", per_year=Decimal(1800), hours_per_week=Decimal(40))
    with pytest.raises(InputError, match=r"base_stated\.per_year: says the same as hours and weeks"):
        count_periods(stated)
