"""Calendar years: the pay of an offer by the year on the calendar, from its start date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.pay_stream import PayStream
from assistant.domain.service_time import add_months
from assistant.errors import InputError

RULE = "calendar_year"
ZERO = Decimal(0)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarPay:
    """Gross pay from `first` to `last`, both inclusive, within one calendar year."""

    first: date
    last: date
    base: Decimal
    bonus: Decimal
    sign_on: Decimal
    equity: Decimal

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.first.year

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.base + self.bonus + self.sign_on + self.equity


def split_by_calendar_year(stream: PayStream, start: date, bonus_month: int | None = None) -> tuple[CalendarPay, ...]:
    """The pay of every calendar year that the service years of the stream touch.

    Base counts by days; a raise starts on the anniversary. Sign-on is paid on the first day of its service year.
    Stock vests on the day of the month of the start. The bonus of a service year is paid on the anniversary that ends
    it; with `bonus_month`, on the first of that month for the calendar year before, by days in service.

    Raises:
        InputError: the years lie outside the calendar.
    """
    if start.year + len(stream.years) + 1 > date.max.year:
        raise InputError("start_date", "lies outside the calendar; check the year")
    last = _end_of_service(stream, start)
    return tuple(
        CalendarPay(
            first=max(start, date(year, 1, 1)),
            last=max(min(last, date(year, 12, 31)), date(year, 1, 1)),
            base=round_cents(_sum_days(stream, start, year, [pay.base for pay in stream.years])),
            bonus=round_cents(_bonus_paid(stream, start, year, bonus_month)),
            sign_on=sum(
                (pay.sign_on for pay in stream.years if add_months(start, 12 * (pay.year - 1)).year == year), ZERO
            ),
            equity=round_cents(_vested_in(stream, start, year)),
        )
        for year in range(start.year, (last + ONE_DAY).year + 1)
    )


def _end_of_service(stream: PayStream, start: date) -> date:
    return add_months(start, 12 * len(stream.years)) - ONE_DAY


def _segments(stream: PayStream, start: date, year: int) -> Iterator[tuple[int, int]]:
    """Service years (from 0) that a calendar year holds a part of, with the days of each."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    for index in range(len(stream.years)):
        begin = max(first, add_months(start, 12 * index))
        end = min(last, add_months(start, 12 * (index + 1)) - ONE_DAY)
        if begin <= end:
            yield index, (end - begin).days + 1


def count_days(year: int) -> int:
    """Days of a calendar year.

    >>> count_days(2028)
    366
    """
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def _sum_days(stream: PayStream, start: date, year: int, yearly: Sequence[Decimal]) -> Decimal:
    return sum((yearly[index] * days for index, days in _segments(stream, start, year)), ZERO) / count_days(year)


def _bonus_paid(stream: PayStream, start: date, year: int, bonus_month: int | None) -> Decimal:
    bonuses = [pay.bonus for pay in stream.years]
    if bonus_month is None:
        return sum((pay.bonus for pay in stream.years if add_months(start, 12 * pay.year).year == year), ZERO)
    if date(year, bonus_month, 1) > _end_of_service(stream, start):
        return ZERO
    return _sum_days(stream, start, year - 1, bonuses)


def _vested_in(stream: PayStream, start: date, year: int) -> Decimal:
    return sum(
        (value for month, value in enumerate(stream.vested) if value and add_months(start, month).year == year), ZERO
    )


def list_calendar_figures(
    stream: PayStream, start: date, pays: Sequence[CalendarPay], bonus_month: int | None = None
) -> Iterator[Figure]:
    """Total and parts of every calendar year, then what is paid from the start to the end of each."""
    for pay in pays:
        parts = {"base": pay.base, "bonus": pay.bonus, "sign-on": pay.sign_on, "vested stock": pay.equity}
        yield _figure(stream, pay, "total compensation", pay.total, "base + bonus + sign-on + vested stock", parts)
        if pay.base:
            yield _days_figure(stream, start, pay, "base salary", pay.base, "base")
        if pay.bonus and bonus_month is not None:
            yield _days_figure(stream, start, pay, "bonus", pay.bonus, "bonus", year=pay.year - 1)
        if pay.equity:
            yield _vest_figure(stream, start, pay)
    yield from _list_sums(stream, pays)


def _list_sums(stream: PayStream, pays: Sequence[CalendarPay]) -> Iterator[Figure]:
    paid: dict[str, Decimal] = {}
    for pay in pays:
        paid[f"calendar_year_{pay.year}"] = pay.total
        end = f"the end of {pay.year}" if (pay.last.month, pay.last.day) == (12, 31) else pay.last.isoformat()
        yield build_figure(
            f"paid from start to {end}",
            sum(paid.values(), ZERO),
            stream.offer.currency_code,
            formula=" + ".join(paid),
            rule=RULE,
            inputs=dict(paid),
        )


def _days_figure(
    stream: PayStream, start: date, pay: CalendarPay, name: str, value: Decimal, part: str, year: int | None = None
) -> Figure:
    counted = year or pay.year
    inputs = {"days_of_the_year": Decimal(count_days(counted))}
    terms = []
    for index, days in _segments(stream, start, counted):
        amount, share = f"service_year_{index + 1}_{part}", f"service_year_{index + 1}_days"
        inputs |= {amount: getattr(stream.years[index], part), share: Decimal(days)}
        terms.append(f"{amount} x {share}")
    formula = f"({' + '.join(terms)}) / days_of_the_year"
    return _figure(stream, pay, name, value, formula, inputs)


def _vest_figure(stream: PayStream, start: date, pay: CalendarPay) -> Figure:
    vests = {
        f"vest of month {month}": value
        for month, value in enumerate(stream.vested)
        if value and add_months(start, month).year == pay.year
    }
    return _figure(stream, pay, "vested stock", pay.equity, " + ".join(vests), vests)


def _figure(
    stream: PayStream, pay: CalendarPay, name: str, value: Decimal, formula: str, inputs: dict[str, Decimal]
) -> Figure:
    return build_figure(
        f"calendar year {pay.year} {name}",
        value,
        stream.offer.currency_code,
        formula=formula,
        rule=RULE,
        inputs=inputs,
    )


def name_calendar_assumptions(pays: Sequence[CalendarPay], bonus_month: int | None) -> Iterator[str]:
    """How pay was put on the calendar."""
    yield "Base counts by calendar days; sign-on is paid on the first day of its service year."
    yield "Stock vests on the start date's day of the month; a company with fixed vest dates shifts it."
    if bonus_month is None and any(pay.bonus for pay in pays):
        yield "The bonus of each service year is paid on the anniversary that ends it."
    elif bonus_month is not None:
        yield f"The bonus is paid on the first of month {bonus_month} for the calendar year before, by days in service."
    if (pays[-1].last.month, pays[-1].last.day) != (12, 31):
        end = f"{pays[-1].last}, the end of the service years shown"
        yield f"Calendar year {pays[-1].year} is counted to {end}, with what is due when they end."
