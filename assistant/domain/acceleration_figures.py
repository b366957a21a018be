"""Acceleration figures: what vests early, what it is worth, and what the clause is worth before anybody is sold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from assistant.domain.acceleration import Chances, Clause, Trigger, Unvested, calculate_accelerated
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import LARGEST_AMOUNT, round_cents
from assistant.errors import InputError

RULE = "acceleration"
_figure = partial(build_figure, rule=RULE)
READABLE = 10
HUNDRED = Decimal(100)
ZERO = Decimal(0)

Inputs = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Acceleration:
    """A clause on what is unvested; `gain` is the value of one accelerated share, None where it is not known.

    Amounts in money are worth what they say: their gain is 1.
    """

    unvested: Unvested
    clause: Clause
    trigger: Trigger
    chances: Chances
    currency: str
    price: Decimal | None = None
    strike: Decimal | None = None

    @property
    def gain(self) -> Decimal | None:
        """Value of a unit that vests early."""
        if self.unvested.in_money:
            return Decimal(1)
        if not self.unvested.in_shares or self.price is None:
            return None
        return max(ZERO, self.price - (self.strike or ZERO))

    def value_of(self, amount: Decimal) -> Decimal | None:
        """Value of so many shares, or of so much money."""
        if self.gain is None:
            return None
        if amount * self.gain > LARGEST_AMOUNT:
            raise InputError("price_at_change", "times the shares is too large to be pay; check the zeros")
        return amount * self.gain


def list_acceleration_figures(acceleration: Acceleration) -> list[Figure]:
    """What is unvested, what vests early, its value, and its value before the event."""
    accelerated = calculate_accelerated(acceleration.unvested, acceleration.clause)
    return [
        *_percent_figures(acceleration, accelerated),
        *_share_figures(acceleration, accelerated),
        *_value_figures(acceleration, accelerated),
        *_expected_figures(acceleration, accelerated),
    ]


def _percent_figures(acceleration: Acceleration, accelerated: Decimal) -> Iterator[Figure]:
    unvested = acceleration.unvested
    if unvested.table is None:
        return
    left = unvested.fraction * HUNDRED
    early = left * accelerated / unvested.amount if unvested.amount else ZERO
    vested = {"vested_pct": round(HUNDRED - left, READABLE)}
    whole = {"unvested_pct": round(left, READABLE)}
    yield _percent("percent vested at the trigger", HUNDRED - left, "100 - unvested_pct", whole)
    yield _percent("percent unvested at the trigger", left, "100 - vested_pct", vested)
    amounts = {"accelerated": round(accelerated, READABLE), "unvested": round(unvested.amount, READABLE)}
    formula = "unvested_pct x accelerated / unvested" if unvested.amount else "0"
    yield _percent("percent of the grant accelerated", early, formula, whole | amounts)
    parts = vested | {"accelerated_pct": round(early, READABLE)}
    yield _percent("percent vested after acceleration", HUNDRED - left + early, "vested_pct + accelerated_pct", parts)


def _share_figures(acceleration: Acceleration, accelerated: Decimal) -> Iterator[Figure]:
    unvested, clause = acceleration.unvested, acceleration.clause
    if not unvested.in_shares:
        return
    amount = round(unvested.amount, READABLE)
    yield _figure("shares unvested at the trigger", amount, "shares", "as counted", {"as counted": amount})
    early = round(accelerated, READABLE)
    inputs = {"unvested shares": amount}
    if clause.rate is not None and clause.months is None and early == round(amount * clause.rate, READABLE):
        formula, inputs = "unvested shares x accelerated_pct / 100", inputs | {"accelerated_pct": clause.rate * HUNDRED}
    else:
        formula = f"the clause ({clause.words}) applied to the unvested shares"
    yield _figure("shares accelerated", early, "shares", formula, inputs)
    if unvested.table is None or not unvested.table.grant.shares:
        return
    whole = unvested.table.grant.shares
    held = whole - unvested.amount
    inputs = {"granted": whole, "unvested shares": amount}
    yield _figure("shares vested at the trigger", round(held, READABLE), "shares", "granted - unvested shares", inputs)
    inputs = {"vested shares": round(held, READABLE), "accelerated shares": early}
    after = round(held + accelerated, READABLE)
    yield _figure("shares vested after acceleration", after, "shares", "vested shares + accelerated shares", inputs)


def _value_figures(acceleration: Acceleration, accelerated: Decimal) -> Iterator[Figure]:
    unvested, gain = acceleration.unvested, acceleration.gain
    early, whole = acceleration.value_of(accelerated), acceleration.value_of(unvested.amount)
    if gain is None or early is None or whole is None:
        return
    if unvested.in_shares and acceleration.price is not None and acceleration.strike is not None:
        inputs = {"price": acceleration.price, "strike": acceleration.strike}
        formula = "max(0, price - strike)"
        yield _money(acceleration, "gain per share", gain, formula, inputs)
    if unvested.in_shares:
        shares = {"shares accelerated": round(accelerated, READABLE), "gain per share": round(gain, READABLE)}
        yield _money(acceleration, "value accelerated", early, "shares accelerated x gain per share", shares)
    else:
        rate = accelerated / unvested.amount * HUNDRED if unvested.amount else ZERO
        parts = {"unvested": round(unvested.amount, READABLE), "accelerated_pct": round(rate, READABLE)}
        yield _money(acceleration, "value accelerated", early, "unvested x accelerated_pct / 100", parts)
    rest = {"unvested": round(whole, READABLE), "accelerated": round(early, READABLE)}
    yield _money(acceleration, "value left unvested", whole - early, "unvested - accelerated", rest)
    lost = {"unvested": round(whole, READABLE)}
    yield _money(acceleration, "value lost without the clause", whole, "unvested", lost)


def _expected_figures(acceleration: Acceleration, accelerated: Decimal) -> Iterator[Figure]:
    early = acceleration.value_of(accelerated)
    chances, month = acceleration.chances, acceleration.unvested.month
    chance = chances.of(acceleration.trigger)
    inputs = {"change_of_control_pct": chances.change_of_control * HUNDRED}
    formula = "change_of_control_pct"
    if acceleration.trigger == "double":
        inputs |= {"termination_pct": chances.termination * HUNDRED}
        formula += " x termination_pct / 100"
    yield _percent("chance that the clause pays", chance * HUNDRED, formula, inputs)
    if early is None:
        return
    parts = {"value accelerated": round(early, READABLE), "chance_pct": chance * HUNDRED}
    formula = "value accelerated x chance_pct / 100"
    yield _money(acceleration, "expected value of the clause", early * chance, formula, parts)
    net = {"expected": round(early * chance, READABLE), "tax_pct": chances.tax_rate * HUNDRED}
    formula = "expected x (1 - tax_pct / 100)"
    after_tax = early * chance * (1 - chances.tax_rate)
    yield _money(acceleration, "expected value after tax", after_tax, formula, net)
    if chances.discount_rate:
        inputs = {"after tax": round(after_tax, READABLE), "discount_pct": chances.discount_rate * HUNDRED}
        inputs |= {"months": Decimal(month)}
        formula = "after tax / (1 + discount_pct / 100) ^ (months / 12)"
        present = chances.present(early * chance, month)
        yield _money(acceleration, "present value of the clause", present, formula, inputs)


def _percent(label: str, value: Decimal, formula: str, inputs: Inputs) -> Figure:
    return _figure(label, round(value, READABLE), "percent", formula, inputs)


def _money(acceleration: Acceleration, label: str, value: Decimal, formula: str, inputs: Inputs) -> Figure:
    return _figure(label, round_cents(value), acceleration.currency, formula, inputs)
