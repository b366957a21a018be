"""Calls of tools the coach knows nothing about."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.offline.generic import choose_tool, fill_arguments

WEATHER = {"function": {"name": "get_weather", "description": "The weather of a city"}}
SHARES = {"function": {"name": "share_price", "description": "What a share costs"}}
TOOLS: list[dict[str, Any]] = [WEATHER, SHARES]


@pytest.mark.parametrize(
    ("choice", "text", "expected"),
    [
        (None, "what is the weather like in Paris?", "get_weather"),
        ("auto", "please run share_price", "share_price"),
        (None, "tell me a joke", None),
        ("any", "tell me a joke", "get_weather"),
        ("required", "tell me a joke", "get_weather"),
        (True, "tell me a joke", "get_weather"),
        ("share_price", "the weather?", "share_price"),
        ({"type": "function", "function": {"name": "share_price"}}, "the weather?", "share_price"),
        ({"name": "share_price"}, "the weather?", "share_price"),
        ("no_such_tool", "the weather?", None),
        ("none", "the weather?", None),
    ],
)
def test_the_tool_is_the_one_asked_for_or_spoken_of(choice: Any, text: str, expected: str | None) -> None:
    found = choose_tool(TOOLS, choice, text)
    assert (found["name"] if found else None) == expected


def test_without_tools_nothing_is_called() -> None:
    assert choose_tool([], "any", "hello") is None


def test_arguments_are_taken_from_the_text_by_their_type() -> None:
    properties = {
        "count": {"type": "integer"},
        "price": {"type": "number"},
        "name": {"type": "string"},
        "sure": {"type": "boolean"},
        "unit": {"type": "string", "enum": ["kg", "lb"]},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "box": {"$ref": "#/$defs/Box"},
        "note": {"type": "string"},
    }
    box = {"type": "object", "properties": {"depth": {"type": "number"}}, "required": ["depth"]}
    function = {"parameters": {"properties": properties, "required": list(properties), "$defs": {"Box": box}}}
    text = 'buy 3 at 2.5 called "tin", in lb, size 7, depth 9'
    assert fill_arguments(function, text) == {
        "count": 3,
        "price": 2.5,
        "name": "tin",
        "sure": True,
        "unit": "lb",
        "sizes": [7],
        "box": {"depth": 9.0},
        "note": text,
    }


def test_arguments_that_may_be_left_out_are_left_out() -> None:
    assert fill_arguments({"parameters": {"properties": {"n": {"type": "integer"}}}}, "5") == {}
    assert fill_arguments({}, "5") == {}
