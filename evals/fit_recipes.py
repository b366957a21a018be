"""Fits the recipes: `python -m evals.fit_recipes` writes assistant/offline/algebra/recipes.json.

The formulas of knowledge/sum_numbers.yaml over the parts their numbers play, with numbers that a formula does not use
left out of them; formulas that say the same share their counts.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.domain.worked_sum import CONVENTIONS
from assistant.offline.algebra import recipes
from assistant.offline.algebra.recipes import MONTHS, told_in
from assistant.offline.algebra.vocabulary import MONEY, PASSING, PERCENTS
from evals.formulas import name_parts, split_steps
from evals.worked_sums import WorkedSum, load

OUT = Path(recipes.__file__).with_name("recipes.json")
HANDS = 3
"""People who must use a word in labels for it to be shown."""
LONGEST = 110
"""Characters of a formula."""
MOST_STEPS = 12
PLAIN = "result"
_HOURS = frozenset({"hours", "hours2", "othours", "otafter", "shifth"})
_SHARES = frozenset({"shares", "fd"})
_PART = re.compile(r"[a-z][a-z0-9]*(?:_\d+)?")
_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "x",
    ast.Div: "/",
    ast.Pow: "^",
}
_LOOSE = (ast.Add, ast.Sub)
Row = dict[str, Any]


def build(samples: Iterable[WorkedSum]) -> dict[str, list[Row]]:
    """The recipes by their parts, each with the units its numbers were told in."""
    samples = list(samples)
    words = _usual_words(samples)
    found: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for sample in samples:
        made = _recipe(sample, words)
        if made is not None:
            key, told, steps = made
            same = " ; ".join(formula for _, formula, _, _ in steps)
            row = found[key].setdefault(same, {"steps": steps, "seen": Counter()})
            row["seen"][told] += 1
    return {key: [dict(row, seen=dict(row["seen"])) for row in rows.values()] for key, rows in sorted(found.items())}


def _usual_words(samples: Sequence[WorkedSum]) -> set[str]:
    hands: defaultdict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for label, _, _ in split_steps(sample.formula):
            for word in label.split():
                hands[word].add(sample.hand)
    return {word for word, own in hands.items() if len(own) >= HANDS}


def _recipe(sample: WorkedSum, words: set[str]) -> tuple[str, str, list[tuple[str, str, str, bool]]] | None:
    labels = [next(iter(each)) for each in sample.senses.shares]
    names = name_parts(labels)
    steps = list(split_steps(sample.formula))
    told = set(_PART.findall(" ".join(re.sub(r"\[[^\]]*\]", " ", formula) for _, _, formula in steps)))
    used = [at for at, name in enumerate(names) if name in told]
    parts = [labels[at] for at in used]
    renamed = dict(zip((names[at] for at in used), name_parts(parts), strict=True))
    if not used or len(steps) > MOST_STEPS or len(renamed) < len(used) or PASSING & set(parts):
        return None
    written: list[tuple[str, str, str, bool]] = []
    places: dict[str, str] = {}
    dims: dict[str, str] = {}
    for label, asked, formula in steps:
        try:
            text, dim = Writer(renamed, places, dims).write(formula)
        except ValueError:
            return None
        if len(text) > LONGEST:
            return None
        places[label] = f"s{len(written)}"
        dims[places[label]] = dim
        written.append((_plain(label, words), text, _unit(label, dim), asked))
    return " ".join(sorted(parts)), told_in([sample.senses.terms[at] for at in used], parts), written


def _plain(label: str, words: set[str]) -> str:
    kept = [word for word in label.split() if word in words]
    return " ".join(kept) if len(kept) == len(label.split()) else PLAIN


def _unit(label: str, dim: str) -> str:
    if "percent" in label:
        return "percent"
    if dim in ("money", "shares", "hours", "days", "months"):
        return dim
    named = next((unit for unit in ("share", "month", "hour", "day") if re.search(rf"\b{unit}s?\b", label)), "")
    return f"{named}s" if named and "per" not in label and " a " not in label else "ratio"


class Writer:
    """A formula in the language of worked sums, with what it measures."""

    def __init__(self, parts: Mapping[str, str], places: Mapping[str, str], dims: Mapping[str, str]) -> None:
        self._parts, self._places, self._dims = parts, places, dims

    def write(self, formula: str) -> tuple[str, str]:
        """Raises ValueError where it holds what the language lacks."""
        named = re.sub(r"\[([^\]]+)\]", lambda found: self._places.get(found[1].strip(), "unknown"), formula.strip())
        return self._node(ast.parse(named, mode="eval").body)

    def _node(self, node: ast.expr) -> tuple[str, str]:
        if isinstance(node, ast.Constant):
            value = Decimal(str(node.value))
            if value not in CONVENTIONS:
                raise ValueError(f"no convention: {value}")
            return f"{value:f}", "number"
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            return self._pair(node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            text, dim = self._node(node.operand)
            return f"(0 - ({text}))", dim
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return self._call(node.func.id, [self._node(each) for each in node.args])
        raise ValueError("no sum")

    def _name(self, name: str) -> tuple[str, str]:
        if name in self._dims:
            return name, self._dims[name]
        if name not in self._parts:
            raise ValueError(f"unknown: {name}")
        return self._parts[name], _measures(name.split("_", maxsplit=1)[0])

    def _call(self, name: str, given: list[tuple[str, str]]) -> tuple[str, str]:
        texts, dim = [text for text, _ in given], given[0][1]
        if name in ("min", "max"):
            return f"{name}({', '.join(texts)})", dim
        if name == "floor":
            return f"round_down({texts[0]}, 1)", dim
        if name == "abs":
            return f"max({texts[0]}, 0 - ({texts[0]}))", dim
        raise ValueError(f"unknown: {name}")

    def _pair(self, node: ast.BinOp) -> tuple[str, str]:
        (left, one), (right, other) = self._node(node.left), self._node(node.right)
        sign = _OPERATORS[type(node.op)]
        if not isinstance(node.op, _LOOSE):
            raised = isinstance(node.op, ast.Pow) and isinstance(node.left, ast.BinOp)
            left = f"({left})" if raised or _is_loose(node.left) else left
            right = f"({right})" if isinstance(node.right, ast.BinOp) else right
        elif isinstance(node.op, ast.Sub) and _is_loose(node.right):
            right = f"({right})"
        return f"{left} {sign} {right}", _together(sign, one, other)


def _is_loose(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, _LOOSE)


def _measures(part: str) -> str:
    if part in MONEY:
        return "money"
    if part in _SHARES:
        return "shares"
    if part in PERCENTS:
        return "ratio"
    return "hours" if part in _HOURS else "months" if part in MONTHS else "number"


def _together(sign: str, one: str, other: str) -> str:
    plain = ("number", "ratio")
    if sign in "+-":
        return other if one in plain else one
    if sign == "^":
        return one
    if sign == "x":
        if "money" in (one, other):
            return "money"
        return other if one in plain else one if other in plain else "number"
    if one == other:
        return "ratio"
    return one if other in plain or one == "money" else "number"


def main(write: Callable[[str], Any] = print) -> int:
    """Write the recipes."""
    made = build(load())
    OUT.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n", "utf-8")
    write(f"{sum(map(len, made.values()))} recipes of {len(made)} sets of parts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
