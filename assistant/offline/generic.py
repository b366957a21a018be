"""Tool use outside Parley: a rule-based caller for tools the coach knows nothing about.

Whoever binds other tools to the embedded coach gets sensible calls: the tool named in the text, or the one
that shares most words with it, its required arguments taken from the numbers and quoted words there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTED = re.compile(r"[\"“'‘]([^\"”'’]+)[\"”'’]")
_WORD = re.compile(r"[a-z0-9]+")
_LONG_WORD = re.compile(r"[a-z0-9]{4,}")
_NEGATION = re.compile(r"\b(?:no|not|false)\b", re.IGNORECASE)


def choose_tool(tools: Sequence[dict[str, Any]], tool_choice: Any, text: str) -> dict[str, Any] | None:
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
        about = set(_LONG_WORD.findall(function.get("description", "").casefold()))
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
    """Required arguments by their JSON type, from the text: numbers in order, quoted words, else the text.

    >>> fill_arguments({"parameters": {"properties": {"n": {"type": "integer"}}, "required": ["n"]}}, "double 21")
    {'n': 21}
    """
    schema = function.get("parameters", {})
    return _Filler(text, schema.get("$defs", {})).fill_object(schema)


class _Filler:
    """Takes values out of a text one after the other, as a JSON schema asks for them."""

    def __init__(self, text: str, definitions: dict[str, Any]) -> None:
        self._text, self._definitions = text, definitions
        self._numbers = iter(_NUMBER.findall(text))
        self._quoted = iter(_QUOTED.findall(text))

    def fill_object(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = schema.get("properties", {})
        return {name: self._fill(properties.get(name, {})) for name in schema.get("required", ())}

    def _fill(self, schema: dict[str, Any]) -> Any:
        if "$ref" in schema:
            schema = self._definitions.get(schema["$ref"].rsplit("/", 1)[-1], {})
        if schema.get("enum"):
            named = (item for item in schema["enum"] if str(item).casefold() in self._text.casefold())
            return next(named, schema["enum"][0])
        fillers: dict[str, Callable[[], Any]] = {
            "integer": lambda: int(float(next(self._numbers, "0"))),
            "number": lambda: float(next(self._numbers, "0")),
            "boolean": lambda: not _NEGATION.search(self._text),
            "array": lambda: [self._fill(schema.get("items", {}))],
            "object": lambda: self.fill_object(schema),
        }
        fill = fillers.get(str(schema.get("type")))
        return fill() if fill is not None else next(self._quoted, self._text.strip())
