"""Percent change: an amount raised or cut by a percent, and the percent between two amounts, once or over years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "percent_change"
HUNDRED = Decimal(100)
ONE = Decimal(1)


def calculate_change(amount: Decimal, changes_pct: Sequence[Decimal], years: int, currency: str) -> Iterator[Figure]:
    """The amount after the changes, one on top of the other; a single one is repeated every year.

    >>> [str(figure.value) for figure in calculate_change(Decimal(200000), [Decimal(-30)], 1, "USD")]
    ['140000.00', '-60000.00']
    """
    inputs, factors, after = {"amount": amount}, [], amount
    for number, change in enumerate(changes_pct, start=1):
        name = "change_pct" if len(changes_pct) == 1 else f"change_{number}_pct"
        inputs[name] = change
        power = " ^ years" if years > 1 else ""
        factors.append(f"(1 + {name} / 100){power}")
        after *= (ONE + change / HUNDRED) ** years
    if years > 1:
        inputs["years"] = Decimal(years)
    formula = f"amount x {' x '.join(factors)}"
    label = f"amount after {years} years" if years > 1 else "new amount"
    yield build_figure(label, round_cents(after), currency, formula, inputs, rule=RULE)
    yield build_figure("change", round_cents(after - amount), currency, f"{formula} - amount", inputs, rule=RULE)


def compare_with_prices(change_pct: Decimal, inflation_pct: Decimal) -> Iterator[Figure]:
    """What a raise is worth once prices have risen.

    >>> [str(figure.value) for figure in compare_with_prices(Decimal("4.5"), Decimal(6))]
    ['-1.4151']

    Raises:
        InputError: prices fall to nothing.
    """
    if inflation_pct <= -HUNDRED:
        raise InputError("inflation_pct", "must be above -100")
    real = ((ONE + change_pct / HUNDRED) / (ONE + inflation_pct / HUNDRED) - ONE) * HUNDRED
    inputs = {"change_pct": change_pct, "inflation_pct": inflation_pct}
    formula = "((1 + change_pct / 100) / (1 + inflation_pct / 100) - 1) x 100"
    label = "change in percent after inflation"
    yield build_figure(label, round(real, 4).normalize(), "percent", formula, inputs, rule=RULE)


def check_claim(amount: Decimal, new_amount: Decimal, claimed_pct: Decimal) -> Figure:
    """How far a stated percent lies above (or below zero: under) the real change, in percentage points.

    >>> str(check_claim(Decimal(87500), Decimal(104000), Decimal(19)).value)
    '0.1429'
    """
    change = (new_amount / amount - ONE) * HUNDRED
    inputs = {"amount": amount, "new_amount": new_amount, "claimed_pct": claimed_pct}
    formula = "claimed_pct - (new_amount / amount - 1) x 100"
    label = "stated percent above the real one"
    return build_figure(label, round(claimed_pct - change, 4).normalize(), "percent", formula, inputs, rule=RULE)


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
        yield build_figure(
            "change in percent a year", round(yearly, 4).normalize(), "percent", formula, over, rule=RULE
        )
