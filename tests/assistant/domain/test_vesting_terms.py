from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.vesting import calculate_vest_events
from assistant.domain.vesting_terms import build_cliff_schedule, build_tranche_schedule, with_yearly_frequencies
from assistant.errors import InputError
from tests.assistant.domain.strategies import frequencies

tranches = st.dictionaries(st.integers(0, 240), st.integers(1, 100), min_size=1, max_size=12).map(
    lambda parts: [(month, Decimal(part) * 100 / sum(parts.values())) for month, part in parts.items()]
)


@given(tranches=tranches)
def test_stated_tranches_vest_whole_and_in_order(tranches: list[tuple[int, Decimal]]) -> None:
    schedule = build_tranche_schedule(tranches)
    events = calculate_vest_events(schedule)
    assert [event.month for event in events] == sorted(month for month, _ in tranches)
    assert abs(sum(event.fraction for event in events) - 1) < Decimal("1e-20")
    assert abs(sum(schedule.yearly_percents) - 100) < Decimal("1e-20")


@given(
    months=st.integers(1, 240), cliff=st.integers(1, 240), percent=st.integers(0, 100).map(Decimal), rhythm=frequencies
)
def test_a_cliff_percent_and_its_rest_are_the_whole(months: int, cliff: int, percent: Decimal, rhythm: str) -> None:
    if cliff > months or (cliff == months and percent != 100):
        with pytest.raises(InputError, match=r"^cliff_"):
            build_cliff_schedule(months, cliff, percent, rhythm)  # type: ignore[arg-type]
        return
    events = calculate_vest_events(build_cliff_schedule(months, cliff, percent, rhythm))  # type: ignore[arg-type]
    assert abs(sum(event.fraction for event in events) - 1) < Decimal("1e-20")
    assert events[0].month >= cliff
    assert events[-1].month == (months if percent != 100 else cliff)


def test_tranches_of_one_month_are_added() -> None:
    schedule = build_tranche_schedule([(12, Decimal(50)), (12, Decimal(25)), (24, Decimal(25))])
    assert [(event.month, str(event.fraction)) for event in calculate_vest_events(schedule)] == [
        (12, "0.75"),
        (24, "0.25"),
    ]


def test_a_tranche_of_nothing_does_not_lengthen_the_grant() -> None:
    schedule = build_tranche_schedule([(12, Decimal(100)), (24, Decimal(0))])
    assert schedule.months == 12


@pytest.mark.parametrize("month", [-1, 241])
def test_a_tranche_outside_twenty_years_is_named(month: int) -> None:
    with pytest.raises(InputError, match=f"tranches: hold month {month}"):
        build_tranche_schedule([(month, Decimal(100))])


def test_rhythms_are_one_a_year() -> None:
    schedule = build_tranche_schedule([(24, Decimal(100))])
    with pytest.raises(InputError, match="lists 1 rhythms for 2 service years"):
        with_yearly_frequencies(schedule, ["annual"])


def test_a_cliff_percent_needs_a_cliff() -> None:
    with pytest.raises(InputError, match="cliff_pct: needs cliff_months"):
        build_cliff_schedule(48, 0, Decimal(20), "monthly")
