"""Vesting: how much of a grant becomes the holder's, month by month and year by year."""

from __future__ import annotations

from decimal import Decimal

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

    The last year may be partial: `months` is the full length. A cliff holds back every tranche
    before it and pays them together with the first tranche on or after it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    yearly_percents: tuple[Decimal, ...]
    cliff_months: int = Field(default=0, ge=0)
    frequency: Frequency = "annual"
    assumptions: tuple[str, ...] = ()

    @property
    def years(self) -> int:
        """Service years the schedule covers."""
        return len(self.yearly_percents)


class VestEvent(BaseModel):
    """A tranche: `fraction` (0-1) of the grant vests at the end of month `month`."""

    model_config = ConfigDict(frozen=True)

    month: int
    fraction: Decimal


def build_schedule(grant: EquityGrant, field: str = "equity") -> VestingSchedule:
    """The schedule of a grant; what it does not state is filled in and named in `assumptions`.

    Raises:
        InputError: the stated years and the stated schedule do not fit together.
    """
    assumptions = []
    years = grant.years
    if grant.schedule is not None:
        if years is not None and int(years) != len(grant.schedule):
            raise InputError(
                f"{field}.schedule",
                f"lists {len(grant.schedule)} years but the grant is over {years:g}: "
                "give one percent per year",
            )
        total = sum(grant.schedule, Decimal(0))
        percents = tuple(part * 100 / total for part in grant.schedule)
    else:
        if years is None:
            years = Decimal(DEFAULT_YEARS)
            assumptions.append(
                f"No vesting period is stated: {DEFAULT_YEARS} years, the usual one, is assumed."
            )
        percents = _even_percents(years)
    return VestingSchedule(
        yearly_percents=percents,
        cliff_months=grant.cliff_months or 0,
        frequency=grant.frequency or "annual",
        assumptions=tuple(assumptions),
    )


def _even_percents(years: Decimal) -> tuple[Decimal, ...]:
    whole = int(years)
    rest = years - whole
    percents = [Decimal(100) / years] * whole
    return tuple(percents + [rest * 100 / years] if rest else percents)


def calculate_vest_events(schedule: VestingSchedule) -> tuple[VestEvent, ...]:
    """The tranches of a grant in order of time; their fractions sum to 1.

    >>> halves = VestingSchedule(yearly_percents=(Decimal(50), Decimal(50)), cliff_months=18)
    >>> [(event.month, str(event.fraction)) for event in calculate_vest_events(halves)]
    [(24, '1')]
    """
    step = MONTHS_BETWEEN_VESTS[schedule.frequency]
    events: list[VestEvent] = []
    held = Decimal(0)
    for year, percent in enumerate(schedule.yearly_percents):
        for part in range(12 // step):
            month = 12 * year + (part + 1) * step
            held += percent / 100 * step / 12
            if month >= schedule.cliff_months and held:
                events.append(VestEvent(month=month, fraction=held))
                held = Decimal(0)
    if held:
        events.append(VestEvent(month=schedule.cliff_months, fraction=held))
    return tuple(events)


def calculate_vested_fraction(schedule: VestingSchedule, month: int) -> Decimal:
    """Share (0-1) of the grant that has vested at the end of service month `month`."""
    events = calculate_vest_events(schedule)
    return sum((event.fraction for event in events if event.month <= month), Decimal(0))
