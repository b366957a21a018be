from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.business_days import WorkCalendar
from assistant.domain.exercise_dates import (
    ExerciseDates,
    find_last_iso_day,
    is_exercised_too_late_for_iso,
    list_exercise_dates,
)
from assistant.errors import InputError

days = st.dates(date(2000, 1, 1), date(2080, 1, 1))


@given(grant=days, served=st.integers(0, 6000), window=st.integers(0, 4000))
def test_the_last_day_is_never_after_window_or_expiry(grant: date, served: int, window: int) -> None:
    dates = ExerciseDates(grant_date=grant, leave_date=grant + timedelta(days=served), window_days=window)
    found = {item.event: item.date for item in list_exercise_dates(dates)}
    assert found["last day to exercise"] == min(found["window after leaving ends"], found["options expire"])


def test_nothing_known_gives_no_dates() -> None:
    assert list_exercise_dates(ExerciseDates(early_exercise=True)) == ()


def test_an_exercise_before_the_grant_is_an_error() -> None:
    with pytest.raises(InputError, match="exercise_date"):
        list_exercise_dates(ExerciseDates(grant_date=date(2026, 1, 2), exercise_date=date(2026, 1, 1)))


@given(grant=days, served=st.integers(0, 6000), window=st.integers(0, 4000))
def test_an_iso_ends_no_later_than_three_months_after_leaving_nor_than_the_option(
    grant: date, served: int, window: int
) -> None:
    dates = ExerciseDates(grant_date=grant, leave_date=grant + timedelta(days=served), window_days=window)
    found = {item.event: item.date for item in list_exercise_dates(dates)}
    last = find_last_iso_day(dates)
    assert last is not None
    assert found["last day to exercise as ISO after leaving"] == min(last, found["last day to exercise"])


def test_an_nso_is_never_too_late_to_be_an_iso() -> None:
    late = ExerciseDates(leave_date=date(2026, 3, 31), exercise_date=date(2026, 7, 1), window_days=365)
    assert is_exercised_too_late_for_iso(late)
    assert not is_exercised_too_late_for_iso(replace(late, is_iso=False))
    assert not is_exercised_too_late_for_iso(replace(late, exercise_date=date(2026, 6, 30)))


@given(day=days)
def test_an_election_is_planned_for_the_thirtieth_day_and_posted_on_a_business_day(day: date) -> None:
    dates = ExerciseDates(exercise_date=day, early_exercise=True, calendar=WorkCalendar())
    planned, *posted = list_exercise_dates(dates)
    assert planned.date == day + timedelta(days=30)
    assert [item.date.weekday() for item in posted] == ([0] if planned.date.weekday() >= 5 else [])
