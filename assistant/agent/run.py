"""Run: one turn through the graph of a chat model, and what went wrong when it gave no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.exceptions import (
    ContextOverflowError,
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelInvalidRequestError,
    ModelNotFoundError,
    ModelPermissionDeniedError,
    ModelRateLimitError,
    ModelTimeoutError,
)
from langchain_core.messages import AnyMessage, HumanMessage
from langgraph.errors import GraphRecursionError
from langgraph.graph.state import CompiledStateGraph

from assistant.agent.middleware.limits import RECURSION
from assistant.errors import ParleyError
from assistant.offline.conversation import turn_start
from assistant.tools.deps import ToolDeps

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ModelAuthenticationError, "Its server refused the key."),
    (ModelPermissionDeniedError, "This key may not use it."),
    (ModelNotFoundError, "Its server knows no model of that name."),
    (ContextOverflowError, "This conversation is too long for it."),
    (ModelInvalidRequestError, "Its server refused the request."),
    (ModelRateLimitError, "Its server is busy, or the account has no credit left."),
    (ModelTimeoutError, "Its server took too long."),
    (ModelConnectionError, "Its server could not be reached."),
    (ModelAPIError, "Its server had a problem."),
    (ModelCallLimitExceededError, "It called tools without end."),
    (GraphRecursionError, "It called tools without end."),
)


@dataclass(frozen=True)
class ChatModelGraph:
    """The graph of one chat model, under the model's public name."""

    name: str
    graph: CompiledStateGraph[Any, ToolDeps, Any, Any]

    def run(self, history: Sequence[AnyMessage], asked: str, deps: ToolDeps) -> list[AnyMessage]:
        """The messages of the new turn, from the person's to the checked answer.

        Tools put what they record into `deps.case`.
        """
        # To stream the steps, the graph would run each of them in a thread of its own with another that waits for news.
        asked_now = {"messages": [*history, HumanMessage(asked)]}
        state = self.graph.invoke(asked_now, config={"recursion_limit": RECURSION}, context=deps)
        messages = cast("list[AnyMessage]", state["messages"])
        return messages[turn_start(messages) :]


def explain_failure(error: Exception) -> str:
    """Why there is no answer, as a sentence; never the words of a server, which may repeat the key."""
    if isinstance(error, ParleyError):
        return str(error)
    known = (reason for kind, reason in _REASONS if isinstance(error, kind))
    return next(known, f"Its reply could not be used ({type(error).__name__}).")
