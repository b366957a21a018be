"""The graph: chat model, tools and middleware put together; create_agent is called here only."""

from __future__ import annotations

from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langgraph.graph.state import CompiledStateGraph

from assistant.agent.middleware.grounding import GroundingGuard
from assistant.agent.middleware.guidance import GuidanceFirst
from assistant.agent.middleware.limits import TURN_SECONDS, build_limits
from assistant.agent.middleware.own_numbers import OwnNumbers
from assistant.agent.middleware.tool_choice import ToolChoice
from assistant.agent.prompts import Prompts
from assistant.tools.deps import ToolDeps
from assistant.tools.open_calculators import describe_closed
from assistant.tools.registry import build_tools
from assistant.tools.specs import SPECS


def build_agent(
    chat_model: BaseChatModel, prompts: Prompts, turn_seconds: float | None = TURN_SECONDS, *, described: bool = True
) -> CompiledStateGraph[Any, ToolDeps, Any, Any]:
    """One graph for every chat model, which has so many seconds for a turn; `described`: it reads the tools' schemas.

    The "nostream" tag keeps tokens of an unchecked draft from any listener: what leaves the graph
    has passed the guard.
    """
    quiet = chat_model.model_copy(update={"tags": [*(chat_model.tags or []), "nostream"]})
    return create_agent(
        model=quiet,
        tools=build_tools(described),
        system_prompt=prompts.render("system/coach", calculators=describe_closed(SPECS)),
        middleware=[GuidanceFirst(), GroundingGuard(prompts), *build_limits(turn_seconds), ToolChoice(), OwnNumbers()],
        context_schema=ToolDeps,
    )
