"""Calculations from the command line: JSON arguments in, the JSON of `parley calc` out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from assistant.bootstrap import build_reference, load_stored_case
from assistant.calculators import run_calculator
from assistant.domain.money import to_json_number
from assistant.domain.result import ToolResult
from assistant.errors import InputError

ERROR_STATUS = 2


def calculate(name: str, arguments: str, today: date, case: str | None = None) -> tuple[dict[str, Any], int]:
    """The answer as plain JSON and the exit status; bad arguments answer with field and message.

    Offers may be named as they are called in the stored case of that name.
    """
    try:
        stored = load_stored_case(case) if case is not None else None
        return render_result(run_calculator(name, _parse_arguments(arguments), today, build_reference(), stored)), 0
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
        arguments = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError("args", f"is not JSON: {error}") from error
    if not isinstance(arguments, dict):
        raise InputError("args", "must be a JSON object")
    return arguments
