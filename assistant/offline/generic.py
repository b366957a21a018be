"""Tool use outside Parley: a rule-based caller for tools the coach knows nothing about.

Whoever binds other tools to the embedded coach gets sensible calls: the tool named in the text, or the one
that shares most words with it, its required arguments taken from the numbers and quoted words there.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTED = re.compile(r"[\"“'‘]([^\"”'’]+)[\"”'’]")
_WORD = re.compile(r"[a-z0-9]+")


def choose_tool(tools: list[dict[str, Any]], tool_choice: Any, text: str) -> dict[str, Any] | None:
    """The function schema to call, or None when nothing fits.

    Args:
        tools: OpenAI function schemas.
        tool_choice: None, "auto", "none", "any", "required", a tool's name, or an OpenAI choice dict.
        text: the newest message of the person.
    """
    functions = [tool["function"] for tool in tools]
    if not functions or tool_choice == "none":
        return None
    named = _named_choice(tool_choice)
    if named is not None:
        return next((function for function in functions if function["name"] == named), None)
    words = set(_WORD.findall(text.casefold()))

    def likeness(function: dict[str, Any]) -> int:
        if function["name"].casefold() in text.casefold():
            return 100
        name = set(_WORD.findall(function["name"].casefold().replace("_", " ")))
        about = set(_WORD.findall(function.get("description", "").casefold()))
        return 3 * len(words & name) + len(words & about)

    best = max(functions, key=likeness)
    return best if likeness(best) > 0 or tool_choice in ("any", "required", True) else None


def _named_choice(tool_choice: Any) -> str | None:
    if isinstance(tool_choice, dict):
        return str(tool_choice.get("function", {}).get("name") or tool_choice.get("name"))
    if isinstance(tool_choice, str) and tool_choice not in ("auto", "any", "required", "none"):
        return tool_choice
    return None


def fill_arguments(function: dict[str, Any], text: str) -> dict[str, Any]:
    """Required arguments by their JSON type, from the text: numbers in order, quoted words, else the text."""
    schema = function.get("parameters", {})
    numbers = iter(_NUMBER.findall(text))
    quoted = iter(_QUOTED.findall(text))
    properties = schema.get("properties", {})
    return {
        name: _fill(properties.get(name, {}), numbers, quoted, text, schema.get("$defs", {}))
        for name in schema.get("required", [])
    }


def _fill(schema: dict[str, Any], numbers: Any, quoted: Any, text: str, definitions: dict[str, Any]) -> Any:
    if "$ref" in schema:
        schema = definitions.get(schema["$ref"].rsplit("/", 1)[-1], {})
    if schema.get("enum"):
        return next((item for item in schema["enum"] if str(item).casefold() in text.casefold()), schema["enum"][0])
    kind = schema.get("type", "string")
    if kind == "integer":
        return int(float(next(numbers, "0")))
    if kind == "number":
        return float(next(numbers, "0"))
    if kind == "boolean":
        return not re.search(r"\b(?:no|not|false)\b", text, re.IGNORECASE)
    if kind == "array":
        return [_fill(schema.get("items", {}), numbers, quoted, text, definitions)]
    if kind == "object":
        return {
            name: _fill(schema["properties"][name], numbers, quoted, text, definitions)
            for name in schema.get("required", schema.get("properties", {}))
        }
    return next(quoted, text.strip())
