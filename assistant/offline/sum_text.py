"""Sums as text: the figure that answers first, what it is made of, what was taken and what was assumed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_unit
from assistant.offline.sums.sum import ReadSum
from assistant.offline.view import View

MOST_FIGURES = 8
MOST_NOTES = 4


def compose_sum(view: View, asked: ReadSum) -> str | None:
    """The answer to a calculation asked in words, or None when its tool gave none."""
    result = view.result(asked.sum.tool)
    if result is None:
        return None
    first, *rest = list(_chosen(result, asked.sum.shows)) or [("", "")]
    lines = [f"- {label}: {value}" for label, value in rest]
    return "\n\n".join(
        part
        for part in (
            f"**{first[0]}: {first[1]}.**" if first[0] else "",
            "\n".join(lines),
            _taken(asked),
            _notes("Assumed", result["assumptions"], MOST_NOTES),
            _notes("Mind", result["warnings"], 2),
        )
        if part
    )


def ask_for_missing(asked: ReadSum) -> str:
    """The question back: what the calculation still needs."""
    *most, last = asked.missing
    wanted = f"{', '.join(most)} and {last}" if most else last
    known = _taken(asked)
    return f"I can work that out. I still need {wanted}." + (f"\n\n{known}" if known else "")


def _chosen(result: dict[str, Any], shows: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Label and value of the figures to show: in the order of `shows`, each once, else the first few."""
    figures = result["figures"]
    seen: set[str] = set()
    ordered = [item for start in shows for item in figures if item["label"].startswith(start)] or figures
    for item in ordered:
        if item["label"] in seen or len(seen) >= MOST_FIGURES:
            continue
        seen.add(item["label"])
        label = item["label"]
        yield label[:1].upper() + label[1:], render_unit(Decimal(str(item["value"])), item["unit"])


def _taken(asked: ReadSum) -> str:
    """The arguments as they were read, so that a wrong one can be corrected."""
    plain = {name: value for name, value in asked.arguments.items() if name not in ("offer", "currency")}
    if not plain:
        return ""
    listed = "; ".join(
        f"{name.replace('_pct', ' %').replace('_', ' ')} {_plain(value)}" for name, value in plain.items()
    )
    return f"*Taken from your words* (`{asked.sum.tool}`): {listed}."


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " + ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_plain(item)}" for name, item in value.items())
    return f"{value:,}" if isinstance(value, int | float) else str(value).replace("_", " ")


def _notes(label: str, notes: list[str], most: int) -> str:
    return f"*{label}:* {' '.join(notes[:most])}" if notes else ""
