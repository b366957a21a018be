"""Pay share: a part of a yearly salary, by hours or days, without what no month pays, in another currency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.pay_period import MONTHS, WorkingTime
from assistant.errors import InputError

RULE = "pay_period"
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class FixedPart:
    """What of a yearly package is no fixed pay: `left_out` amounts and `left_out_pct` percent of it."""

    left_out: Sequence[Decimal] = ()
    left_out_pct: Decimal = Decimal(0)


def calculate_part_time(yearly: Decimal, part_pct: Decimal, currency: str) -> Iterator[Figure]:
    """Pay of a part of a full-time job.

    >>> [str(figure.value) for figure in calculate_part_time(Decimal(52000), Decimal(60), "GBP")]
    ['31200.00', '2600.00']
    """
    inputs = {"full_time_pay": yearly, "part_pct": part_pct}
    paid = round_cents(yearly * part_pct / HUNDRED)
    yield build_figure("part-time pay a year", paid, currency, "full_time_pay x part_pct / 100", inputs, rule=RULE)
    yield _a_month("part-time pay a month", paid, currency)


def calculate_at_hours(yearly: Decimal, time: WorkingTime, new_hours: Decimal, currency: str) -> Iterator[Figure]:
    """Yearly pay at other weekly hours and the same pay an hour.

    >>> time = WorkingTime(hours_per_week=Decimal(32))
    >>> [str(figure.value) for figure in calculate_at_hours(Decimal(60000), time, Decimal(40), "USD")]
    ['75000.00']
    """
    inputs = {"yearly_pay": yearly, "hours_per_week": time.hours_per_week, "new_hours_per_week": new_hours}
    formula = "yearly_pay x new_hours_per_week / hours_per_week"
    value = round_cents(yearly * new_hours / time.hours_per_week)
    label = f"yearly pay at {new_hours.normalize():f} hours a week"
    yield build_figure(label, value, currency, formula, inputs, rule=RULE)


def calculate_days(yearly: Decimal, time: WorkingTime, days: Decimal, currency: str) -> Iterator[Figure]:
    """What so many working days are paid: the worth of more vacation, or the cost of unpaid leave.

    >>> [str(figure.value) for figure in calculate_days(Decimal(104000), WorkingTime(), Decimal(10), "USD")]
    ['4000.00']
    """
    inputs = {"yearly_pay": yearly, "days": days, "working_days_a_year": time.count("day")}
    value = round_cents(yearly * days / time.count("day"))
    label = f"pay of {days.normalize():f} working days"
    yield build_figure(label, value, currency, "yearly_pay x days / working_days_a_year", inputs, rule=RULE)


def calculate_fixed(yearly: Decimal, fixed: FixedPart, currency: str) -> Iterator[Figure]:
    """The fixed pay in a package (a cost to company): without variable pay and what the employer pays elsewhere.

    >>> parts = FixedPart((Decimal(280000), Decimal(120000)))
    >>> [str(figure.value) for figure in calculate_fixed(Decimal(2800000), parts, "INR")]
    ['2400000.00', '200000.00']

    Raises:
        InputError: the parts left out are more than the package.
    """
    inputs = {"package": yearly, "left_out_pct": fixed.left_out_pct}
    names = []
    for number, amount in enumerate(fixed.left_out, start=1):
        inputs[f"left_out_{number}"] = amount
        names.append(f" - left_out_{number}")
    value = round_cents(yearly * (HUNDRED - fixed.left_out_pct) / HUNDRED - sum(fixed.left_out, Decimal(0)))
    if value < 0:
        raise InputError("left_out", "comes to more than the whole package: check the amounts")
    formula = f"package x (100 - left_out_pct) / 100{''.join(names)}"
    yield build_figure("fixed pay a year", value, currency, formula, inputs, rule=RULE)
    yield _a_month("fixed pay a month", value, currency)


def calculate_exchange(amount: Decimal, rate: Decimal, currency: str) -> Iterator[Figure]:
    """An amount in another currency.

    >>> [str(figure.value) for figure in calculate_exchange(Decimal(85000), Decimal("1.08"), "USD")]
    ['91800.00']

    Args:
        amount: in its own currency.
        rate: what one unit of it costs in `currency`.
        currency: the currency wanted.
    """
    inputs = {"amount": amount, "exchange_rate": rate}
    label = f"the same in {currency}"
    yield build_figure(label, round_cents(amount * rate), currency, "amount x exchange_rate", inputs, rule=RULE)


def _a_month(label: str, yearly: Decimal, currency: str) -> Figure:
    inputs = {"yearly_pay": yearly, "months": MONTHS}
    return build_figure(label, round_cents(yearly / MONTHS), currency, "yearly_pay / months", inputs, rule=RULE)
