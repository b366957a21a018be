"""Calculations from the command line: JSON arguments in, the JSON of `parley calc` out."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assistant.bootstrap import build_reference, load_stored_case
from assistant.calculators import run_calculator
from assistant.domain.money import to_json_number
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.interfaces.files import read_table, write_calendar, write_table

ERROR_STATUS = 2
READS_PAY_TABLES = "market_position"


def calculate(
    name: str,
    arguments: str,
    today: date,
    case: str | None = None,
    *,
    pay_table: Path | None = None,
    table: Path | None = None,
    calendar: Path | None = None,
) -> tuple[dict[str, Any], int]:
    """The answer as plain JSON and the exit status; bad arguments answer with field and message.

    Args:
        name: of the calculator.
        arguments: a JSON object.
        today: what the calculator takes for today.
        case: a stored conversation whose offers may be named.
        pay_table: a CSV file whose text becomes the argument `csv` of market_position.
        table: a new CSV file for the rows of the answer.
        calendar: a new .ics file for the dated rows of the answer.
    """
    try:
        stored = load_stored_case(case) if case is not None else None
        parsed = _parse_arguments(arguments)
        if pay_table is not None:
            if name != READS_PAY_TABLES:
                raise InputError("csv", "is a pay table for market_position; to save the rows of an answer use --table")
            parsed["csv"] = read_table(pay_table)
        result = render_result(run_calculator(name, parsed, today, build_reference(), stored))
        if calendar is not None:
            write_calendar(calendar, result, datetime.now().astimezone())
        if table is not None:
            write_table(table, result)
        return result, 0
    except InputError as error:
        return {"error": {"field": error.field, "message": error.message}}, ERROR_STATUS


def render_result(result: ToolResult) -> dict[str, Any]:
    """A tool's result with the contract's names."""
    return {
        "figures": [
            {
                "label": item.label,
                "value": to_json_number(item.value),
                "unit": item.unit,
                "formula": item.formula,
                "inputs": item.inputs,
            }
            for item in result.figures
        ],
        "table": list(result.table),
        "assumptions": list(result.assumptions),
        "warnings": list(result.warnings),
    }


def _parse_arguments(text: str) -> dict[str, Any]:
    try:
        arguments = json.loads(text, object_pairs_hook=_name_once)
    except json.JSONDecodeError as error:
        raise InputError("args", f"""is not JSON ({error}); write it like '{{"base_annual": 180000}}'""") from error
    if not isinstance(arguments, dict):
        raise InputError("args", "must be a JSON object")
    return arguments


def _name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise InputError(name, "is given twice; keep one")
    return dict(pairs)
