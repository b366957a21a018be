"""Passages as the chat model sees them: this turn's with numbers to cite, earlier ones put away."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from assistant.domain.sentences import MARKER
from assistant.offline.conversation import turn_passages, turn_start
from assistant.tools.guidance import NAME as SEARCH_GUIDANCE

PUT_AWAY = "(passages of an earlier turn; search again to cite them)"


def show_passages(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """Messages in which each passage of this turn carries its number and old numbers are gone.

    A number belongs to one turn: an old [2] next to a new [2] would name another passage.
    """
    start = turn_start(messages)
    numbers = {passage.chunk_id: number for number, passage in turn_passages(messages).items()}
    return [_show(message, numbers) if index >= start else _put_away(message) for index, message in enumerate(messages)]


def _show(message: AnyMessage, numbers: dict[str, int]) -> AnyMessage:
    if not (isinstance(message, ToolMessage) and message.name == SEARCH_GUIDANCE):
        return message
    content = str(message.text)
    for chunk_id, number in numbers.items():
        content = content.replace(f"<{chunk_id}>", f"[{number}]")
    return message.model_copy(update={"content": content})


def _put_away(message: AnyMessage) -> AnyMessage:
    if isinstance(message, ToolMessage) and message.name == SEARCH_GUIDANCE:
        return message.model_copy(update={"content": PUT_AWAY})
    if isinstance(message, AIMessage) and not message.tool_calls:
        return message.model_copy(update={"content": MARKER.sub("", message.text)})
    return message
