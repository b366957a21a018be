"""Vesting: how much of a grant becomes the holder's, month by month and year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.domain.offer import EquityGrant, Frequency
from assistant.errors import InputError

MONTHS_BETWEEN_VESTS: dict[Frequency, int] = {
    "monthly": 1,
    "quarterly": 3,
    "semiannual": 6,
    "annual": 12,
}
DEFAULT_YEARS = 4
REMEMBERED = 4096
"""How many schedules and their events are kept; comparing offers asks for the same ones again and again."""
NO_PERIOD = f"No vesting period is stated: {DEFAULT_YEARS} years, the usual one, is assumed."
NO_SCHEDULE = "No vesting schedule is stated: equal parts over time are assumed."


class VestEvent(NamedTuple):
    """A tranche: `fraction` (0-1) of the grant vests at the end of month `month`."""

    month: int
    fraction: Decimal


def check_cliff(cliff_months: int, months: int, path: str = "") -> None:
    """Refuse a cliff that ends after the grant does.

    Args:
        cliff_months: length of the cliff.
        months: length of the grant.
        path: where the field stands, such as "equity[0].".

    Raises:
        InputError: the cliff is longer than the grant.
    """
    if cliff_months > months:
        raise InputError(
            f"{path}cliff_months",
            f"is {cliff_months}, longer than the grant of {months} months: nothing could vest before the grant ends",
        )


class VestingSchedule(BaseModel):
    """Percent vesting in each service year, a cliff, and how often a tranche vests.

    The last year may be shorter than twelve months; its last tranche vests at its end. A cliff holds
    back every tranche before it and pays them together with the first tranche on or after it.
    `yearly_frequencies` gives each service year a rhythm of its own; `tranches` states every tranche itself.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    yearly_percents: tuple[Decimal, ...] = Field(min_length=1)
    last_year_months: int = Field(default=12, ge=1, le=12)
    cliff_months: int = Field(default=0, ge=0)
    frequency: Frequency = "annual"
    yearly_frequencies: tuple[Frequency, ...] = ()
    tranches: tuple[VestEvent, ...] = ()
    assumptions: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _vest_in_time(self) -> Self:
        check_cliff(self.cliff_months, self.months)
        return self

    @property
    def months(self) -> int:
        """Length of the schedule."""
        return 12 * (len(self.yearly_percents) - 1) + self.last_year_months

    @property
    def years(self) -> Decimal:
        """Length of the schedule; 3.5 where the last year has six months."""
        return Decimal(self.months) / 12

    @property
    def service_years(self) -> int:
        """Service years until the last tranche has vested, the last one counted whole."""
        return len(self.yearly_percents)


def build_schedule(grant: EquityGrant, field: str = "equity") -> VestingSchedule:
    """The schedule of a grant; what it does not state is filled in and named in `assumptions`.

    Raises:
        InputError: the years and the schedule do not fit together, or the cliff is longer than the grant.
    """
    path = f"{field}." if field else ""
    return _fill_in(grant.years, grant.schedule, grant.cliff_months or 0, grant.frequency or "annual", path)


@lru_cache(maxsize=REMEMBERED)
def _fill_in(
    years: Decimal | None, schedule: tuple[Decimal, ...] | None, cliff_months: int, frequency: Frequency, path: str
) -> VestingSchedule:
    months, assumptions = _count_months(years, schedule)
    last_year_months = (months - 1) % 12 + 1
    service_years = (months - last_year_months) // 12 + 1
    if schedule is None:
        assumptions = (*assumptions, NO_SCHEDULE)
        percents = whole_percents((Decimal(12),) * (service_years - 1) + (Decimal(last_year_months),))
    elif len(schedule) == service_years:
        percents = whole_percents(schedule)
    else:
        raise InputError(
            f"{path}schedule",
            f"lists {len(schedule)} years but the grant is over {years:g}: give one percent per year",
        )
    check_cliff(cliff_months, months, path)
    step = MONTHS_BETWEEN_VESTS[frequency]
    if cliff_months % step and cliff_months < months:
        first = min(months, cliff_months + step - cliff_months % step)
        assumptions = (
            *assumptions,
            f"The cliff of {cliff_months} months is no vest date of the {frequency} rhythm: what it held back vests in "
            f"month {first}. State the frequency if it vests at the cliff.",
        )
    return VestingSchedule(
        yearly_percents=percents,
        last_year_months=last_year_months,
        cliff_months=cliff_months,
        frequency=frequency,
        assumptions=assumptions,
    )


def _count_months(years: Decimal | None, schedule: tuple[Decimal, ...] | None) -> tuple[int, tuple[str, ...]]:
    if years is not None:
        return max(1, int((years * 12).quantize(Decimal(1), ROUND_HALF_UP))), ()
    if schedule is not None:
        return 12 * len(schedule), ()
    return 12 * DEFAULT_YEARS, (NO_PERIOD,)


def whole_percents(parts: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Parts brought to a sum of 100.

    >>> [str(percent) for percent in whole_percents([Decimal(1), Decimal(3)])]
    ['25', '75']
    """
    total = sum(parts, Decimal(0))
    return tuple(part * 100 / total for part in parts)


@lru_cache(maxsize=REMEMBERED)
def calculate_vest_events(schedule: VestingSchedule) -> tuple[VestEvent, ...]:
    """The tranches of a grant in order of time; their fractions sum to 1.

    >>> halves = VestingSchedule(yearly_percents=(Decimal(50), Decimal(50)), cliff_months=18)
    >>> [(event.month, str(event.fraction)) for event in calculate_vest_events(halves)]
    [(24, '1.0')]
    """
    events: list[VestEvent] = []
    held = Decimal(0)
    for month, fraction in schedule.tranches or _tranches(schedule):
        held += fraction
        if month >= schedule.cliff_months and held:
            events.append(VestEvent(month, held))
            held = Decimal(0)
    return tuple(events)


def _tranches(schedule: VestingSchedule) -> Iterator[tuple[int, Decimal]]:
    """Month and fraction of every tranche, as if there were no cliff."""
    rhythms = schedule.yearly_frequencies or (schedule.frequency,) * schedule.service_years
    for year, (percent, rhythm) in enumerate(zip(schedule.yearly_percents, rhythms, strict=True)):
        step, length = MONTHS_BETWEEN_VESTS[rhythm], min(12, schedule.months - 12 * year)
        for begun in range(0, length, step):
            ended = min(begun + step, length)
            yield 12 * year + ended, percent / 100 * (ended - begun) / length
