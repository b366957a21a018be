"""Cost of living: what pay in one place is worth in another, by two indices of the same family.

An index is a price level with the average at 100. It scales what pay buys; taxes are taken off before, never by a
factor on gross pay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size, round_cents

RULE = "cost_of_living"
FINE = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Pay in a place with its price index."""

    name: str
    salary: Decimal
    index: Decimal


@dataclass(frozen=True, slots=True)
class Move:
    """A move from today's place to a new one; amounts that are not known are None.

    `net` and `new_net` are the two salaries after tax, `new_tax_rate` the flat tax in the new place as a fraction.
    """

    salary: Decimal
    index_from: Decimal
    index_to: Decimal
    new_salary: Decimal | None = None
    net: Decimal | None = None
    new_net: Decimal | None = None
    new_tax_rate: Decimal | None = None


def calculate_equal_pay(pay: Decimal, index_from: Decimal, index_to: Decimal) -> Decimal:
    """Pay that buys in the new place what `pay` buys in the old one; unrounded.

    >>> calculate_equal_pay(Decimal(60000), Decimal(100), Decimal(120))
    Decimal('72000')
    """
    return pay * index_to / index_from


def describe_move(move: Move, currency: str) -> tuple[Figure, ...]:
    """Equal pay in the new place, and what an offer there is worth in today's prices, gross and after tax."""
    return (*_prices(move, currency), *_gross(move, currency), *_net(move, currency))


def describe_places(places: Sequence[Place], currency: str) -> tuple[Figure, ...]:
    """Pay of several places in average prices, and the pay in each that equals the best of them."""
    best = max(places, key=lambda place: place.salary / place.index)
    figures = [
        _money(f"{place.name} in average prices", "salary x 100 / index", currency, _in_average(place))
        for place in places
    ]
    for place in places:
        if place is not best:
            inputs = {"best_salary": best.salary, "index": place.index, "best_index": best.index}
            label = f"{place.name} salary equal to {best.name}"
            figures.append(
                build_figure(
                    label,
                    round_cents(calculate_equal_pay(best.salary, best.index, place.index)),
                    currency,
                    formula="best_salary x index / best_index",
                    rule=RULE,
                    inputs=inputs,
                )
            )
    return tuple(figures)


def _in_average(place: Place) -> tuple[Decimal, Mapping[str, Decimal]]:
    return place.salary * 100 / place.index, {"salary": place.salary, "index": place.index}


def _money(label: str, formula: str, currency: str, worked: tuple[Decimal, Mapping[str, Decimal]]) -> Figure:
    value, inputs = worked
    return build_figure(label, round_cents(value), currency, formula=formula, rule=RULE, inputs=inputs)


def _percent(label: str, formula: str, value: Decimal, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, round(check_size(value), FINE), "percent", formula=formula, rule=RULE, inputs=inputs)


def _prices(move: Move, currency: str) -> Iterator[Figure]:
    indices = {"index_from": move.index_from, "index_to": move.index_to}
    equal, held = calculate_equal_pay(move.salary, move.index_from, move.index_to), {"salary": move.salary, **indices}
    formula = "salary x index_to / index_from"
    yield _money("equal salary in the new place", formula, currency, (equal, held))
    yield _money("more than today", f"{formula} - salary", currency, (equal - move.salary, held))
    change = (move.index_to / move.index_from - 1) * 100
    yield _percent("prices in the new place against today", "(index_to / index_from - 1) x 100", change, indices)


def _gross(move: Move, currency: str) -> Iterator[Figure]:
    if move.new_salary is None:
        return
    equal = calculate_equal_pay(move.salary, move.index_from, move.index_to)
    yield from _real(move, currency, ("new salary in today's prices", "real change"), (move.salary, move.new_salary))
    missing = {
        "salary": move.salary,
        "index_from": move.index_from,
        "index_to": move.index_to,
        "new_salary": move.new_salary,
    }
    formula = "max(0, salary x index_to / index_from - new_salary)"
    yield _money("missing for equal pay", formula, currency, (max(Decimal(0), equal - move.new_salary), missing))
    formula = "new_salary - salary x index_to / index_from"
    yield _money("left over in the new place against equal pay", formula, currency, (move.new_salary - equal, missing))


def _net(move: Move, currency: str) -> Iterator[Figure]:
    if move.net is None:
        return
    equal = calculate_equal_pay(move.net, move.index_from, move.index_to)
    held = {"net": move.net, "index_from": move.index_from, "index_to": move.index_to}
    yield _money("equal net pay in the new place", "net x index_to / index_from", currency, (equal, held))
    if move.new_net is not None:
        labels = "new net pay in today's prices", "real change after tax"
        yield from _real(move, currency, labels, (move.net, move.new_net))
    if move.new_tax_rate is not None:
        held["new_tax_pct"] = move.new_tax_rate * 100
        yield _money(
            "gross salary in the new place for equal net pay",
            "net x index_to / index_from / (1 - new_tax_pct / 100)",
            currency,
            (equal / (1 - move.new_tax_rate), held),
        )


def _real(move: Move, currency: str, labels: tuple[str, str], pays: tuple[Decimal, Decimal]) -> Iterator[Figure]:
    """New pay in today's prices and its distance from today's pay."""
    today, new = pays
    value = calculate_equal_pay(new, move.index_to, move.index_from)
    held = {"new_pay": new, "index_from": move.index_from, "index_to": move.index_to}
    formula = "new_pay x index_from / index_to"
    yield _money(labels[0], formula, currency, (value, held))
    held = {**held, "pay_today": today}
    yield _money(labels[1], f"{formula} - pay_today", currency, (value - today, held))
    if today:
        yield _percent(f"{labels[1]} in percent", f"({formula} / pay_today - 1) x 100", (value / today - 1) * 100, held)
