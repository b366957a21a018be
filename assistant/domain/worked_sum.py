"""Worked sum: a sum written as named steps over named numbers, each step a formula that anybody can check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.formula import evaluate_formula
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "worked_sum"
FINEST = Decimal("0.0001")
"""The precision of what is no money."""
CONVENTIONS = frozenset(
    map(Decimal, "0 0.5 1 1.5 2 3 4 5 8 10 12 24 26 30 40 52 60 100 260 365 1000 2080".split())  # noqa: SIM905
)
"""Numbers a formula may hold by itself: shares of one, hundredths, and how often a year or a week something comes."""
_NAME = re.compile(r"[A-Za-z_]\w*")
_CONSTANT = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Step:
    """One step: a formula over the numbers and the steps before it. `answers`: it is asked for, not only in between."""

    name: str
    label: str
    formula: str
    unit: str
    answers: bool = True


def calculate_worked_sum(numbers: Mapping[str, Decimal], steps: Sequence[Step]) -> Iterator[Figure]:
    """The steps' values: first what is asked for, then what it was made of.

    >>> steps = [Step("pay", "pay a year", "rate x hours x 52", "USD")]
    >>> [str(figure.value) for figure in calculate_worked_sum({"rate": Decimal(20), "hours": Decimal(30)}, steps)]
    ['31200.00']

    Raises:
        InputError: a formula cannot be read, or holds a number that is neither named nor a convention.
    """
    known = dict(numbers)
    figures: list[tuple[bool, Figure]] = []
    for step in steps:
        for constant in _CONSTANT.findall(step.formula):
            if Decimal(constant) not in CONVENTIONS:
                raise InputError("steps", f'"{step.formula}" holds {constant}: give it a name among the numbers')
        value = evaluate_formula(step.formula, known)
        known[step.name] = value
        shown = round_cents(value) if step.unit.isupper() else _round(value)
        inputs = {name: known[name] for name in dict.fromkeys(_NAME.findall(step.formula)) if name in known}
        figures.append((step.answers, build_figure(step.label, shown, step.unit, step.formula, inputs, rule=RULE)))
    yield from (figure for answers, figure in figures if answers)
    yield from (figure for answers, figure in figures if not answers)


def _round(value: Decimal) -> Decimal:
    return round_cents(value) if abs(value) >= 1 else value.quantize(FINEST)
