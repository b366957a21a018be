"""Contingent raise: what a raise or bonus is worth that comes only if a target is met and the promise is kept.

The raise is paid from month `from_month` + 1 to the end of the stay. Rates are fractions; a discount rate and the
chance of staying are per year and count up to the end of each month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "contingent_raise"
_figure = partial(build_figure, rule=RULE)
ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
YEAR = 12
PERCENT_DECIMALS = 4
READABLE_DECIMALS = 10
CHANCES = range(10, 101, 10)


@dataclass(frozen=True, slots=True)
class Horizon:
    """How long pay counts and what it is worth: `stay_rate` is the chance of still being there a year later."""

    stay_months: int = 48
    discount_rate: Decimal = ZERO
    stay_rate: Decimal = ONE
    tax_rate: Decimal = ZERO

    @property
    def is_plain(self) -> bool:
        """Whether a year counts as a year: no discounting and a certain stay."""
        return not self.discount_rate and self.stay_rate == 1


@dataclass(frozen=True, slots=True)
class Promise:
    """A raise of `amount` a year, or one payment of it with `once`, after `from_month` months.

    `met_rate` is the chance that the target is met (None = not said), `honoured_rate` that the promise is kept then.
    """

    amount: Decimal
    from_month: int
    once: bool = False
    met_rate: Decimal | None = None
    honoured_rate: Decimal = ONE


@dataclass(frozen=True, slots=True)
class SureThing:
    """What could be had for certain instead: a raise a year from a month on, and money at once."""

    raise_amount: Decimal = ZERO
    from_month: int = 0
    at_once: Decimal = ZERO


def count_years(horizon: Horizon, from_month: int) -> Decimal:
    """Years of pay from `from_month` to the end of the stay, each month by its chance and discount.

    >>> count_years(Horizon(stay_months=48), 6)
    Decimal('3.5')
    """
    if horizon.is_plain:
        return Decimal(max(0, horizon.stay_months - from_month)) / YEAR
    factor = (horizon.stay_rate / (1 + horizon.discount_rate)) ** (ONE / YEAR) if horizon.stay_rate else ZERO
    months = range(from_month + 1, horizon.stay_months + 1)
    return sum((factor**month for month in months), ZERO) / YEAR


def weigh_payment(horizon: Horizon, month: int) -> Decimal:
    """What one dollar paid after `month` months counts: chance of being there times discount.

    >>> weigh_payment(Horizon(discount_rate=Decimal("0.25")), 12)
    Decimal('0.8')
    """
    if not month or horizon.is_plain:
        return ONE
    factor = horizon.stay_rate / (1 + horizon.discount_rate)
    return factor ** (Decimal(month) / YEAR) if factor else ZERO


def value_if_paid(promise: Promise, horizon: Horizon) -> Decimal:
    """What the promise is worth over the stay if it is certain, after tax, unrounded."""
    weight = (weigh_payment if promise.once else count_years)(horizon, promise.from_month)
    return promise.amount * weight * (1 - horizon.tax_rate)


def expected_value(promise: Promise, horizon: Horizon, chance: Decimal) -> Decimal:
    """What the promise is worth over the stay at this chance (0-1) of being paid, unrounded; linear in the chance.

    >>> expected_value(Promise(Decimal(28500), 6), Horizon(48), Decimal("0.48"))
    Decimal('47880.000')
    """
    return chance * value_if_paid(promise, horizon)


def value_sure(sure: SureThing, horizon: Horizon) -> Decimal:
    """What the sure alternative is worth over the stay after tax, unrounded."""
    return (sure.raise_amount * count_years(horizon, sure.from_month) + sure.at_once) * (1 - horizon.tax_rate)


def break_even_chance(promise: Promise, horizon: Horizon, sure: SureThing) -> Decimal:
    """The chance (as a fraction, perhaps above 1) at which promise and sure alternative are worth the same.

    >>> round(break_even_chance(Promise(Decimal(28500), 6), Horizon(48), SureThing(Decimal(10000))), 4)
    Decimal('0.4010')

    Raises:
        InputError: the promise pays nothing within the stay.
    """
    paid = value_if_paid(promise, horizon)
    if not paid:
        raise InputError(
            "raise_amount", "the promise pays nothing within the stay, so no chance makes it worth anything"
        )
    return value_sure(sure, horizon) / paid


def promise_figures(promise: Promise, horizon: Horizon, currency: str) -> Iterator[Figure]:
    """The promise over the stay: if it is certain, and at its chance; the sure raise worth the same."""
    paid = round_cents(value_if_paid(promise, horizon))
    yield from weight_figures(promise, horizon)
    formula, inputs = weight_terms(promise, horizon)
    yield _figure("value over the stay if it is paid", paid, currency, formula, inputs)
    if not promise.once:
        yield from _wait_figures(promise, horizon, currency)
    if promise.met_rate is not None:
        yield from _expected_figures(promise, horizon, currency)


def weight_figures(promise: Promise, horizon: Horizon) -> Iterator[Figure]:
    """How much time, or of one payment, counts; none where a year counts as a year."""
    if horizon.is_plain:
        return
    name, _, inputs = _weigh_amount(promise, horizon)
    unit, label = "years", "years of the raise that count"
    sentence = "sum over the months of chance of staying x discount / 12"
    if promise.once:
        unit, label = "ratio", "weight of the one-time payment"
        sentence = "(stay_chance_pct / 100 / (1 + discount_pct / 100)) ^ (from_month / 12)"
    yield _figure(label, inputs[name], unit, sentence, _time_inputs(promise, horizon))


def weight_terms(promise: Promise, horizon: Horizon) -> tuple[str, dict[str, Decimal]]:
    """Formula and inputs of what the promise is worth over the stay once it is paid, after tax."""
    _, formula, inputs = _weigh_amount(promise, horizon)
    if horizon.tax_rate:
        formula, inputs["tax_pct"] = f"{formula} x (1 - tax_pct / 100)", horizon.tax_rate * HUNDRED
    return formula, inputs


def _weigh_amount(promise: Promise, horizon: Horizon) -> tuple[str, str, dict[str, Decimal]]:
    """Name of the weight ("" where it is plain time), formula and inputs of the amount by its weight."""
    if horizon.is_plain and promise.once:
        return "", "payment", {"payment": promise.amount}
    if horizon.is_plain:
        inputs = {
            "raise_a_year": promise.amount,
            "stay_months": Decimal(horizon.stay_months),
            "from_month": Decimal(promise.from_month),
        }
        return "", "raise_a_year x max(0, stay_months - from_month) / 12", inputs
    if promise.once:
        weight = round(weigh_payment(horizon, promise.from_month), READABLE_DECIMALS)
        return "weight", "payment x weight", {"payment": promise.amount, "weight": weight}
    years = round(count_years(horizon, promise.from_month), READABLE_DECIMALS)
    return "years_counted", "raise_a_year x years_counted", {"raise_a_year": promise.amount, "years_counted": years}


def _time_inputs(promise: Promise, horizon: Horizon) -> dict[str, Decimal]:
    return {
        "from_month": Decimal(promise.from_month),
        "stay_months": Decimal(horizon.stay_months),
        "discount_pct": horizon.discount_rate * HUNDRED,
        "stay_chance_pct": horizon.stay_rate * HUNDRED,
    }


def _wait_figures(promise: Promise, horizon: Horizon, currency: str) -> Iterator[Figure]:
    """What the months before the raise cost against the same raise from the first day."""
    at_once = round_cents(value_if_paid(Promise(promise.amount, 0), horizon))
    later = round_cents(value_if_paid(promise, horizon))
    both = {"value_from_first_day": at_once, "value_from_month": later}
    formula = "value_from_first_day - value_from_month"
    yield _figure("lost by the wait even if it is paid", at_once - later, currency, formula, both)


def _expected_figures(promise: Promise, horizon: Horizon, currency: str) -> Iterator[Figure]:
    met, honoured = (promise.met_rate or ZERO), promise.honoured_rate
    rates = {"met_pct": met * HUNDRED, "honoured_pct": honoured * HUNDRED}
    chance = met * honoured
    yield _figure(
        "chance that it is paid",
        round(chance * HUNDRED, PERCENT_DECIMALS),
        "percent",
        "met_pct x honoured_pct / 100",
        rates,
    )
    factor = "met_pct / 100 x honoured_pct / 100"
    name = "payment" if promise.once else "raise_a_year"
    label = "expected one-time payment" if promise.once else "expected raise a year"
    yield _figure(
        label,
        round_cents(promise.amount * chance),
        currency,
        f"{name} x {factor}",
        {name: promise.amount, **rates},
    )
    expected = round_cents(expected_value(promise, horizon, chance))
    paid = round(value_if_paid(promise, horizon), READABLE_DECIMALS)
    yield _figure(
        "expected value of the promise",
        expected,
        currency,
        f"value_if_paid x {factor}",
        {"value_if_paid": paid, **rates},
    )
    years = count_years(horizon, 0)
    kept = years * (1 - horizon.tax_rate)
    if kept:
        inputs = {"expected_value": expected, "years_counted": round(years, READABLE_DECIMALS)}
        formula = "expected_value / years_counted"
        if horizon.tax_rate:
            inputs["tax_pct"] = horizon.tax_rate * HUNDRED
            formula += " / (1 - tax_pct / 100)"
        label = "sure raise a year from the first day worth the same"
        yield _figure(label, round_cents(expected / kept), currency, formula, inputs)


def sure_value_figure(horizon: Horizon, sure: SureThing, currency: str) -> Figure:
    """What the sure alternative is worth over the stay after tax."""
    value = round_cents(value_sure(sure, horizon))
    years = round(count_years(horizon, sure.from_month), READABLE_DECIMALS)
    inputs = {"sure_raise": sure.raise_amount, "years_counted": years, "sure_at_once": sure.at_once}
    formula = "sure_raise x years_counted + sure_at_once"
    if horizon.tax_rate:
        formula, inputs["tax_pct"] = f"({formula}) x (1 - tax_pct / 100)", horizon.tax_rate * HUNDRED
    return _figure("value of the sure alternative", value, currency, formula, inputs)


def sure_figures(promise: Promise, horizon: Horizon, sure: SureThing, currency: str) -> Iterator[Figure]:
    """The sure alternative, the chance at which both are worth the same, and the difference at the stated chance.

    Raises:
        InputError: the promise pays nothing within the stay.
    """
    value = round_cents(value_sure(sure, horizon))
    yield sure_value_figure(horizon, sure, currency)
    chance = break_even_chance(promise, horizon, sure) * HUNDRED
    both = {
        "sure_value": round(value_sure(sure, horizon), READABLE_DECIMALS),
        "value_if_paid": round(value_if_paid(promise, horizon), READABLE_DECIMALS),
    }
    label = "break-even chance that it is paid"
    yield _figure(label, round(chance, PERCENT_DECIMALS), "percent", "100 x sure_value / value_if_paid", both)
    if 0 < promise.honoured_rate < 1:
        honoured = promise.honoured_rate * HUNDRED
        formula = "100 x sure_value / value_if_paid / (honoured_pct / 100)"
        needed = round(chance / promise.honoured_rate, PERCENT_DECIMALS)
        label = "break-even chance of meeting the target"
        yield _figure(label, needed, "percent", formula, {**both, "honoured_pct": honoured})
    if promise.met_rate is not None:
        expected = round_cents(expected_value(promise, horizon, promise.met_rate * promise.honoured_rate))
        pair = {"expected_value": expected, "sure_value": value}
        yield _figure(
            "promise less the sure alternative", expected - value, currency, "expected_value - sure_value", pair
        )


def list_chances(promise: Promise, horizon: Horizon) -> Iterator[Mapping[str, Decimal]]:
    """Expected value and the sure raise worth the same at chances of 10 to 100 % of being paid."""
    kept = count_years(horizon, 0) * (1 - horizon.tax_rate)
    for chance in CHANCES:
        value = expected_value(promise, horizon, Decimal(chance) / HUNDRED)
        row = {"chance_pct": Decimal(chance), "expected_value": round_cents(value)}
        yield row | ({"same_as_sure_raise": round_cents(value / kept)} if kept else {})
