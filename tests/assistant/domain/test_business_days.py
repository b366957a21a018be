from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.business_days import (
    WorkCalendar,
    add_business_days,
    count_business_days,
    is_business_day,
    list_holidays,
    on_or_after,
    on_or_before,
)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Any weekend of up to three days and any scatter of holidays."""
    begin = date(2019, 1, 1)
    holidays = draw(st.lists(st.integers(0, 7000), max_size=60))
    weekend = draw(st.frozensets(st.integers(0, 6), max_size=3))
    return WorkCalendar({begin + timedelta(days=offset): "holiday" for offset in holidays}, weekend)


@given(day=days, count=st.integers(1, 120), calendar=calendars())
@settings(max_examples=80)
def test_adding_days_is_the_inverse_of_counting_them(day: date, count: int, calendar: WorkCalendar) -> None:
    end = add_business_days(day, count, calendar)
    assert count_business_days(day, end, calendar) == count
    assert is_business_day(end, calendar)


@given(day=days, count=st.integers(1, 60), calendar=calendars())
@settings(max_examples=60)
def test_going_back_from_a_business_day_returns_to_it(day: date, count: int, calendar: WorkCalendar) -> None:
    start = on_or_after(day, calendar)
    assert add_business_days(add_business_days(start, count, calendar), -count, calendar) == start


@given(start=days, end=days, calendar=calendars())
@settings(max_examples=60)
def test_counting_backwards_is_the_negative(start: date, end: date, calendar: WorkCalendar) -> None:
    assert count_business_days(start, end, calendar) == -count_business_days(end, start, calendar)


@given(day=days, calendar=calendars())
@settings(max_examples=40)
def test_the_nearest_business_days_enclose_the_day(day: date, calendar: WorkCalendar) -> None:
    before, after = on_or_before(day, calendar), on_or_after(day, calendar)
    assert before <= day <= after
    assert (before == after) == is_business_day(day, calendar)


def test_no_days_added_is_the_day_itself() -> None:
    saturday = date(2026, 11, 21)
    assert add_business_days(saturday, 0, WorkCalendar()) == saturday


def test_a_holiday_on_a_weekend_is_not_counted_twice() -> None:
    calendar = WorkCalendar({date(2026, 7, 4): "Independence Day"})
    assert list_holidays(date(2026, 7, 1), date(2026, 7, 8), calendar) == []
