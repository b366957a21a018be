"""Pay periods: pay of an hour, a week, a month or any other period brought to a year, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents, to_json_number
from assistant.domain.offer import Offer, Period, StatedPay
from assistant.errors import InputError

RULE = "pay_period"
HOURS_PER_WEEK = Decimal(40)
DAYS_PER_WEEK = Decimal(5)
WEEKS_PER_YEAR = Decimal(52)
MONTHS = Decimal(12)
HALF_MONTHS = Decimal(24)
ONE = Decimal(1)
NAMES: dict[Period, str] = {
    "year": "yearly pay",
    "month": "monthly pay",
    "semi-month": "semi-monthly pay",
    "bi-week": "bi-weekly pay",
    "week": "weekly pay",
    "day": "daily pay",
    "hour": "hourly pay",
}
IN_WORDS: dict[Period, str] = {"semi-month": "half month", "bi-week": "two weeks"}


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """What a year of work holds: by default 52 weeks of five days and 40 hours, 12 salaries."""

    hours_per_week: Decimal = HOURS_PER_WEEK
    days_per_week: Decimal = DAYS_PER_WEEK
    weeks_per_year: Decimal = WEEKS_PER_YEAR
    monthly_salaries: Decimal = MONTHS
    hours_per_year: Decimal | None = None

    def count(self, period: Period) -> Decimal:
        """How many such periods are paid in a year.

        >>> WorkingTime(weeks_per_year=Decimal(50)).count("hour")
        Decimal('2000')
        """
        weeks = self.weeks_per_year
        counts: dict[Period, Decimal] = {
            "year": ONE,
            "month": self.monthly_salaries,
            "semi-month": HALF_MONTHS,
            "bi-week": weeks / 2,
            "week": weeks,
            "day": self.days_per_week * weeks,
            "hour": self.hours_per_year or self.hours_per_week * weeks,
        }
        return counts[period]


def count_periods(stated: StatedPay, field: str = "base_stated") -> Decimal:
    """How many periods of stated pay a year has: as stated, else the usual number.

    >>> count_periods(StatedPay(amount=Decimal(20), period="hour"))
    Decimal('2080')

    Raises:
        InputError: the number is stated in two ways, or hours are given for pay that is not by the hour.
    """
    hours, weeks = stated.hours_per_week, stated.weeks_per_year
    if stated.per_year is not None:
        if hours is not None or weeks is not None:
            raise InputError(f"{field}.per_year", "says the same as hours and weeks: give one of the two")
        return stated.per_year
    if hours is not None and stated.period != "hour":
        raise InputError(f"{field}.hours_per_week", f"does not fit pay by the {stated.period}: leave it out")
    return WorkingTime(hours_per_week=hours or HOURS_PER_WEEK, weeks_per_year=weeks or WEEKS_PER_YEAR).count(
        stated.period
    )


def fill_base(offer: Offer) -> Offer:
    """The offer with the yearly base that its stated pay comes to; unchanged where a yearly base is stated.

    >>> fill_base(Offer(base_stated=StatedPay(amount=Decimal(15000), period="month"))).base_annual
    Decimal('180000.00')

    Raises:
        InputError: the number of periods is stated in two ways.
    """
    stated = offer.base_stated
    if offer.base_annual is not None or stated is None:
        return offer
    return offer.model_copy(update={"base_annual": round_cents(stated.amount * count_periods(stated))})


def name_period_assumption(offer: Offer) -> str | None:
    """What was assumed to bring the stated pay to a year, or None where nothing was."""
    stated = offer.base_stated
    if stated is None or stated.period == "year" or _is_counted(stated):
        return None
    count = count_periods(stated)
    if offer.base_annual != round_cents(stated.amount * count):
        return None
    period = IN_WORDS.get(stated.period, stated.period)
    return f"Base is stated by the {period}: {to_json_number(count):,} a year are assumed."


def _is_counted(stated: StatedPay) -> bool:
    return any(value is not None for value in (stated.per_year, stated.hours_per_week, stated.weeks_per_year))


def calculate_pay_periods(amount: Decimal, period: Period, time: WorkingTime, currency: str) -> tuple[Figure, ...]:
    """Pay of one period as pay of every period, the year first.

    A month is a twelfth of the year, whatever the number of salaries; a salary of more or fewer than twelve has
    a figure of its own.
    """
    yearly = amount * time.count(period)
    given = _yearly_figure(amount, period, time, currency)
    return given, *_part_figures(yearly, time, currency)


def _yearly_figure(amount: Decimal, period: Period, time: WorkingTime, currency: str) -> Figure:
    count = time.count(period)
    formula, inputs = "amount x periods_per_year", {"amount": amount, "periods_per_year": count}
    if period == "year":
        formula = "amount"
        del inputs["periods_per_year"]
    elif period == "hour" and time.hours_per_year is None:
        formula = "amount x hours_per_week x weeks_per_year"
        inputs = {"amount": amount, "hours_per_week": time.hours_per_week, "weeks_per_year": time.weeks_per_year}
    return build_figure(NAMES["year"], round_cents(amount * count), currency, formula=formula, rule=RULE, inputs=inputs)


def _part_figures(yearly: Decimal, time: WorkingTime, currency: str) -> Iterator[Figure]:
    salaries = time.monthly_salaries
    parts = {name: time.count(period) for period, name in NAMES.items() if period not in ("year", "month")}
    named = {NAMES["month"]: MONTHS, **parts}
    if salaries != MONTHS:
        named = {f"each of {to_json_number(salaries)} monthly salaries": salaries, **named}
    for label, count in named.items():
        yield build_figure(
            label,
            round_cents(yearly / count),
            currency,
            formula="yearly_pay / periods_per_year",
            rule=RULE,
            inputs={"yearly_pay": yearly, "periods_per_year": count},
        )
