"""Finding the current turn in a list of messages."""

from __future__ import annotations

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.domain.figure import Figure
from assistant.domain.result import ToolResult
from assistant.offline.conversation import (
    CHECK_MESSAGE,
    figures_in,
    last_answer,
    person_texts,
    tool_results,
    turn_start,
)


def result(tool: str, value: int = 1) -> ToolMessage:
    figure = Figure(label="pay", value=value, unit="USD", formula="", rule=tool)
    artifact = ToolResult(tool=tool, text="", figures=(figure,)).model_dump(mode="json")
    return ToolMessage("", tool_call_id="1", artifact=artifact)


CALL = AIMessage("", tool_calls=[{"name": "pay", "args": {}, "id": "1", "type": "tool_call"}])
FEEDBACK = HumanMessage("wrong", name=CHECK_MESSAGE)
TURN: list[AnyMessage] = [HumanMessage("base?"), CALL, result("pay"), AIMessage("100")]


def test_the_feedback_of_a_check_opens_no_turn() -> None:
    messages = [*TURN, HumanMessage("and stock?"), AIMessage("draft"), FEEDBACK]
    assert turn_start(messages) == 4
    assert person_texts(messages) == ["base?", "and stock?"]


def test_results_without_a_value_are_passed_over() -> None:
    messages = [result("pay"), ToolMessage("Error: no", tool_call_id="2", status="error"), result("counter")]
    assert [item["tool"] for item in tool_results(messages)] == ["pay", "counter"]
    assert [item["tool"] for item in tool_results(messages, "pay")] == ["pay"]


def test_a_figure_computed_twice_is_one_figure() -> None:
    assert [int(figure.value) for figure in figures_in([result("pay"), result("pay"), result("pay", 2)])] == [1, 2]


def test_a_call_is_no_answer() -> None:
    assert last_answer([*TURN, HumanMessage("more"), CALL]) == TURN[-1]
    assert last_answer([CALL]) is None
