"""Limits of a turn: model calls, tool calls, time; and a tool that breaks does not break the turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from langchain.agents.middleware import (
    AgentMiddleware,
    AgentState,
    ModelCallLimitMiddleware,
    ModelRequest,
    ModelResponse,
    ToolCallLimitMiddleware,
    ToolCallRequest,
)
from langchain_core.messages import ToolMessage
from langgraph.runtime import Runtime
from langgraph.types import Command

from assistant.errors import ChatModelUnavailable
from assistant.tools.deps import ToolDeps

MODEL_CALLS = 8
TOOL_CALLS = 10
RECURSION = 60
TURN_SECONDS = 90.0
STATUS = {
    "search_guidance": "looking up the guidance…",
    "record_offer": "reading your offer…",
    "show_case": "opening your case…",
    "total_compensation": "computing total compensation…",
    "counter_plan": "working out the asks…",
}


def build_limits(clock: Callable[[], float] = time.monotonic) -> list[AgentMiddleware[Any, Any]]:
    """The limits in their order, outermost first."""
    return [
        ModelCallLimitMiddleware(run_limit=MODEL_CALLS, exit_behavior="error"),
        ToolCallLimitMiddleware(run_limit=TOOL_CALLS, exit_behavior="continue"),
        TurnDeadline(TURN_SECONDS, clock),
        CompleteAnswers(),
        SafeTools(),
    ]


class DeadlineState(AgentState[Any]):
    """When the turn began, on the clock of the deadline."""

    turn_began: float


class TurnDeadline(AgentMiddleware[DeadlineState, ToolDeps]):
    """One wall-clock limit for all model calls of a turn."""

    state_schema = DeadlineState

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock

    def before_agent(self, state: DeadlineState, runtime: Runtime[ToolDeps]) -> dict[str, Any]:
        """See AgentMiddleware."""
        return {"turn_began": self._clock()}

    def wrap_model_call(
        self, request: ModelRequest[ToolDeps], handler: Callable[[ModelRequest[ToolDeps]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """See AgentMiddleware."""
        if self._clock() - request.state["turn_began"] > self._seconds:  # type: ignore[typeddict-item]
            raise ChatModelUnavailable(f"The chat model took longer than {self._seconds:.0f} seconds.")
        return handler(request)


class CompleteAnswers(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Refuses answers that were cut: no end mark, length or filter stops, broken tool arguments."""

    def wrap_model_call(
        self, request: ModelRequest[ToolDeps], handler: Callable[[ModelRequest[ToolDeps]], ModelResponse[Any]]
    ) -> ModelResponse[Any]:
        """See AgentMiddleware."""
        response = handler(request)
        message = response.result[-1]
        reason = message.response_metadata.get("finish_reason")
        broken = getattr(message, "invalid_tool_calls", None)
        if broken or reason in (None, "length", "content_filter"):
            raise ChatModelUnavailable("The chat model's answer arrived incomplete.")
        if not message.text.strip() and not getattr(message, "tool_calls", None):
            raise ChatModelUnavailable("The chat model gave an empty answer.")
        return response


class SafeTools(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Tells the person which tool works, and turns a tool's crash into a result the model can read."""

    def wrap_tool_call(
        self,
        request: ToolCallRequest,
        handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]],
    ) -> ToolMessage | Command[Any]:
        """See AgentMiddleware."""
        name = request.tool_call["name"]
        request.runtime.stream_writer({"type": "status", "text": STATUS.get(name, "working…")})
        try:
            return handler(request)
        except Exception as error:
            return ToolMessage(
                content=f"Error: {name} could not be run ({type(error).__name__}).",
                name=name,
                tool_call_id=request.tool_call["id"],
                status="error",
            )
