"""Calculators: the deterministic tools for callers that need no library, conversation or chat model."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.cases.case import Case
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables
from assistant.tools.deps import NoGuidance, ToolDeps
from assistant.tools.specs import SPECS, find_spec


def list_calculators() -> list[dict[str, Any]]:
    """Name, description and JSON schema of every deterministic tool."""
    return [
        {"name": spec.name, "description": spec.description, "schema": spec.schema} for spec in SPECS if spec.calculates
    ]


def run_calculator(
    name: str, arguments: dict[str, Any], today: date, reference: ReferenceTables, case: Case | None = None
) -> ToolResult:
    """Run a deterministic tool as the chat model would, on this case or an empty one.

    Raises:
        InputError: no such calculator, or an argument that cannot be used, by its name.
    """
    spec = find_spec(name)
    if not spec.calculates:
        known = ", ".join(item.name for item in SPECS if item.calculates)
        raise InputError("tool", f'"{name}" needs a conversation; the calculators are {known}')
    deps = ToolDeps(
        guidance=NoGuidance(),
        read_offers=lambda text: [],
        case=case or Case(name="calc"),
        today=today,
        reference=reference,
    )
    return spec.call(arguments, deps)
