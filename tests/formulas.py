"""A second way to compute a figure: read its formula as a person with a pocket calculator would."""

from __future__ import annotations

import re
from datetime import date

from assistant.domain.figure import Figure

_VEST = re.compile(r"(?P<grant>grant(?: \d+)?) month (?P<month>\d+) vesting_pct")
_ARITHMETIC = re.compile(r"(?:[\d.e+*/(), -]|min|max)+")


def recompute(figure: Figure) -> float | None:
    """The value of a figure from the names in its formula and the numbers under those names.

    None where the formula is a sentence: a word in it is neither an input nor one of min and max.
    """
    formula, inputs = figure.formula, figure.inputs
    if formula == "the stated amount":
        return float(inputs["stated amount"])
    if formula == "sum of the instalments paid in the year":
        return float(sum(inputs.values()))
    if formula.startswith("sum over the vests of grant x vesting_pct / 100"):
        return _sum_vests(figure)
    if match := re.fullmatch(r"sum of years 1 to (\d+)( / \d+)?", formula):
        years = int(match[1])
        total = sum(float(inputs[f"year {year}"]) for year in range(1, years + 1))
        return total / years if match[2] else total
    if (match := re.fullmatch(r"(\w+) - (\w+)", formula)) and isinstance(inputs.get(match[1]), str):
        return float((date.fromisoformat(inputs[match[1]]) - date.fromisoformat(inputs[match[2]])).days)
    expression = formula.partition(", ")[0] if ", without" in formula else formula
    for name in sorted(inputs, key=len, reverse=True):
        if isinstance(inputs[name], int | float):
            expression = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"({float(inputs[name])!r})", expression)
    expression = re.sub(r"(?<!\w)x(?!\w)", "*", expression).replace("^", "**")
    if not _ARITHMETIC.fullmatch(expression):
        return None
    return float(eval(expression))


def _sum_vests(figure: Figure) -> float:
    growth_rate = figure.inputs.get("growth_rate", 0)
    assert ("growth_rate" in figure.formula) == bool(growth_rate)
    vests = [(_VEST.fullmatch(name), value) for name, value in figure.inputs.items()]
    return sum(
        figure.inputs[match["grant"]] * percent / 100 * (1 + growth_rate) ** (int(match["month"]) / 12)
        for match, percent in vests
        if match
    )
