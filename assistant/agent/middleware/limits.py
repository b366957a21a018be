"""Limits of a turn: model calls, tool calls, time; and a tool that breaks does not break the turn."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from contextvars import copy_context
from typing import Any

from langchain.agents.middleware import (
    AgentMiddleware,
    AgentState,
    ModelRequest,
    ModelResponse,
    ToolCallRequest,
)
from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langgraph.runtime import Runtime
from langgraph.types import Command

from assistant.errors import ChatModelUnavailable
from assistant.offline.conversation import turn_start
from assistant.tools.deps import ToolDeps
from assistant.tools.specs import SPECS

MODEL_CALLS = 8
TOOL_CALLS = 10
RECURSION = 60
TURN_SECONDS = 90.0
STATUS = {spec.name: spec.status for spec in SPECS}

Request = ModelRequest[ToolDeps]
Response = ModelResponse[Any]
ToolAnswer = ToolMessage | Command[Any]


def build_limits(turn_seconds: float | None) -> list[AgentMiddleware[Any, Any]]:
    """The limits in their order, outermost first; a chat model that waits for nobody has no deadline."""
    deadline = [] if turn_seconds is None else [TurnDeadline(turn_seconds)]
    return [CallLimits(), *deadline, CompleteAnswers(), SafeTools()]


class CallLimits(AgentMiddleware[AgentState[Any], ToolDeps]):
    """So many calls of the chat model and of tools in a turn, counted in its messages.

    What counts in nodes of its own, as LangChain's limits do, makes a turn more than twice as many steps of the graph.
    """

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """See AgentMiddleware."""
        _end_endless(request)
        return handler(request)

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """See AgentMiddleware."""
        _end_endless(request)
        return await handler(request)

    def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolAnswer]) -> ToolAnswer:
        """See AgentMiddleware."""
        return _refuse_flood(request) or handler(request)

    async def awrap_tool_call(
        self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolAnswer]]
    ) -> ToolAnswer:
        """See AgentMiddleware."""
        return _refuse_flood(request) or await handler(request)


def _end_endless(request: Request) -> None:
    made = len(_replies(request.state["messages"]))
    if made >= MODEL_CALLS:
        raise ModelCallLimitExceededError(made, made, None, MODEL_CALLS)


def _refuse_flood(request: ToolCallRequest) -> ToolMessage | None:
    called = request.tool_call
    ids = [call["id"] for reply in _replies(request.state["messages"]) for call in reply.tool_calls]
    if called["id"] not in ids[TOOL_CALLS:]:
        return None
    refusal = "Tool call limit exceeded. Do not make additional tool calls."
    return ToolMessage(content=refusal, name=called["name"], tool_call_id=called["id"], status="error")


def _replies(messages: Sequence[AnyMessage]) -> list[AIMessage]:
    """What the chat model said in the turn so far, without the search that every turn begins with."""
    return [message for message in messages[turn_start(messages) :] if isinstance(message, AIMessage)][1:]


class DeadlineState(AgentState[Any]):
    """When the turn must have ended, on the monotonic clock."""

    turn_ends: float


class TurnDeadline(AgentMiddleware[DeadlineState, ToolDeps]):
    """One wall-clock limit for all model calls of a turn.

    A client's own timeout is not enough: it starts anew with every byte a slow server sends.
    """

    state_schema = DeadlineState

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def before_agent(self, state: DeadlineState, runtime: Runtime[ToolDeps]) -> dict[str, Any]:
        """See AgentMiddleware."""
        return {"turn_ends": time.monotonic() + self._seconds}

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """See AgentMiddleware."""
        try:
            return _call_within(self._seconds_left(request), lambda: handler(request))
        except TimeoutError as error:
            raise self._too_late() from error

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """See AgentMiddleware."""
        try:
            async with asyncio.timeout(self._seconds_left(request)):
                return await handler(request)
        except TimeoutError as error:
            raise self._too_late() from error

    def _seconds_left(self, request: Request) -> float:
        left = float(request.state["turn_ends"]) - time.monotonic()  # type: ignore[typeddict-item]
        if left <= 0:
            raise self._too_late()
        return left

    def _too_late(self) -> ChatModelUnavailable:
        return ChatModelUnavailable(f"The chat model took longer than {self._seconds:.0f} seconds.")


def _call_within(seconds: float, call: Callable[[], Response]) -> Response:
    """The result of the call, made in a thread that is left behind when time is up.

    Raises:
        TimeoutError: it did not end in time.
    """
    done: Future[Response] = Future()
    context = copy_context()

    def work() -> None:
        try:
            done.set_result(context.run(call))
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=work, daemon=True, name="chat model call").start()
    return done.result(timeout=seconds)


class CompleteAnswers(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Refuses answers that were cut: no end mark, length or filter stops, broken tool arguments."""

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """See AgentMiddleware."""
        return _check_complete(handler(request))

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """See AgentMiddleware."""
        return _check_complete(await handler(request))


def _check_complete(response: Response) -> Response:
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

    def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolAnswer]) -> ToolAnswer:
        """See AgentMiddleware."""
        _announce(request)
        try:
            return handler(request)
        except Exception as error:
            return report_crash(request.tool_call["name"], request.tool_call["id"], error)

    async def awrap_tool_call(
        self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolAnswer]]
    ) -> ToolAnswer:
        """See AgentMiddleware."""
        _announce(request)
        try:
            return await handler(request)
        except Exception as error:
            return report_crash(request.tool_call["name"], request.tool_call["id"], error)


def _announce(request: ToolCallRequest) -> None:
    status = STATUS.get(request.tool_call["name"], "working…")
    deps: ToolDeps = request.runtime.context  # type: ignore[assignment]
    deps.on_status(status)


def report_crash(name: str, call_id: str | None, error: Exception) -> ToolMessage:
    """What the chat model is told about a tool that broke: never the error's own words, which may hold paths."""
    return ToolMessage(
        content=f"Error: {name} could not be run ({type(error).__name__}).",
        name=name,
        tool_call_id=call_id,
        status="error",
    )
