"""The list of tools, and how each becomes a function the chat model can call."""

from __future__ import annotations

from typing import Any

from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool, StructuredTool, ToolException

from assistant.errors import InputError
from assistant.tools.case import SHOW_CASE
from assistant.tools.compensation import TOTAL_COMPENSATION
from assistant.tools.counter import COUNTER_PLAN
from assistant.tools.deps import ToolDeps
from assistant.tools.guidance import SEARCH_GUIDANCE
from assistant.tools.offer import RECORD_OFFER
from assistant.tools.spec import ToolSpec

SPECS: tuple[ToolSpec, ...] = (SEARCH_GUIDANCE, RECORD_OFFER, SHOW_CASE, TOTAL_COMPENSATION, COUNTER_PLAN)


def find_spec(name: str) -> ToolSpec:
    """The tool of that name.

    Raises:
        InputError: there is none.
    """
    for spec in SPECS:
        if spec.name == name:
            return spec
    raise InputError("tool", f'"{name}" is unknown; the tools are {", ".join(spec.name for spec in SPECS)}')


def build_tools() -> list[BaseTool]:
    """All tools as LangChain tools; they find their ToolDeps in the run's context."""
    return [_build_tool(spec) for spec in SPECS]


def _build_tool(spec: ToolSpec) -> BaseTool:
    def run(runtime: ToolRuntime[ToolDeps], **arguments: Any) -> tuple[str, dict[str, Any]]:
        try:
            result = spec.run(spec.arguments(**arguments), runtime.context)
        except InputError as error:
            raise ToolException(f"Error: {error}") from error
        return result.text, result.model_dump(mode="json")

    return StructuredTool.from_function(
        run,
        name=spec.name,
        description=spec.description,
        args_schema=spec.arguments,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )
