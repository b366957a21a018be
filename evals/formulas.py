"""Formulas: how the sum of a labelled message is worked out, written over the parts its numbers play.

`[bonus] = pay*bpct; [year 1 total]! = pay + [bonus] + sign`: steps by name, those asked for with a `!`. A part that
comes several times is counted in the order of the text: pay_1, pay_2. Percents are fractions, the times of `MONTHS` are
in months, those of `YEARS` in years, and money is as told, thousands and lakhs worked in.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.offline.algebra.portions import KEPT
from assistant.offline.algebra.recipes import IN_MONTHS, MONTHS, YEARS, counts_as_percent
from assistant.offline.algebra.scaling import scaled
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import as_played

PASSING = "o"
_STEP = re.compile(r"^\[(?P<label>[^\]]+)\](?P<asked>!?)\s*=\s*(?P<formula>.+)$")
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "floor": lambda value: float(int(value + 1e-9)),
}
_ALLOWED = (
    ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.Name, ast.Load, ast.Call,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.USub,
)  # fmt: skip


def name_parts(senses: Sequence[str]) -> list[str]:
    """The name of each number in formulas.

    >>> name_parts(["pay", "o", "pay", "sign"])
    ['pay_1', 'o', 'pay_2', 'sign']
    """
    counts, seen, names = Counter(senses), Counter[str](), []
    for sense in senses:
        seen[sense] += 1
        names.append(sense if counts[sense] == 1 or sense == PASSING else f"{sense}_{seen[sense]}")
    return names


def values_of_parts(text: str, terms: Sequence[Term], senses: Sequence[str]) -> dict[str, float]:
    """What each named part counts."""
    names = name_parts(senses)
    return {
        name: _value(scaled(text, as_played(term, sense), sense, terms), sense)
        for name, term, sense in zip(names, terms, senses, strict=True)
    }


def _value(term: Term, sense: str) -> float:
    value = float(term.value)
    if counts_as_percent(term, sense):
        value /= 100
    if term.unit == KEPT and sense == "tax":
        value = 1 - value
    if sense in MONTHS and term.unit in IN_MONTHS:
        times, divided = IN_MONTHS[term.unit]
        value *= times / divided
    return value / 12 if sense in YEARS and term.unit == "month" else value


def work_out(formula: str, parts: Mapping[str, float]) -> list[tuple[str, float]]:
    """The results that are asked for, in order.

    >>> work_out("[bonus] = pay*bpct; [total]! = pay + [bonus]", {"pay": 100.0, "bpct": 0.1})
    [('total', 110.0)]

    Raises:
        ValueError: the formula holds what is no sum.
        KeyError: it names a part that is not told.
    """
    known: dict[str, float] = {}
    asked = []
    for label, is_asked, expression in split_steps(formula):
        known[label] = _evaluate(expression, known, parts)
        if is_asked:
            asked.append((label, known[label]))
    return asked


def split_steps(formula: str) -> Iterator[tuple[str, bool, str]]:
    for part in filter(str.strip, formula.split(";")):
        found = _STEP.match(part.strip())
        if found is None:
            raise ValueError(f"no step: {part}")
        yield found["label"].strip(), bool(found["asked"]), found["formula"]


def _evaluate(expression: str, steps: Mapping[str, float], parts: Mapping[str, float]) -> float:
    named: dict[str, float] = {}

    def take(match: re.Match[str]) -> str:
        name = f"step{len(named)}"
        named[name] = steps[match[1].strip()]
        return name

    tree = ast.parse(re.sub(r"\[([^\]]+)\]", take, expression.strip()), mode="eval")
    for node in ast.walk(tree):
        if not isinstance(node, _ALLOWED):
            raise ValueError(f"no sum: {expression}")
        if isinstance(node, ast.Name) and node.id not in _FUNCTIONS and node.id not in named:
            named[node.id] = parts[node.id]
    return float(eval(compile(tree, "formula", "eval"), {"__builtins__": {}}, {**_FUNCTIONS, **named}))
