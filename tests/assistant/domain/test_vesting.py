from __future__ import annotations

import timeit
from decimal import Decimal

import pytest
from hypothesis import given, settings

from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import VestingSchedule, build_schedule, calculate_vest_events
from assistant.errors import InputError
from tests.assistant.domain.strategies import grants


@given(grant=grants())
@settings(max_examples=150)
def test_the_fractions_of_a_grant_sum_to_one(grant: EquityGrant) -> None:
    events = calculate_vest_events(build_schedule(grant))
    assert abs(sum(event.fraction for event in events) - 1) < Decimal("1e-20")


@given(grant=grants())
@settings(max_examples=150)
def test_vests_come_in_order_after_the_cliff_and_never_late(grant: EquityGrant) -> None:
    schedule = build_schedule(grant)
    months = [event.month for event in calculate_vest_events(schedule)]
    assert months == sorted(set(months))
    assert months[0] >= schedule.cliff_months
    assert months[-1] <= schedule.months <= 12 * schedule.service_years


@pytest.mark.parametrize(("years", "schedule"), [(3, (25, 25, 25, 25)), ("3.5", (30, 30, 40)), (5, (100,))])
def test_years_and_schedule_that_do_not_fit_are_named(years: str | int, schedule: tuple[int, ...]) -> None:
    grant = EquityGrant(years=Decimal(years), schedule=tuple(map(Decimal, schedule)))
    with pytest.raises(InputError, match=rf"equity\[1\]\.schedule: lists {len(schedule)} years .* over {years}"):
        build_schedule(grant, "equity[1]")


def test_a_fraction_of_a_month_still_has_one_month() -> None:
    assert build_schedule(EquityGrant(years=Decimal("0.01"))).months == 1


def test_a_cliff_longer_than_the_grant_is_named() -> None:
    grant = EquityGrant(years=Decimal(1), cliff_months=18)
    with pytest.raises(InputError, match=r"^equity\[0\]\.cliff_months: is 18, longer than the grant of 12 months"):
        build_schedule(grant, "equity[0]")


def test_no_schedule_holds_a_cliff_longer_than_itself() -> None:
    with pytest.raises(InputError, match="cliff_months"):
        VestingSchedule(yearly_percents=(Decimal(100),), cliff_months=13)


def test_a_cliff_as_long_as_the_grant_pays_it_whole() -> None:
    schedule = build_schedule(EquityGrant(years=Decimal(2), cliff_months=24, frequency="monthly"))
    assert [(event.month, round(event.fraction, 20)) for event in calculate_vest_events(schedule)] == [(24, 1)]


def test_the_events_of_a_known_schedule_are_at_hand() -> None:
    grant = EquityGrant(years=Decimal(4), cliff_months=12, frequency="quarterly")
    seconds = min(timeit.repeat(lambda: calculate_vest_events(build_schedule(grant)), number=200, repeat=5)) / 200
    assert seconds < 20e-6
