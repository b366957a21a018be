"""Tool choice: a chat model sees the tools most turns need, and those it has opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage
from langchain_core.tools import BaseTool

from assistant.tools.deps import ToolDeps
from assistant.tools.open_calculators import ALWAYS_OPEN, NAME

Request = ModelRequest[ToolDeps]
Response = ModelResponse[Any]


class ToolChoice(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Sends the schemas of open tools only: all together are too long for many chat models."""

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """See AgentMiddleware."""
        return handler(_with_open_tools(request))

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """See AgentMiddleware."""
        return await handler(_with_open_tools(request))


def _with_open_tools(request: Request) -> Request:
    names = ALWAYS_OPEN | set(find_opened(request.messages))
    return request.override(
        tools=[tool for tool in request.tools if not isinstance(tool, BaseTool) or tool.name in names]
    )


def find_opened(messages: Sequence[AnyMessage]) -> Iterator[str]:
    """Names the chat model has opened in this conversation, and tools it has called before."""
    for message in messages:
        for call in message.tool_calls if isinstance(message, AIMessage) else ():
            yield call["name"]
            if call["name"] == NAME:
                names = call["args"].get("names", ())
                yield from (name for name in names if isinstance(name, str))
