"""Vesting terms: schedules that are stated otherwise than by percents a year and one rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.offer import LONGEST_YEARS, Frequency
from assistant.domain.vesting import (
    MONTHS_BETWEEN_VESTS,
    VestEvent,
    VestingSchedule,
    check_cliff,
)
from assistant.errors import InputError

TOLERANCE = Decimal("0.5")
"""How far stated percents may be from 100 in sum, because each is rounded."""
LONGEST_MONTHS = 12 * LONGEST_YEARS


def build_tranche_schedule(tranches: Sequence[tuple[int, Decimal]], cliff_months: int = 0) -> VestingSchedule:
    """The schedule of tranches that are stated one by one, as month and percent of the grant.

    >>> build_tranche_schedule([(6, Decimal(40)), (18, Decimal(60))]).service_years
    2

    Raises:
        InputError: they do not sum to 100 %, a month lies outside 0 to 240, or the cliff is longer than the grant.
    """
    total = sum((percent for _, percent in tranches), Decimal(0))
    if abs(total - 100) > TOLERANCE:
        raise InputError("tranches", f"sum to {total.normalize():f} %, not 100 %: give the percent of every tranche")
    by_month: dict[int, Decimal] = {}
    for month, percent in sorted(item for item in tranches if item[1]):
        if not 0 <= month <= LONGEST_MONTHS:
            raise InputError("tranches", f"hold month {month}: months lie between 0 and {LONGEST_MONTHS}")
        by_month[month] = by_month.get(month, Decimal(0)) + percent / total
    months = max(1, *by_month)
    check_cliff(cliff_months, months)
    return _list_tranches([VestEvent(*item) for item in by_month.items()], months, cliff_months)


def _list_tranches(events: Sequence[VestEvent], months: int, cliff_months: int) -> VestingSchedule:
    years = -(-months // 12)
    percents = [Decimal(0)] * years
    for month, fraction in events:
        percents[max(0, month - 1) // 12] += fraction * 100
    return VestingSchedule(
        yearly_percents=tuple(percents),
        last_year_months=(months - 1) % 12 + 1,
        cliff_months=cliff_months,
        tranches=tuple(events),
    )


def build_cliff_schedule(months: int, cliff_months: int, cliff_pct: Decimal, frequency: Frequency) -> VestingSchedule:
    """The schedule of `cliff_pct` percent at the cliff and the rest in equal steps from there to the end.

    >>> from assistant.domain.vesting import calculate_vest_events
    >>> half = build_cliff_schedule(24, 12, Decimal(40), "semiannual")
    >>> [(event.month, str(event.fraction)) for event in calculate_vest_events(half)]
    [(12, '0.4'), (18, '0.3'), (24, '0.3')]

    Raises:
        InputError: there is no cliff, it is longer than the grant, or it leaves no time for the rest.
    """
    if cliff_months == 0:
        raise InputError("cliff_pct", "needs cliff_months: at which month does this percent vest")
    check_cliff(cliff_months, months)
    rest, length = 1 - cliff_pct / 100, months - cliff_months
    if rest and not length:
        raise InputError("cliff_pct", "leaves a rest but the grant ends with the cliff: give 100, or longer years")
    events = [VestEvent(cliff_months, cliff_pct / 100)] if cliff_pct else []
    step = MONTHS_BETWEEN_VESTS[frequency]
    for begun in range(0, length if rest else 0, step):
        ended = min(begun + step, length)
        events.append(VestEvent(cliff_months + ended, rest * (ended - begun) / length))
    return _list_tranches(events, months, cliff_months)


def with_yearly_frequencies(schedule: VestingSchedule, frequencies: Sequence[Frequency]) -> VestingSchedule:
    """The schedule with a rhythm for each service year.

    Raises:
        InputError: there is not one rhythm for each year.
    """
    if len(frequencies) != schedule.service_years:
        raise InputError(
            "frequency",
            f"lists {len(frequencies)} rhythms for {schedule.service_years} service years: give one, or one per year",
        )
    return schedule.model_copy(update={"yearly_frequencies": tuple(frequencies)})
