"""Equity value: a grant taken apart into vesting, growth, staying, tax and discount, and what each adds or takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.money import LARGEST_AMOUNT, round_cents
from assistant.domain.share_price import growth_factor
from assistant.domain.vesting import VestEvent, VestingSchedule, calculate_vest_events
from assistant.errors import InputError

ZERO = Decimal(0)
ONE = Decimal(1)
LOWEST_GROWTH = Decimal("-0.99")
HIGHEST_GROWTH = Decimal(10)
HALVINGS = 100


@dataclass(frozen=True, slots=True)
class EquityOutlook:
    """What is assumed about a grant, as fractions; the default changes nothing.

    `growth_rate` moves the price a year. `stay_rate` is the chance of staying each further year. `tax_rate` is
    taken off every vest. `discount_rate` a year brings a vest to today. `horizon_months` is when the person leaves;
    None, or later than the grant ends, is its end.
    """

    growth_rate: Decimal = ZERO
    stay_rate: Decimal = ONE
    tax_rate: Decimal = ZERO
    discount_rate: Decimal = ZERO
    horizon_months: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One factor: the value before it times `factor` is `value`, unrounded."""

    name: str
    factor: Decimal
    value: Decimal
    change: Decimal


@dataclass(frozen=True, slots=True)
class EquityValue:
    """A grant under an outlook. `steps` are grant, vesting, growth, staying, tax, discount; the last holds the result.

    `vests` are those within `horizon_months`.
    """

    grant: Decimal
    outlook: EquityOutlook
    horizon_months: int
    vests: tuple[VestEvent, ...]
    steps: tuple[Step, ...]

    def value_after(self, name: str) -> Decimal:
        """Value after a step."""
        return next(step.value for step in self.steps if step.name == name)

    def factor_of(self, name: str) -> Decimal:
        """Factor of a step."""
        return next(step.factor for step in self.steps if step.name == name)

    @property
    def at_the_end(self) -> Decimal:
        """The other way to count: what has vested by the horizon, all of it grown until then."""
        return self.value_after("vesting") * growth_factor(self.outlook.growth_rate, self.horizon_months)

    @property
    def stepping_up(self) -> Decimal:
        """A third way: year 1 at today's price, growth once a year from year 2."""
        rate = self.outlook.growth_rate
        parts = (vest.fraction * growth_factor(rate, 12 * (max(0, vest.month - 1) // 12)) for vest in self.vests)
        return self.grant * sum(parts, ZERO)


def calculate_equity_value(grant: Decimal, schedule: VestingSchedule, outlook: EquityOutlook) -> EquityValue:
    """What a grant is worth, factor by factor, with growth counted up to each vest.

    >>> halves = VestingSchedule(yearly_percents=(Decimal(50), Decimal(50)))
    >>> value = calculate_equity_value(Decimal(1000), halves, EquityOutlook(growth_rate=Decimal("0.1")))
    >>> [str(step.value.normalize()) for step in value.steps[:3]]
    ['1E+3', '1E+3', '1155']

    Raises:
        InputError: growth makes amounts that no grant can have.
    """
    horizon = min(schedule.months, outlook.horizon_months or schedule.months)
    vests = tuple(vest for vest in calculate_vest_events(schedule) if vest.month <= horizon)
    if grant * growth_factor(max(ZERO, outlook.growth_rate), horizon) > LARGEST_AMOUNT:
        raise InputError("growth_pct", "gives amounts too large to be pay; check it")
    return EquityValue(grant, outlook, horizon, vests, tuple(_steps(grant, vests, outlook)))


def _steps(grant: Decimal, vests: tuple[VestEvent, ...], outlook: EquityOutlook) -> Iterator[Step]:
    moves: tuple[tuple[str, Callable[[VestEvent], Decimal]], ...] = (
        ("vesting", lambda vest: ONE),
        ("growth", lambda vest: growth_factor(outlook.growth_rate, vest.month)),
        ("staying", lambda vest: _power(outlook.stay_rate, vest.month)),
        ("tax", lambda vest: 1 - outlook.tax_rate),
        ("discount", lambda vest: 1 / growth_factor(outlook.discount_rate, vest.month)),
    )
    yield Step("grant", ONE, grant, grant)
    before, parts = grant, [grant * vest.fraction for vest in vests]
    for name, move in moves:
        parts = [part * move(vest) for part, vest in zip(parts, vests, strict=True)]
        value = sum(parts, ZERO)
        yield Step(name, value / before if before else ZERO, value, value - before)
        before = value


def _power(rate: Decimal, months: int) -> Decimal:
    """(rate) ^ (months / 12), also for a rate of zero."""
    return growth_factor(rate - 1, months) if rate else Decimal(months == 0)


def yearly_rate(total_rate: Decimal, months: int) -> Decimal:
    """The growth a year that makes up a total growth over some months.

    >>> round(yearly_rate(Decimal("0.21"), 24), 10)
    Decimal('0.1000000000')
    """
    return (1 + total_rate) ** (Decimal(12) / months) - 1


def find_growth(
    wanted_net: Decimal, grant: Decimal, schedule: VestingSchedule, outlook: EquityOutlook
) -> Decimal | None:
    """The growth a year at which tax leaves `wanted_net`, between -99 % and +1,000 %; None outside.

    >>> whole = VestingSchedule(yearly_percents=(Decimal(100),))
    >>> round(find_growth(Decimal(120), Decimal(100), whole, EquityOutlook()), 6)
    Decimal('0.200000')
    """

    def net(rate: Decimal) -> Decimal:
        moved = EquityOutlook(rate, outlook.stay_rate, outlook.tax_rate, ZERO, outlook.horizon_months)
        return calculate_equity_value(grant, schedule, moved).value_after("tax")

    low, high = LOWEST_GROWTH, HIGHEST_GROWTH
    if not net(low) <= wanted_net <= net(high) or net(low) == net(high):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if net(middle) < wanted_net else (low, middle)
        if round_cents(net(high)) == round_cents(net(low)) and high - low < Decimal("1e-12"):
            break
    return high
