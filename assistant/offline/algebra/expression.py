"""Expression: arithmetic that keeps its formula beside its value, and the worked sum it is written into."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, count
from typing import Any

from assistant.domain.formula import evaluate_formula
from assistant.domain.money import to_json_number
from assistant.errors import InputError
from assistant.offline.algebra.exchange import Conversion
from assistant.offline.algebra.portions import FRACTION, KEPT
from assistant.offline.algebra.terms import Term

NTH = ("other", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Stand before a name that is taken: what a name ends in says what it counts."""
OF_ONE = " x 100"
"""Behind a part of one that is taken for a percent."""
_KEPT = re.compile(r"100 - (\w+)")


@dataclass(frozen=True)
class Expr:
    """A value with the formula it came from; `loose`: a sum, which needs brackets inside a product.

    >>> half = Expr("a", Decimal(6)) + Expr("b", Decimal(4))
    >>> (half / 2).text, (half / 2).value
    ('(a + b) / 2', Decimal('5'))
    """

    text: str
    value: Decimal
    loose: bool = False

    def __add__(self, other: Expr | int) -> Expr:
        right = _lift(other)
        return Expr(f"{self.text} + {right.text}", self.value + right.value, loose=True)

    def __radd__(self, other: int) -> Expr:
        return _lift(other) + self

    def __sub__(self, other: Expr | int) -> Expr:
        right = _lift(other)
        return Expr(f"{self.text} - {_tight(right)}", self.value - right.value, loose=True)

    def __rsub__(self, other: int) -> Expr:
        return _lift(other) - self

    def __mul__(self, other: Expr | int) -> Expr:
        right = _lift(other)
        return Expr(f"{_tight(self)} x {_tight(right)}", self.value * right.value)

    def __truediv__(self, other: Expr | int) -> Expr:
        right = _lift(other)
        text = f"({right.text})" if right.loose or " " in right.text else right.text
        return Expr(f"{_tight(self)} / {text}", self.value / right.value if right.value else Decimal(0))

    @property
    def part(self) -> Expr:
        """A percent as a part of one."""
        share = self.text.removesuffix(OF_ONE)
        return Expr(share, self.value / 100) if share != self.text else self / 100


def _lift(value: Expr | int) -> Expr:
    return value if isinstance(value, Expr) else Expr(str(value), Decimal(value))


def _tight(item: Expr) -> str:
    return f"({item.text})" if item.loose else item.text


def add_up(items: Iterable[Expr]) -> Expr:
    """The sum of one or more."""
    first, *rest = items
    for item in rest:
        first = first + item
    return first


def left_of(share: Expr) -> Expr:
    """What a percent leaves, as part of one; one told by what is kept leaves that."""
    kept = _KEPT.fullmatch(share.text)
    return Expr(kept[1], 100 - share.value).part if kept else 1 - share.part


@dataclass
class Work:
    """A worked sum in the making: numbers by name, steps in order, the terms used, what was assumed.

    `named`: a number as it was taken, by its place and value.
    """

    numbers: dict[str, Any] = field(default_factory=dict)
    steps: list[dict[str, Any]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    assumed: list[str] = field(default_factory=list)
    named: dict[tuple[int, Decimal], Expr] = field(default_factory=dict)

    def take(self, term: Term, name: str = "") -> Expr:
        """A term under a name of its own."""
        self.used.add(term.start)
        name = name or term.role or term.dim
        if term.conversion is not None:
            return self._take_converted(term, term.conversion, name)
        if term.unit in (FRACTION, KEPT):
            return self._take_portion(term, name)
        name = self._free(name)
        self.numbers[name] = to_json_number(term.value)
        return Expr(name, term.value)

    def _take_converted(self, term: Term, conversion: Conversion, name: str) -> Expr:
        """An amount told in another currency by the rate that is told for it."""
        rate, name = conversion.rate, self._free(name)
        self.used.add(rate.start)
        self.numbers[name] = to_json_number(term.value)
        known = self.named.get((rate.start, rate.value))
        price = known or self.number(rate.value, f"{rate.base}_in_{rate.quote}")
        self.named[rate.start, rate.value] = price
        amount = Expr(name, term.value)
        return amount / price if conversion.divides else amount * price

    def _take_portion(self, term: Term, name: str) -> Expr:
        """A percent by the part of one it is told as, or by what it leaves."""
        if term.unit == KEPT:
            name = self._free("kept_pct")
            self.numbers[name] = to_json_number(term.value)
            return Expr(f"100 - {name}", 100 - term.value, loose=True)
        name = self._free(f"{name.removesuffix('_pct')}_share")
        self.numbers[name] = to_json_number(term.value / 100)
        return Expr(f"{name}{OF_ONE}", term.value)

    @staticmethod
    def literal(value: Decimal | int | str) -> Expr:
        """A number that words stand for: "time and a half", "half a salary"."""
        return Expr(str(value), Decimal(value))

    def number(self, value: Decimal, name: str) -> Expr:
        """A number that follows from the words, such as months from one day to another."""
        name = self._free(name)
        self.numbers[name] = to_json_number(value)
        return Expr(name, value)

    def step(self, label: str, value: Expr, unit: str = "money", *, answers: bool = True) -> Expr:
        """Writes a step down; the same sum is written once."""
        for made in self.steps:
            if made["formula"] == value.text and made["unit"] == unit:
                made["answers"] = made["answers"] or answers
                return Expr(made["name"], value.value)
        name = self._free(label.lower().replace("'s", ""))
        self.steps.append({"name": name, "label": label, "formula": value.text, "unit": unit, "answers": answers})
        return Expr(name, value.value)

    def suppose(self, words: str) -> None:
        """Notes what was not said."""
        if words not in self.assumed:
            self.assumed.append(words)

    def _free(self, name: str) -> str:
        taken = self.numbers.keys() | {step["name"] for step in self.steps}
        name = re.sub(r"[^a-z0-9]+", "_", name.lower())[:30].strip("_")
        name = name if name[:1].isalpha() else f"n_{name}"
        further = (f"n{number}_{name}" for number in count(len(NTH) + 2))
        return next(made for made in chain((name,), (f"{nth}_{name}" for nth in NTH), further) if made not in taken)

    @property
    def arguments(self) -> dict[str, Any]:
        """As the tool takes it."""
        return {"numbers": self.numbers, "steps": self.steps, **({"assumed": self.assumed} if self.assumed else {})}


def values_of(work: Work) -> dict[str, Decimal]:
    """The value of every number and step by name; empty where a formula has none."""
    known = {name: Decimal(str(value)) for name, value in work.numbers.items()}
    for step in work.steps:
        try:
            known[step["name"]] = evaluate_formula(step["formula"], known)
        except InputError:
            return {}
    return known
