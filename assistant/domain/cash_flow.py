"""Cash flow: the figures of a plain list of payments, by period, on dates, or as a level or growing series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size, round_cents
from assistant.domain.present_value import Payment, calculate_present_value, date_payments, find_returns

RULE = "present_value"
ZERO = Decimal(0)
HALF = Decimal("0.5")
FINE = 6
LONGEST_SPELLED = 12

TODAY = "present value, first payment today"
NO_RETURN = "There is no internal rate of return: it needs payments in both directions."
NOT_FOUND = "No internal rate of return lies between -99 and 100,000 % a year."
SEVERAL = "The payments change direction more than once: no single one of the rates of return decides."


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Figures of a list of payments, and what to know about them."""

    figures: tuple[Figure, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """`payment` paid `a_year` times a year for some years, raised once a year, plus an amount today.

    `growth_rate` and the discount rate are fractions a year.
    """

    payment: Decimal
    years: int
    a_year: int = 1
    growth_rate: Decimal = ZERO
    amount_today: Decimal = ZERO

    def list_amounts(self) -> list[Decimal]:
        """Each payment in order, the amount of today left out."""
        amounts, payment = [], self.payment
        for _ in range(self.years):
            amounts += [payment] * self.a_year
            payment = check_size(payment * (1 + self.growth_rate))
        return amounts


def describe_amounts(amounts: Sequence[Decimal], rate: Decimal, currency: str) -> CashFlow:
    """Amounts a year apart, in the three usual timings: the first today, after one year, or in mid-year."""
    payments = [Payment(Decimal(place), amount) for place, amount in enumerate(amounts)]
    timings = (
        (TODAY, ZERO),
        ("present value, first payment after one year", Decimal(1)),
        ("present value, payments in mid-year", HALF),
    )
    figures = [_present_value(label, _shift(payments, by), rate, currency) for label, by in timings]
    return _finish(figures, payments, rate, currency)


def describe_dated(dated: Sequence[tuple[date, Decimal]], rate: Decimal, today: date, currency: str) -> CashFlow:
    """Payments on dates, valued on one of them in years of 365 days."""
    payments = date_payments(dated, today)
    figure = _present_value(f"present value on {today.isoformat()}", payments, rate, currency)
    return _finish([figure], payments, rate, currency)


def describe_series(series: Series, rate: Decimal, currency: str) -> CashFlow:
    """A level or growing series, its first payment at the end of the first period or today."""
    amounts, period = series.list_amounts(), Decimal(1) / series.a_year
    later = [Payment(place * period, amount) for place, amount in enumerate(amounts, start=1)]
    at_once = [Payment(ZERO, series.amount_today)] if series.amount_today else []
    unit = "year" if series.a_year == 1 else "period"
    figures = [
        _present_value(f"present value, first payment after one {unit}", [*at_once, *later], rate, currency),
        _present_value(TODAY, [*at_once, *_shift(later, -period)], rate, currency),
        _present_value(
            "present value, payments in mid-" + unit, [*at_once, *_shift(later, -period / 2)], rate, currency
        ),
    ]
    if series.a_year > 1 and rate:
        figures.append(_compounded(series, at_once, amounts, rate, currency))
    return _finish(figures, [*at_once, *later], rate, currency)


def _compounded(
    series: Series, at_once: Sequence[Payment], amounts: Sequence[Decimal], rate: Decimal, currency: str
) -> Figure:
    """The usual bank rate: a part of the yearly rate is compounded with each payment."""
    periods = [*at_once, *(Payment(Decimal(place), amount) for place, amount in enumerate(amounts, start=1))]
    value = calculate_present_value(periods, rate / series.a_year)
    return build_figure(
        f"present value, {(rate * 100).normalize():f} % a year compounded with each payment",
        round_cents(value),
        currency,
        formula="each payment / (1 + rate / payments_a_year) ^ its number, added up",
        rule=RULE,
        inputs={"rate": rate, "payments_a_year": Decimal(series.a_year), "payment": series.payment},
    )


def _shift(payments: Sequence[Payment], by: Decimal) -> list[Payment]:
    return [Payment(time + by, amount) for time, amount in payments]


def _present_value(label: str, payments: Sequence[Payment], rate: Decimal, currency: str) -> Figure:
    value = round_cents(calculate_present_value(payments, rate))
    formula, inputs = _spell_out(payments)
    return build_figure(label, value, currency, formula=formula, rule=RULE, inputs={"rate": rate, **inputs})


def _spell_out(payments: Sequence[Payment]) -> tuple[str, Mapping[str, Decimal]]:
    """The sum in the names of its inputs; a sentence where it would be too long to read."""
    if len(payments) > LONGEST_SPELLED:
        return "each payment / (1 + rate) ^ years until it, added up", {}
    inputs: dict[str, Decimal] = {}
    for number, (time, amount) in enumerate(payments, start=1):
        inputs |= {f"payment_{number}": amount, f"years_{number}": round(time, 12)}
    terms = [f"payment_{number} / (1 + rate) ^ years_{number}" for number in range(1, len(payments) + 1)]
    return " + ".join(terms), inputs


def _finish(figures: Sequence[Figure], payments: Sequence[Payment], rate: Decimal, currency: str) -> CashFlow:
    """The total, the value at the end and the rates of return after the present values."""
    last = max(time for time, _ in payments)
    total = sum((amount for _, amount in payments), ZERO)
    listed = [*figures, _total(payments, total, currency)]
    at_end = calculate_present_value(payments, rate) * (1 + rate) ** last
    listed.append(
        build_figure(
            "value at the time of the last payment",
            round_cents(at_end),
            currency,
            formula="each payment x (1 + rate) ^ years from it to the last one, added up",
            rule=RULE,
            inputs={"rate": rate},
        )
    )
    returns = find_returns(payments)
    return CashFlow(figures=(*listed, *_list_returns(returns)), warnings=_name_returns(payments, len(returns)))


def _total(payments: Sequence[Payment], total: Decimal, currency: str) -> Figure:
    inputs: dict[str, Decimal] = {}
    formula = "the sum of all payments"
    if len(payments) <= LONGEST_SPELLED:
        inputs = {f"payment_{number}": amount for number, (_, amount) in enumerate(payments, start=1)}
        formula = " + ".join(inputs)
    return build_figure(
        "total of the payments", round_cents(total), currency, formula=formula, rule=RULE, inputs=inputs
    )


def _list_returns(returns: Sequence[Decimal]) -> Iterator[Figure]:
    for number, found in enumerate(returns, start=1):
        yield build_figure(
            "internal rate of return" if len(returns) == 1 else f"internal rate of return {number}",
            round(found * 100, FINE),
            "percent",
            formula="the yearly rate at which the present value is zero",
            rule=RULE,
            inputs={},
        )


def _name_returns(payments: Sequence[Payment], count: int) -> tuple[str, ...]:
    if not any(amount < 0 for _, amount in payments) or not any(amount > 0 for _, amount in payments):
        return (NO_RETURN,)
    if count == 0:
        return (NOT_FOUND,)
    return (SEVERAL,) if count > 1 else ()
