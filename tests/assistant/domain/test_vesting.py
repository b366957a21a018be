from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import build_schedule, calculate_vest_events
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
    assert months[-1] <= max(schedule.months, schedule.cliff_months) <= 12 * schedule.service_years


@pytest.mark.parametrize(("years", "schedule"), [(3, (25, 25, 25, 25)), ("3.5", (30, 30, 40)), (5, (100,))])
def test_years_and_schedule_that_do_not_fit_are_named(years: str | int, schedule: tuple[int, ...]) -> None:
    grant = EquityGrant(years=Decimal(years), schedule=tuple(map(Decimal, schedule)))
    with pytest.raises(InputError, match=rf"equity\[1\]\.schedule: lists {len(schedule)} years .* over {years}"):
        build_schedule(grant, "equity[1]")


def test_a_fraction_of_a_month_still_has_one_month() -> None:
    assert build_schedule(EquityGrant(years=Decimal("0.01"))).months == 1
