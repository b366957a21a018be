"""Formula: plain arithmetic over named inputs, the language in which figures and worked examples say how they came."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, DecimalException

from assistant.errors import InputError

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([-+x/^(),]))")
DEEPEST = 40


def _rounded(rounding: str) -> Callable[[Sequence[Decimal]], Decimal]:
    """Rounds the first of two values to a multiple of the second."""

    def to_multiple(values: Sequence[Decimal]) -> Decimal:
        if len(values) != 2:
            raise InputError("formula", "rounding takes a value and a step")
        value, step = values
        return (value / step).to_integral_value(rounding) * step

    return to_multiple


_FUNCTIONS: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "min": min,
    "max": max,
    "round_to": _rounded(ROUND_HALF_UP),
    "round_up": _rounded(ROUND_CEILING),
    "round_down": _rounded(ROUND_FLOOR),
}


def evaluate_formula(formula: str, inputs: Mapping[str, Decimal]) -> Decimal:
    """The value of a formula over the names of the inputs: `+ - x / ^ ( )`, min, max, round_to, round_up, round_down.

    >>> evaluate_formula("grant x (1 - tax_pct / 100)", {"grant": Decimal(200), "tax_pct": Decimal(25)})
    Decimal('150.00')

    Raises:
        InputError: it cannot be read, names no input, or has no value (a division by zero).
    """
    reader = _Reader(formula, inputs)
    try:
        value = reader.sum()
    except DecimalException as error:
        raise InputError("formula", f'"{formula}" has no value with these inputs') from error
    if reader.tokens:
        raise InputError("formula", f'"{formula}" cannot be read from "{reader.tokens[0]}" on')
    return value


def _split(formula: str) -> list[str]:
    tokens, place = [], 0
    text = formula.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise InputError("formula", f'"{formula}" holds a sign that is no arithmetic: "{text[place:].strip()[:1]}"')
        tokens.append(match[0].strip())
        place = match.end()
    return tokens


class _Reader:
    """Reads a sum of products of powers from left to right; `tokens` is what is left."""

    def __init__(self, formula: str, inputs: Mapping[str, Decimal]) -> None:
        self.formula, self.inputs = formula, inputs
        self.tokens = _split(formula)
        self.depth = 0

    def sum(self) -> Decimal:
        value = self.product()
        while self.tokens[:1] in (["+"], ["-"]):
            sign = self.tokens.pop(0)
            other = self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self) -> Decimal:
        value = self.signed()
        while self.tokens[:1] in (["x"], ["/"]):
            sign = self.tokens.pop(0)
            other = self.signed()
            value = value * other if sign == "x" else value / other
        return value

    def signed(self) -> Decimal:
        if self.tokens[:1] == ["-"]:
            self.tokens.pop(0)
            return -self.signed()
        base = self.atom()
        if self.tokens[:1] == ["^"]:
            self.tokens.pop(0)
            return base ** self.signed()
        return base

    def atom(self) -> Decimal:
        token = self.tokens.pop(0) if self.tokens else "the end"
        if token[0].isdigit():
            return Decimal(token)
        if token == "(":  # noqa: S105
            value = self.nested()
            self.expect(")")
            return value
        if token in _FUNCTIONS and token not in self.inputs:
            self.expect("(")
            values = [self.nested()]
            while self.tokens[:1] == [","]:
                self.tokens.pop(0)
                values.append(self.nested())
            self.expect(")")
            return _FUNCTIONS[token](values)
        if token in self.inputs:
            return self.inputs[token]
        raise InputError("formula", f'"{self.formula}": "{token}" is no number and no input')

    def nested(self) -> Decimal:
        self.depth += 1
        if self.depth > DEEPEST:
            raise InputError("formula", f'"{self.formula[:40]}" is nested too deep')
        value = self.sum()
        self.depth -= 1
        return value

    def expect(self, wanted: str) -> None:
        if self.tokens[:1] != [wanted]:
            raise InputError("formula", f'"{self.formula}" lacks "{wanted}"')
        self.tokens.pop(0)
