"""Vesting: how much of a grant becomes the holder's, month by month and year by year."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.offer import EquityGrant, Frequency
from assistant.errors import InputError

MONTHS_BETWEEN_VESTS: dict[Frequency, int] = {
    "monthly": 1,
    "quarterly": 3,
    "semiannual": 6,
    "annual": 12,
}
DEFAULT_YEARS = 4


class VestingSchedule(BaseModel):
    """Percent vesting in each service year, a cliff, and how often a tranche vests.

    The last year may be shorter than twelve months; its last tranche vests at its end. A cliff holds
    back every tranche before it and pays them together with the first tranche on or after it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    yearly_percents: tuple[Decimal, ...] = Field(min_length=1)
    last_year_months: int = Field(default=12, ge=1, le=12)
    cliff_months: int = Field(default=0, ge=0)
    frequency: Frequency = "annual"
    assumptions: tuple[str, ...] = ()

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
        return -(-max(self.months, self.cliff_months) // 12)


class VestEvent(NamedTuple):
    """A tranche: `fraction` (0-1) of the grant vests at the end of month `month`."""

    month: int
    fraction: Decimal


def build_schedule(grant: EquityGrant, field: str = "equity") -> VestingSchedule:
    """The schedule of a grant; what it does not state is filled in and named in `assumptions`.

    Raises:
        InputError: the stated years and the stated schedule do not fit together.
    """
    assumptions = []
    if grant.years is not None:
        months = max(1, int((grant.years * 12).quantize(Decimal(1), ROUND_HALF_UP)))
    elif grant.schedule is not None:
        months = 12 * len(grant.schedule)
    else:
        months = 12 * DEFAULT_YEARS
        assumptions.append(f"No vesting period is stated: {DEFAULT_YEARS} years, the usual one, is assumed.")
    last_year_months = (months - 1) % 12 + 1
    service_years = (months - last_year_months) // 12 + 1
    if grant.schedule is None:
        assumptions.append("No vesting schedule is stated: equal parts over time are assumed.")
        percents = _even_percents(service_years, last_year_months)
    elif len(grant.schedule) == service_years:
        percents = _whole_percents(grant.schedule)
    else:
        raise InputError(
            f"{field}.schedule",
            f"lists {len(grant.schedule)} years but the grant is over {grant.years:g}: give one percent per year",
        )
    return VestingSchedule(
        yearly_percents=percents,
        last_year_months=last_year_months,
        cliff_months=grant.cliff_months or 0,
        frequency=grant.frequency or "annual",
        assumptions=tuple(assumptions),
    )


def _even_percents(service_years: int, last_year_months: int) -> tuple[Decimal, ...]:
    return _whole_percents((Decimal(12),) * (service_years - 1) + (Decimal(last_year_months),))


def _whole_percents(parts: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    total = sum(parts, Decimal(0))
    return tuple(part * 100 / total for part in parts)


def calculate_vest_events(schedule: VestingSchedule) -> tuple[VestEvent, ...]:
    """The tranches of a grant in order of time; their fractions sum to 1.

    >>> halves = VestingSchedule(yearly_percents=(Decimal(50), Decimal(50)), cliff_months=18)
    >>> [(event.month, str(event.fraction)) for event in calculate_vest_events(halves)]
    [(24, '1.0')]
    """
    events: list[VestEvent] = []
    held = Decimal(0)
    for month, fraction in _tranches(schedule):
        held += fraction
        if month >= schedule.cliff_months and held:
            events.append(VestEvent(month=month, fraction=held))
            held = Decimal(0)
    if held:
        events.append(VestEvent(month=schedule.cliff_months, fraction=held))
    return tuple(events)


def _tranches(schedule: VestingSchedule) -> list[tuple[int, Decimal]]:
    """Month and fraction of every tranche, as if there were no cliff."""
    step = MONTHS_BETWEEN_VESTS[schedule.frequency]
    tranches = []
    for year, percent in enumerate(schedule.yearly_percents):
        length = min(12, schedule.months - 12 * year)
        for begun in range(0, length, step):
            ended = min(begun + step, length)
            tranches.append((12 * year + ended, percent / 100 * (ended - begun) / length))
    return tranches
