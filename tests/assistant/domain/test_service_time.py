from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.service_time import add_months, count_months, years_between
from assistant.errors import InputError

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@given(start=days, months=st.integers(-240, 240))
def test_adding_months_and_counting_them_agree(start: date, months: int) -> None:
    assert count_months(start, add_months(start, months)) >= months
    assert count_months(start, add_months(start, months) - timedelta(days=1)) < max(months, -239) + 1


@given(start=days, end=days)
def test_counted_months_never_reach_past_the_end(start: date, end: date) -> None:
    months = count_months(start, end)
    assert add_months(start, months) <= end < add_months(start, months + 1)


@given(day=days, months=st.integers(0, 60))
def test_months_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_year_has_365_days_for_discounting() -> None:
    assert years_between(date(2026, 1, 1), date(2026, 7, 2)) * 365 == 182


@pytest.mark.parametrize("months", [12 * 8000, -12 * 3000])
def test_a_date_outside_the_calendar_is_named(months: int) -> None:
    with pytest.raises(InputError, match="outside the calendar"):
        add_months(date(2026, 1, 1), months)
