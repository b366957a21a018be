from __future__ import annotations

from typing import Any

from langchain.tools import ToolRuntime
from langchain_core.messages import ToolMessage

from assistant.tools.registry import build_tools
from assistant.tools.specs import SPECS
from tests.assistant.tools.fakes import build_deps, recorded


def call(name: str, arguments: dict[str, Any]) -> ToolMessage:
    tool = next(tool for tool in build_tools() if tool.name == name)
    runtime = ToolRuntime(
        state={},
        context=build_deps(recorded("Acme", base_annual=180_000)),
        config={},
        stream_writer=lambda event: None,
        tool_call_id="1",
        store=None,
    )
    request = {"name": name, "args": {**arguments, "runtime": runtime}, "id": "1", "type": "tool_call"}
    message = tool.invoke(request)
    assert isinstance(message, ToolMessage)
    return message


def test_every_spec_is_a_tool_with_the_same_schema() -> None:
    tools = build_tools()
    assert [tool.name for tool in tools] == [spec.name for spec in SPECS]
    for tool, spec in zip(tools, SPECS, strict=True):
        assert tool.description == spec.description
        assert tool.args_schema == spec.schema


def test_a_result_is_text_for_the_model_and_data_for_the_rest() -> None:
    message = call("total_compensation", {})
    assert "year 1 total compensation: $180,000" in message.text
    assert message.artifact["figures"][0]["value"] == 180_000


def test_wrong_arguments_come_back_as_words_the_model_can_act_on() -> None:
    message = call("total_compensation", {"years": 0})
    assert message.status == "error"
    assert message.text == "Error: years: must be greater than or equal to 1"
