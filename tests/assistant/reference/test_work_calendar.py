from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import InputError
from assistant.reference.work_calendar import load_work_calendar


def test_federal_holidays_include_the_day_off_for_one_on_a_weekend() -> None:
    calendar = load_work_calendar("US", None, 2026, 2026)
    assert calendar.holidays[date(2026, 6, 19)] == "Juneteenth National Independence Day"
    assert calendar.holidays[date(2026, 7, 3)] == "Independence Day (observed)"
    assert calendar.weekend == {5, 6}


def test_a_state_adds_its_own_days() -> None:
    day_after_thanksgiving = date(2026, 11, 27)
    assert day_after_thanksgiving not in load_work_calendar("US", None, 2026, 2026).holidays
    assert day_after_thanksgiving in load_work_calendar("US", "CA", 2026, 2026).holidays


def test_weekends_are_those_of_the_country() -> None:
    assert load_work_calendar("IL", None, 2026, 2026).weekend == {4, 5}


def test_an_unknown_country_or_state_is_named() -> None:
    with pytest.raises(InputError, match="country: no holidays are known for XX"):
        load_work_calendar("XX", None, 2026, 2026)
    with pytest.raises(InputError, match="state: US has no calendar for ZZ; known are: AK, AL"):
        load_work_calendar("US", "ZZ", 2026, 2026)
