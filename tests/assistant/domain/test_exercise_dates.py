from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.exercise_dates import ExerciseDates, list_exercise_dates
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
