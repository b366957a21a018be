"""Grounds: what is known about one pay number before a counter, and the marks that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from assistant.errors import InputError

ZERO = Decimal(0)
MOST_NEED = 10
USUAL_STRETCH = Decimal("0.05")

Percentile = Literal["p25", "p50", "p75", "p90"]
PERCENTILES: tuple[Percentile, ...] = ("p25", "p50", "p75", "p90")


@dataclass(frozen=True, slots=True)
class Needs:
    """How badly they need the person and the person the job, 0 to 10 each."""

    they_need: Decimal
    you_need: Decimal


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that is known about one pay number, in one currency; None where nothing is.

    `market` holds percentiles of the market, `competing` the same number of another offer. `switching_cost` is what
    leaving costs once, to be earned back over `switching_cost_years`. `target`, `stretch` and `initial` are named by
    the person; `asked` is what the asks they named come to. `range_top` is the top of a range stated instead of an
    offer, whose low end is `offered`.
    """

    offered: Decimal
    market: Mapping[Percentile, Decimal] = field(default_factory=dict)
    target_percentile: Percentile = "p75"
    competing: Decimal | None = None
    current_pay: Decimal | None = None
    switching_cost: Decimal = ZERO
    switching_cost_years: int = 1
    minimum: Decimal | None = None
    needs: Needs | None = None
    uplift_rate: Decimal = Decimal("0.10")
    stretch_rate: Decimal = USUAL_STRETCH
    target: Decimal | None = None
    stretch: Decimal | None = None
    initial: Decimal | None = None
    asked: Decimal | None = None
    range_top: Decimal | None = None


class Mark(NamedTuple):
    """One of the amounts, unrounded, as arithmetic over named inputs."""

    value: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


def calculate_need_counter(offered: Decimal, needs: Needs, minimum: Decimal | None = None) -> Mark:
    """A coach's counter: 10 % above the offer and 1 % more for each point they need the person more, at most 20 %.

    >>> calculate_need_counter(Decimal(55000), Needs(Decimal(8), Decimal(3)), Decimal(50000)).value
    Decimal('63250.00')

    Source: fsn-counter.
    """
    edge = max(ZERO, min(Decimal(MOST_NEED), needs.they_need - needs.you_need))
    value = offered * (Decimal("1.10") + edge / 100)
    formula = "offer x (1.10 + max(0, min(10, they_need - you_need)) / 100)"
    inputs = {"offer": offered, "they_need": needs.they_need, "you_need": needs.you_need}
    if minimum is None:
        return Mark(value, formula, inputs)
    return Mark(max(minimum, value), f"max(minimum, {formula})", {"minimum": minimum, **inputs})


def check_market(market: Mapping[Percentile, Decimal], wanted: Percentile) -> None:
    """Refuse percentiles that fall, and a target on one that is not there.

    Raises:
        InputError: the percentile, by its name.
    """
    given = [name for name in PERCENTILES if name in market]
    for before, name in pairwise(given):
        if market[name] < market[before]:
            raise InputError(f"market.{name}", f"is below {before}: percentiles of one market rise")
    if market and wanted not in market:
        raise InputError("target_percentile", f"{wanted} is not given in market, only {', '.join(given)}: choose one")


def highest(*marks: Mark) -> Mark:
    """The largest of some marks as one; a single one stays as it is."""
    if len(marks) == 1:
        return marks[0]
    inputs = {name: value for mark in marks for name, value in mark.inputs.items()}
    return Mark(max(mark.value for mark in marks), f"max({', '.join(mark.formula for mark in marks)})", inputs)
