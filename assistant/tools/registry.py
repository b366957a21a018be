"""The tools as functions a LangChain chat model can call."""

from __future__ import annotations

from typing import Any

from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool, StructuredTool, ToolException

from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolSpec
from assistant.tools.specs import SPECS


def build_tools() -> list[BaseTool]:
    """All tools; each finds its ToolDeps in the context of the run."""
    return [_build_tool(spec) for spec in SPECS]


def _build_tool(spec: ToolSpec) -> BaseTool:
    def run(runtime: ToolRuntime[ToolDeps], **arguments: Any) -> tuple[str, dict[str, Any]]:
        try:
            result = spec.call(arguments, runtime.context)
        except InputError as error:
            raise ToolException(f"Error: {error}") from error
        return result.text, result.model_dump(mode="json")

    return StructuredTool.from_function(
        run,
        name=spec.name,
        description=spec.description,
        # The schema only, so that one place checks arguments and names what is wrong with them.
        args_schema=spec.schema,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )
