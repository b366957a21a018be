"""Asked change: pay asked for as so much more than another sum, in percent of it, a multiple, or half way to one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.formula import evaluate_formula
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "asked_change"
LABEL = "asked for"
Way = Literal["nearest", "up", "down"]
_ROUNDED = {"nearest": "round_to", "up": "round_up", "down": "round_down"}
LEAST_ROUND = Decimal(10_000)
"""Sums from which "rounded" without more means whole thousands; below, whole units."""


@dataclass(frozen=True)
class AskedChange:
    """One of `percent` more, one of so many `parts` more, `amount` more, `times` as much, or half way to `other`.

    `down`: it is less. `rounds`: the result is rounded in the direction of `way`, to a multiple of `step` if told.
    """

    percent: Decimal | None = None
    parts: int | None = None
    amount: Decimal | None = None
    times: Decimal | None = None
    other: Decimal | None = None
    down: bool = False
    rounds: bool = False
    way: Way = "nearest"
    step: Decimal | None = None

    def of(self, base: Decimal, unit: str = "USD") -> Figure:
        """The sum asked for with the way it comes about.

        Args:
            base: what it is more or less of.
            unit: its currency code.

        >>> AskedChange(percent=Decimal(10)).of(Decimal(84000)).value
        Decimal('92400.00')
        >>> AskedChange(percent=Decimal("7.5"), rounds=True, way="up").of(Decimal(118000)).value
        Decimal('127000.00')

        Raises:
            InputError: nothing says how the sum changes.
        """
        formula, inputs = self._written()
        inputs = {"base": base, **inputs}
        if self.rounds:
            size = evaluate_formula(formula, inputs)
            step = "step" if self.step is not None else "1000" if size >= LEAST_ROUND else "1"
            formula = f"{_ROUNDED[self.way]}({formula}, {step})"
            inputs |= {"step": self.step} if self.step is not None else {}
        value = round_cents(evaluate_formula(formula, inputs))
        return build_figure(LABEL, value, unit, formula, inputs, rule=RULE)

    def _written(self) -> tuple[str, dict[str, Decimal]]:
        sign = "-" if self.down else "+"
        if self.percent is not None:
            return f"base x (1 {sign} change_pct / 100)", {"change_pct": self.percent}
        if self.parts is not None:
            return f"base x (1 {sign} 1 / {self.parts})", {}
        if self.amount is not None:
            return f"base {sign} change", {"change": self.amount}
        if self.times is not None:
            return f"base x {self.times}", {}
        if self.other is not None:
            return "(base + other) / 2", {"other": self.other}
        raise InputError("change", "is missing: give a percent, an amount, a multiple or another sum")
