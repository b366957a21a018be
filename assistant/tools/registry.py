"""The tools as functions a LangChain chat model can call."""

from __future__ import annotations

from typing import Any

from langchain.tools import ToolRuntime
from langchain_core.tools import BaseTool, StructuredTool, ToolException

from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolSpec
from assistant.tools.specs import SPECS

UNDESCRIBED: dict[str, Any] = {"type": "object", "properties": {}}
"""In place of a schema, for a chat model that knows the arguments by itself; they are checked either way."""


def build_tools(described: bool = True) -> list[BaseTool]:
    """All tools; each finds its ToolDeps in the context of the run.

    Args:
        described: with the schema of the arguments, which takes half a second to make for all of them.
    """
    return [_build_tool(spec, spec.schema if described else UNDESCRIBED) for spec in SPECS]


def _build_tool(spec: ToolSpec, schema: dict[str, Any]) -> BaseTool:
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
        args_schema=schema,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )
