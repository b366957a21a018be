from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.calendar_year import list_calendar_figures, name_calendar_assumptions, split_by_calendar_year
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import build_pay_stream
from assistant.errors import InputError
from tests.assistant.domain.strategies import offers
from tests.formulas import recompute

starts = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
months = st.none() | st.integers(1, 12)


@given(offer=offers(), start=starts)
@settings(max_examples=40)
def test_stock_sign_on_and_bonus_are_the_same_as_by_service_year(offer: Offer, start: date) -> None:
    stream = build_pay_stream(offer, 4)
    pays = split_by_calendar_year(stream, start)
    for part in ("bonus", "sign_on", "equity"):
        by_calendar = sum(getattr(pay, part) for pay in pays)
        by_service = sum(getattr(pay, part) for pay in stream.years)
        assert abs(by_calendar - by_service) <= Decimal("0.05")


@given(offer=offers(), start=starts)
@settings(max_examples=40)
def test_base_of_a_whole_calendar_year_is_the_yearly_base(offer: Offer, start: date) -> None:
    pays = split_by_calendar_year(build_pay_stream(offer, 4), start)
    whole = [pay for pay in pays if (pay.first.month, pay.first.day, pay.last.month, pay.last.day) == (1, 1, 12, 31)]
    assert {pay.base for pay in whole} <= {offer.base_annual, Decimal(0)}


@given(offer=offers(), start=starts, month=months, raise_rate=st.sampled_from([Decimal(0), Decimal("0.05")]))
@settings(max_examples=40)
def test_any_figure_can_be_computed_again_by_hand(
    offer: Offer, start: date, month: int | None, raise_rate: Decimal
) -> None:
    stream = build_pay_stream(offer, 3, Outlook(raise_rate=raise_rate))
    pays = split_by_calendar_year(stream, start, month)
    for figure in list_calendar_figures(stream, start, pays, month):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.011, rel=1e-6), figure


def test_a_leap_day_start_moves_to_the_last_of_february() -> None:
    pays = split_by_calendar_year(build_pay_stream(Offer(base_annual=Decimal(365)), 1), date(2028, 2, 29))
    assert [(pay.first, pay.last) for pay in pays] == [
        (date(2028, 2, 29), date(2028, 12, 31)),
        (date(2029, 1, 1), date(2029, 2, 27)),
    ]


def test_a_bonus_month_after_the_last_day_pays_nothing() -> None:
    offer = Offer(base_annual=Decimal(100), bonus_target_amount=Decimal(10))
    pays = split_by_calendar_year(build_pay_stream(offer, 1), date(2027, 3, 1), 6)
    assert [pay.bonus for pay in pays] == [0, 0]


def test_what_is_assumed_about_the_calendar_is_said() -> None:
    stream = build_pay_stream(Offer(base_annual=Decimal(100), bonus_target_amount=Decimal(10)), 1)
    pays = split_by_calendar_year(stream, date(2027, 3, 1))
    assert "The bonus of each service year is paid on the anniversary that ends it." in [
        *name_calendar_assumptions(pays, None)
    ]
    assert any("month 4" in note for note in name_calendar_assumptions(pays, 4))


def test_a_start_at_the_end_of_time_is_refused() -> None:
    with pytest.raises(InputError, match="start_date: lies outside the calendar"):
        split_by_calendar_year(build_pay_stream(Offer(base_annual=Decimal(1)), 4), date(9998, 1, 1))
