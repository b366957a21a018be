"""Limits: amounts an answer repeats from the notes and inputs of its calculations, as figures of their own.

The law's limits and the rates a calculator assumes are no results, yet an answer that names one has to say where it
is from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from langchain_core.messages import AnyMessage

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.figure import Figure
from assistant.offline.conversation import figures_in, tool_results

_LEAST_BARE = 10_000
_NOTED, _GIVEN = "named in a note of the calculation", "an input of the calculation"
Key = tuple[bool, Decimal]
"""Whether it is a percentage, and its value."""


def figures_of_answer(messages: Sequence[AnyMessage], text: str) -> tuple[Figure, ...]:
    """What the tools computed in these messages, and the limits and inputs of it that the answer repeats."""
    figures = figures_in(messages)
    return (*figures, *figures_of_limits(tool_results(messages), figures, text))


def figures_of_limits(results: Sequence[Mapping[str, Any]], figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """A figure for each amount and percentage of `text` that only a note or an input of a calculation holds.

    >>> result = {"tool": "retirement_match", "assumptions": ["Up to $360,000 counts."], "warnings": [], "figures": []}
    >>> [(f.label, str(f.value), f.unit) for f in figures_of_limits([result], (), "Mind: up to $360,000 counts.")]
    [('Up to $360,000 counts.', '360000', 'USD')]
    """
    known: set[Key] = {(figure.unit == "percent", figure.value) for figure in figures}
    shown: set[Key] = {_key(amount) for amount in read_amounts(text) if _is_told(amount)} - known
    found: dict[Key, Figure] = {}
    if shown:
        for key, figure in [*_given(figures), *_noted(results)]:
            if key in shown:
                found.setdefault(key, figure)
    return tuple(found.values())


def _is_told(amount: WrittenAmount) -> bool:
    return amount.kind != "plain" or amount.value >= _LEAST_BARE or "," in amount.quote


def _key(amount: WrittenAmount) -> Key:
    return amount.kind == "percent", abs(amount.value)


def _noted(results: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Key, Figure]]:
    for result in results:
        units = [item["unit"] for item in result["figures"] if len(item["unit"]) == 3 and item["unit"].isupper()]
        for note in (*result["assumptions"], *result["warnings"]):
            for amount in filter(_is_told, read_amounts(note)):
                unit = "percent" if amount.kind == "percent" else amount.currency or next(iter(units), "USD")
                key = _key(amount)
                yield key, Figure(label=note, value=key[1], unit=unit, formula=_NOTED, rule=result["tool"])


def _given(figures: Sequence[Figure]) -> Iterator[tuple[Key, Figure]]:
    for figure in figures:
        for name, value in figure.inputs.items():
            if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
                continue
            number, is_rate = Decimal(str(value)), name.endswith("_rate")
            key = (is_rate or name.endswith("_pct"), number * 100 if is_rate else number)
            unit = "percent" if key[0] else figure.unit if len(figure.unit) == 3 else "USD"
            yield key, Figure(label=name.replace("_", " "), value=key[1], unit=unit, formula=_GIVEN, rule=figure.rule)
