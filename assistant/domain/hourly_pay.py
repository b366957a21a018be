"""Hourly pay: what a rate earns with overtime and unpaid time, and the rate behind a yearly pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.pay_period import DAYS_PER_WEEK, HOURS_PER_WEEK, WEEKS_PER_YEAR
from assistant.errors import InputError

RULE = "hourly_pay"
ZERO = Decimal(0)
OVERTIME_MULTIPLIER = Decimal("1.5")
DOUBLE = Decimal(2)
MONTHS = Decimal(12)
RATE_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """Hours of a week and weeks of a year. Overtime and double time come on top of `hours_per_week`.

    `unpaid_days` are holidays, leave or gaps without pay, in days of a five-day week; overtime is worked in
    `overtime_weeks` of the paid weeks, by default in all of them.
    """

    hours_per_week: Decimal = HOURS_PER_WEEK
    overtime_hours: Decimal = ZERO
    double_time_hours: Decimal = ZERO
    overtime_multiplier: Decimal = OVERTIME_MULTIPLIER
    weeks_per_year: Decimal = WEEKS_PER_YEAR
    unpaid_days: Decimal = ZERO
    overtime_weeks: Decimal | None = None

    @property
    def paid_weeks(self) -> Decimal:
        """Weeks that are paid."""
        return self.weeks_per_year - self.unpaid_days / DAYS_PER_WEEK

    @property
    def weeks_with_overtime(self) -> Decimal:
        """Weeks in which the overtime is worked."""
        return self.paid_weeks if self.overtime_weeks is None else self.overtime_weeks

    @property
    def extra_hours(self) -> Decimal:
        """Overtime and double time of a week, as hours at the plain rate."""
        return self.overtime_hours * self.overtime_multiplier + self.double_time_hours * DOUBLE

    @property
    def counted_hours(self) -> Decimal:
        """All hours of a year, as hours at the plain rate."""
        return self.paid_weeks * self.hours_per_week + self.weeks_with_overtime * self.extra_hours

    @property
    def worked_hours(self) -> Decimal:
        """All hours of a year as the clock counts them."""
        extra = self.overtime_hours + self.double_time_hours
        return self.paid_weeks * self.hours_per_week + self.weeks_with_overtime * extra


def check_working_year(year: WorkingYear) -> None:
    """Refuse a year in which nothing is paid, or more overtime weeks than paid ones.

    Raises:
        InputError: naming the field.
    """
    if year.paid_weeks <= 0:
        raise InputError("unpaid_days", f"leaves no paid weeks in {year.weeks_per_year:g}; give days, not hours")
    if year.weeks_with_overtime > year.paid_weeks:
        raise InputError("overtime_weeks", f"is more than the {year.paid_weeks:g} paid weeks there are")


def find_rate(yearly_pay: Decimal, year: WorkingYear) -> Decimal:
    """The rate an hour that comes to a yearly pay, unrounded.

    >>> int(find_rate(Decimal(104000), WorkingYear()))
    50
    """
    return yearly_pay / year.counted_hours


def calculate_hourly_pay(rate: Decimal, year: WorkingYear, currency: str = "USD") -> tuple[Figure, ...]:
    """Pay of a week, a month and a year at an hourly rate, with overtime apart.

    >>> [int(figure.value) for figure in calculate_hourly_pay(Decimal(50), WorkingYear())[:2]]
    [104000, 8666]

    Raises:
        InputError: nothing is paid, or more overtime weeks than paid ones.
    """
    check_working_year(year)
    book = _Book(currency)
    names = {"rate": rate, "hours_per_week": year.hours_per_week}
    regular, overtime = rate * year.hours_per_week, rate * year.extra_hours
    yearly = rate * year.counted_hours
    weeks = {"paid_weeks": year.paid_weeks}
    return (
        book.money("yearly pay", yearly, "regular_pay_a_year + overtime_pay_a_year", {
            "regular_pay_a_year": regular * year.paid_weeks,
            "overtime_pay_a_year": overtime * year.weeks_with_overtime,
        }),
        book.money("monthly pay", yearly / MONTHS, "yearly_pay / 12", {"yearly_pay": yearly}),
        book.money("bi-weekly pay", 2 * (regular + overtime), "2 x weekly_pay", {"weekly_pay": regular + overtime}),
        book.money("weekly pay", regular + overtime, "regular_pay + overtime_pay", {
            "regular_pay": regular, "overtime_pay": overtime,
        }),
        book.money("regular pay a week", regular, "rate x hours_per_week", names),
        book.money("regular pay a year", regular * year.paid_weeks, "rate x hours_per_week x paid_weeks",
                   names | weeks),
        book.count("paid weeks a year", year.paid_weeks, "weeks", "weeks_per_year - unpaid_days / 5", {
            "weeks_per_year": year.weeks_per_year, "unpaid_days": year.unpaid_days,
        }),
        book.count("paid hours a year", year.worked_hours, "hours",
                   "paid_weeks x hours_per_week + overtime_weeks x extra_hours", {
            "paid_weeks": year.paid_weeks, "hours_per_week": year.hours_per_week,
            "overtime_weeks": year.weeks_with_overtime, "extra_hours": year.overtime_hours + year.double_time_hours,
        }),
        book.money("average pay an hour", yearly / year.worked_hours, "yearly_pay / paid_hours", {
            "yearly_pay": yearly, "paid_hours": year.worked_hours,
        }),
        *_overtime_figures(rate, year, book),
        *_unpaid_figures(rate, year, book),
    )  # fmt: skip


def _overtime_figures(rate: Decimal, year: WorkingYear, book: _Book) -> Iterator[Figure]:
    if not year.extra_hours:
        return
    multiplier, weeks = year.overtime_multiplier, year.weeks_with_overtime
    week = {"rate": rate, "overtime_hours": year.overtime_hours, "overtime_multiplier": multiplier}
    formula = "rate x overtime_hours x overtime_multiplier"
    if year.double_time_hours:
        formula = f"{formula} + rate x double_time_hours x 2"
        week["double_time_hours"] = year.double_time_hours
        yield book.money("double-time rate", rate * DOUBLE, "rate x 2", {"rate": rate})
    if year.overtime_hours:
        names = {"rate": rate, "overtime_multiplier": multiplier}
        yield book.money("overtime rate", rate * multiplier, "rate x overtime_multiplier", names)
    pay = rate * year.extra_hours
    yield book.money("overtime pay a week", pay, formula, week)
    yield book.money(
        "overtime pay a year",
        pay * weeks,
        "overtime_pay_a_week x overtime_weeks",
        {"overtime_pay_a_week": pay, "overtime_weeks": weeks},
    )


def _unpaid_figures(rate: Decimal, year: WorkingYear, book: _Book) -> Iterator[Figure]:
    if year.unpaid_days:
        yield book.money(
            "pay lost to unpaid days a year",
            rate * year.hours_per_week * year.unpaid_days / DAYS_PER_WEEK,
            "rate x hours_per_week / 5 x unpaid_days",
            {"rate": rate, "hours_per_week": year.hours_per_week, "unpaid_days": year.unpaid_days},
        )


def rate_figure(yearly_pay: Decimal, year: WorkingYear, currency: str = "USD") -> Figure:
    """The rate that comes to a yearly pay.

    Raises:
        InputError: nothing is paid, or more overtime weeks than paid ones.
    """
    check_working_year(year)
    inputs = {
        "yearly_pay": yearly_pay,
        "paid_weeks": year.paid_weeks,
        "hours_per_week": year.hours_per_week,
        "overtime_weeks": year.weeks_with_overtime,
        "extra_hours_at_plain_rate": year.extra_hours,
    }
    formula = "yearly_pay / (paid_weeks x hours_per_week + overtime_weeks x extra_hours_at_plain_rate)"
    return _Book(currency).money("hourly rate needed", find_rate(yearly_pay, year), formula, inputs)


@dataclass(frozen=True, slots=True)
class _Book:
    """Writes figures of this rule in one currency."""

    currency: str

    def money(self, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
        return build_figure(label, round_cents(value), self.currency, formula=formula, rule=RULE, inputs=inputs)

    def count(self, label: str, value: Decimal, unit: str, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
        return build_figure(label, round(value, RATE_DECIMALS), unit, formula=formula, rule=RULE, inputs=inputs)
