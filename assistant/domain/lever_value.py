"""Lever value: what each lever gives the person per unit it costs the employer, best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.counter import LEVER_NAMES, Lever
from assistant.domain.figure import Figure, build_figure
from assistant.domain.lever_exchange import FINE, unit_figures
from assistant.domain.levers import LEVERS, ONE, ZERO, LeverView, Worth, calculate_worth

RULE = "lever_value"


class RankedLever(NamedTuple):
    """A lever with its worth and cost per unit; `rank` 1 gives the most per unit of cost, equals share a rank."""

    rank: int
    lever: Lever
    worth: Decimal
    employer_cost: Decimal
    worth_per_cost: Decimal


@dataclass(frozen=True, slots=True)
class LeverValues:
    """The figures of all levers, and those that cost something ranked."""

    figures: tuple[Figure, ...]
    ranked: tuple[RankedLever, ...]


def calculate_cost(lever: Lever, view: LeverView, payroll_tax_rate: Decimal = ZERO) -> Worth:
    """What one unit of a lever costs the employer over the stay: before the person's tax, stock at its grant value.

    >>> view = LeverView(stay_months=12, events=(), match_rate=Decimal("0.04"))
    >>> calculate_cost("base_salary", view, Decimal("0.0765")).value
    Decimal('1.1165')
    """
    plain = replace(
        view, tax_rate=ZERO, growth_rate=ZERO, price_change_rate=ZERO, clawback_chance=ZERO, match_rate=ZERO
    )
    paid = calculate_worth(lever, plain)
    burden = {"payroll_tax_pct": payroll_tax_rate * 100} if payroll_tax_rate else {}
    text = f"{paid.formula} x (1 + payroll_tax_pct / 100)" if burden else paid.formula
    value = paid.value * (ONE + payroll_tax_rate)
    if lever != "base_salary" or not view.match_rate:
        return Worth(value, text, {**paid.inputs, **burden})
    bare = calculate_worth(lever, replace(plain, bonus_rate=ZERO))
    match = {"match_pct": view.match_rate * 100}
    added = f"{text} + {bare.formula} x match_pct / 100"
    return Worth(value + bare.value * view.match_rate, added, {**paid.inputs, **burden, **match})


def calculate_lever_values(view: LeverView, payroll_tax_rate: Decimal = ZERO) -> LeverValues:
    """Worth, cost and worth per unit of cost of every lever.

    Args:
        view: what is assumed about the stay.
        payroll_tax_rate: the employer's share of payroll tax on what it pays, as a fraction.
    """
    worths = {lever: calculate_worth(lever, view) for lever in LEVERS}
    costs = {lever: calculate_cost(lever, view, payroll_tax_rate) for lever in LEVERS}
    rates = {lever: worths[lever].value / costs[lever].value for lever in LEVERS if costs[lever].value}
    figures = (
        *unit_figures(worths, RULE),
        *(_cost_figure(lever, cost) for lever, cost in costs.items()),
        *(_rate_figure(lever, worths[lever].value, costs[lever].value) for lever in rates),
    )
    return LeverValues(figures, tuple(_rank(rates, worths, costs)))


def _rank(rates: dict[Lever, Decimal], worths: dict[Lever, Worth], costs: dict[Lever, Worth]) -> Iterator[RankedLever]:
    shown = {lever: rate.quantize(FINE) for lever, rate in rates.items()}
    for lever in sorted(shown, key=lambda name: -shown[name]):
        rank = 1 + sum(other > shown[lever] for other in shown.values())
        yield RankedLever(
            rank, lever, worths[lever].value.quantize(FINE), costs[lever].value.quantize(FINE), shown[lever]
        )


def _cost_figure(lever: Lever, cost: Worth) -> Figure:
    label = f"{LEVER_NAMES[lever]} employer cost per unit"
    return _ratio(label, cost.value, cost.formula, dict(cost.inputs))


def _rate_figure(lever: Lever, worth: Decimal, cost: Decimal) -> Figure:
    label = f"{LEVER_NAMES[lever]} worth per unit of employer cost"
    return _ratio(label, worth / cost, "worth / employer_cost", {"worth": worth, "employer_cost": cost})


def _ratio(label: str, value: Decimal, formula: str, inputs: dict[str, Decimal]) -> Figure:
    return build_figure(label, value.quantize(FINE), "ratio", formula=formula, rule=RULE, inputs=inputs)
