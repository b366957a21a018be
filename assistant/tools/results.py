"""Results: figures, rows and notes of a rule as the one shape every tool gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from assistant.domain.figure import Figure
from assistant.domain.money import render_unit, to_json_number
from assistant.domain.result import ToolResult

Row = Mapping[str, Any]


def build_result(
    name: str,
    figures: Iterable[Figure],
    *,
    table: Iterable[Row] = (),
    assumptions: Iterable[str] = (),
    warnings: Iterable[str] = (),
    data: Mapping[str, Any] | None = None,
) -> ToolResult:
    """The result of a tool; its text lists every figure with its formula, then the notes.

    Rows may hold Decimals; they become plain JSON numbers. Notes said twice are kept once.
    """
    listed, noted, warned = tuple(figures), tuple(dict.fromkeys(assumptions)), tuple(dict.fromkeys(warnings))
    lines = [f"{item.label}: {render_unit(item.value, item.unit)} ({item.formula})" for item in listed]
    return ToolResult(
        tool=name,
        text="\n".join([*lines, *noted, *warned]),
        figures=listed,
        table=tuple({key: _to_plain(value) for key, value in row.items()} for row in table),
        assumptions=noted,
        warnings=warned,
        data=dict(data or {}),
    )


def _to_plain(value: Any) -> Any:
    return to_json_number(value) if isinstance(value, Decimal) else value
