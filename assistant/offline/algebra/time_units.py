"""Time units of recipes: how long something takes, in the unit that its name tells, however the pay was told.

A recipe was learnt from numbers told by the month or by the year, and holds for those. Where they are told otherwise, what
is earned back within so many months is worked out in them all the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

A_YEAR = {"year": Fraction(1), "month": Fraction(12), "week": Fraction(52)}
"""How many of each unit a year has."""
_SCALES = frozenset(a * b / c for a in A_YEAR.values() for b in A_YEAR.values() for c in A_YEAR.values())
"""What a count becomes where a formula turns one unit into another that it was not told by."""
_NAMED = re.compile(r"\b(year|month|week)s\b")
_SPACED = re.compile(r"(?<= )x(?= )")
Step = tuple[str, str, str, bool]


class Measure(NamedTuple):
    """What a number measures.

    Attributes:
        dim: "money", a "rate" of money, a "time", a plain "number", or "unknown".
        a_year: how many of its unit of time a year has; the value of a plain number, or 0.
    """

    dim: str
    a_year: Fraction = Fraction()

    @property
    def is_timed(self) -> bool:
        """Whether it is counted in a known unit of time."""
        return self.dim in ("rate", "time") and self.a_year in _SCALES


MONEY, UNKNOWN = Measure("money"), Measure("unknown")


class MixedUnitsError(ValueError):
    """Two numbers of a formula are told by different units of time."""


def steps_in_time(steps: Sequence[Step], parts: Mapping[str, Measure]) -> tuple[Step, ...] | None:
    """The steps with every length of time in the unit of its label, or None where units of time are mixed.

    Args:
        steps: label, formula over parts and earlier steps, unit, whether it is asked for.
        parts: what each part measures, as told.
    """
    if not any(_NAMED.search(label) for label, *_ in steps):
        return tuple(steps)
    known, made = dict(parts), list[Step]()
    for at, (label, formula, unit, asked) in enumerate(steps):
        try:
            written, known[f"s{at}"] = _in_named_unit(label, formula, known)
        except MixedUnitsError:
            return None
        made.append((label, written, unit, asked))
    return tuple(made)


def _in_named_unit(label: str, formula: str, known: Mapping[str, Measure]) -> tuple[str, Measure]:
    """A formula in the unit of time that its label names, and what it comes to."""
    measure, named = measure_formula(formula, known), _NAMED.search(label)
    if not named or measure.dim != "time" or not measure.is_timed or measure.a_year == A_YEAR[named[1]]:
        return formula, measure
    ratio = A_YEAR[named[1]] / measure.a_year
    times = f" x {ratio.numerator}" if ratio.numerator > 1 else ""
    divided = f" / {ratio.denominator}" if ratio.denominator > 1 else ""
    return f"({formula}){times}{divided}", Measure("time", A_YEAR[named[1]])


def measure_formula(formula: str, known: Mapping[str, Measure]) -> Measure:
    """What a formula comes to.

    Raises:
        MixedUnitsError: sums of different periods are added up, or pay by one is counted for a time in another.
    """
    return _measure(ast.parse(_SPACED.sub("*", formula).replace("^", "**"), mode="eval").body, known)


def _measure(node: ast.expr, known: Mapping[str, Measure]) -> Measure:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return Measure("number", Fraction(node.value))
    if isinstance(node, ast.Name):
        return known.get(node.id, UNKNOWN)
    if not isinstance(node, ast.BinOp):
        return UNKNOWN
    one, other = _measure(node.left, known), _measure(node.right, known)
    if isinstance(node.op, (ast.Add, ast.Sub)):
        return _added(one, other)
    if isinstance(node.op, ast.Mult):
        return _multiplied(one, other)
    return _divided(one, other) if isinstance(node.op, ast.Div) else UNKNOWN


def _added(one: Measure, other: Measure) -> Measure:
    _check_like(one, other, "rate", "rate")
    return one if one == other else Measure("number") if "number" == one.dim == other.dim else UNKNOWN


def _multiplied(one: Measure, other: Measure) -> Measure:
    if one.dim == "number":
        one, other = other, one
    if other.dim == "number":
        return _scaled(one, other.a_year)
    _check_like(one, other, "rate", "time")
    _check_like(one, other, "time", "rate")
    return MONEY if {one.dim, other.dim} == {"rate", "time"} else UNKNOWN


def _divided(one: Measure, other: Measure) -> Measure:
    if other.dim == "number":
        return _scaled(one, 1 / other.a_year if other.a_year else Fraction())
    return Measure("time", other.a_year) if (one.dim, other.dim) == ("money", "rate") else UNKNOWN


def _check_like(one: Measure, other: Measure, first: str, second: str) -> None:
    timed = (one.dim, other.dim) == (first, second) and one.is_timed and other.is_timed
    if timed and one.a_year != other.a_year:
        raise MixedUnitsError


def _scaled(one: Measure, times: Fraction) -> Measure:
    """A number times another, which may turn it into one by another unit: pay by the year / 12 is by the month."""
    if one.dim not in ("rate", "time", "number") or not times:
        return one if one.dim != "number" else Measure("number")
    return Measure(one.dim, one.a_year / times if one.dim == "rate" else one.a_year * times)
