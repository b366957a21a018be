"""Percent change: an amount raised or cut by a percent, and the percent between two amounts, once or over years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "percent_change"
HUNDRED = Decimal(100)
ONE = Decimal(1)


def calculate_change(amount: Decimal, change_pct: Decimal, years: int, currency: str) -> Iterator[Figure]:
    """The amount after the change, every year on top of the last when there are several years.

    >>> [str(figure.value) for figure in calculate_change(Decimal(200000), Decimal(-30), 1, "USD")]
    ['140000.00', '-60000.00']
    """
    inputs: dict[str, Decimal] = {"amount": amount, "change_pct": change_pct}
    formula = "amount x (1 + change_pct / 100)"
    if years > 1:
        inputs, formula = inputs | {"years": Decimal(years)}, f"{formula} ^ years"
    after = amount * (ONE + change_pct / HUNDRED) ** years
    label = f"amount after {years} years" if years > 1 else "new amount"
    yield build_figure(label, round_cents(after), currency, formula, inputs, rule=RULE)
    yield build_figure("change", round_cents(after - amount), currency, f"{formula} - amount", inputs, rule=RULE)


def compare_amounts(amount: Decimal, new_amount: Decimal, years: int, currency: str) -> Iterator[Figure]:
    """The percent that leads from one amount to the other, and a year where there are several.

    >>> [str(figure.value) for figure in compare_amounts(Decimal(140000), Decimal(161000), 1, "USD")]
    ['15', '21000.00']

    Raises:
        InputError: the first amount is zero.
    """
    if amount <= 0:
        raise InputError("amount", "must be above zero to take a percent of it")
    inputs = {"amount": amount, "new_amount": new_amount}
    formula = "(new_amount / amount - 1) x 100"
    change = (new_amount / amount - ONE) * HUNDRED
    yield build_figure("change in percent", round(change, 4).normalize(), "percent", formula, inputs, rule=RULE)
    yield build_figure("change", round_cents(new_amount - amount), currency, "new_amount - amount", inputs, rule=RULE)
    if years > 1 and new_amount > 0:
        yearly = ((new_amount / amount) ** (ONE / years) - ONE) * HUNDRED
        over = inputs | {"years": Decimal(years)}
        formula = "((new_amount / amount) ^ (1 / years) - 1) x 100"
        yield build_figure("change in percent a year", round(yearly, 4).normalize(), "percent", formula, over, rule=RULE)
