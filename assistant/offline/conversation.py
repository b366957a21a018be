"""The current turn in a list of messages: what was asked, which tools answered, what is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.domain.evidence import Chunk, number_passages
from assistant.domain.figure import Figure
from assistant.domain.grouping import grouped_alike

CHECK_MESSAGE = "check"
"""Name of the message that carries findings back to the chat model; it is not the person's."""
MARKS = "parley"
"""Key in an answer's response_metadata under which its kind, citations and findings travel."""


WIDEST = 40
_WIDE = re.compile(rf"[^\S\n]{{{WIDEST},}}")
_NO_LINES = re.compile(r"\n(?:[^\S\n]{0,40}\n){3,}")


def is_asked(message: AnyMessage) -> bool:
    """Whether the person wrote this message."""
    return isinstance(message, HumanMessage) and message.name != CHECK_MESSAGE


def person_texts(messages: Sequence[AnyMessage]) -> list[str]:
    """What the person wrote, oldest first, their thousands parted as the conversation parts them.

    Of white space no more is kept than a table or a paragraph needs.
    """
    told = [message.text for message in messages if is_asked(message)]
    return grouped_alike([_NO_LINES.sub("\n\n\n", _WIDE.sub(" " * WIDEST, text)) for text in told])


def turn_start(messages: Sequence[AnyMessage]) -> int:
    """Index of the message that opened the current turn."""
    return max((index for index, message in enumerate(messages) if is_asked(message)), default=0)


def tool_results(messages: Sequence[AnyMessage], name: str | None = None) -> list[dict[str, Any]]:
    """The results of tools as plain JSON, oldest first; of one tool when a name is given."""
    return [
        message.artifact
        for message in messages
        if isinstance(message, ToolMessage)
        and isinstance(message.artifact, dict)
        and (name is None or message.artifact.get("tool") == name)
    ]


def turn_passages(messages: Sequence[AnyMessage]) -> dict[int, Chunk]:
    """The numbered passages found in the current turn."""
    return number_passages(tool_results(messages[turn_start(messages) :], "search_guidance"))


def figures_in(messages: Sequence[AnyMessage]) -> tuple[Figure, ...]:
    """All figures tools computed in these messages, each once."""
    found = [Figure.model_validate(item) for result in tool_results(messages) for item in result["figures"]]
    return tuple({(figure.label, figure.value, figure.rule): figure for figure in found}.values())


def last_answer(messages: Sequence[AnyMessage]) -> AIMessage | None:
    """The newest message of the chat model that calls no tool."""
    answers = [item for item in messages if isinstance(item, AIMessage) and not item.tool_calls]
    return answers[-1] if answers else None
