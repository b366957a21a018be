"""The embedded coach as a chat model: what it calls, what it says, and that it always says the same."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage, SystemMessage

from assistant.offline.conversation import CHECK_MESSAGE, MARKS
from assistant.offline.model import CoachModel
from assistant.tools.registry import build_tools
from tests.fakes.graph import PROMPTS, run_turn

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"


@pytest.fixture
def model() -> CoachModel:
    return CoachModel(render=PROMPTS.render)


def test_it_records_and_computes_before_it_answers(model: CoachModel) -> None:
    turn = run_turn(model, OFFER)
    called = [
        call["name"] for message in turn.messages if isinstance(message, AIMessage) for call in message.tool_calls
    ]
    assert called[0] == "search_guidance"
    assert [name for name in called if name != "search_guidance"] == ["record_offer", "show_case", "total_compensation"]
    assert "$297,000" in turn.text
    assert turn.checks == []


def test_the_same_conversation_gets_the_same_messages(model: CoachModel) -> None:
    def content(turn: Any) -> list[Any]:
        return [(m.type, m.content, getattr(m, "tool_calls", None)) for m in turn.messages]

    assert content(run_turn(model, OFFER)) == content(run_turn(model, OFFER))


def test_told_to_call_nothing_it_calls_nothing(model: CoachModel) -> None:
    answer = model.bind_tools(build_tools(), tool_choice="none").invoke([HumanMessage(OFFER)])
    assert answer.tool_calls == []
    assert answer.text


def test_feedback_of_a_check_makes_it_drop_the_sentences_quoted(model: CoachModel) -> None:
    messages = run_turn(model, "what should I push on?").messages
    first = str(messages[-1].text)
    sentence = first.split("\n", maxsplit=1)[0]
    feedback = HumanMessage(f"- not backed: “{sentence}”", name=CHECK_MESSAGE)
    second = model.invoke([*messages, feedback])
    assert sentence not in second.text
    assert second.response_metadata[MARKS]["kind"] == messages[-1].response_metadata[MARKS]["kind"]


def test_a_stream_says_the_same_as_a_whole_answer(model: CoachModel) -> None:
    bound = model.bind_tools(build_tools())
    whole = bound.invoke([HumanMessage(OFFER)])
    merged = AIMessageChunk(content="")
    for chunk in bound.stream([HumanMessage(OFFER)]):
        assert isinstance(chunk, AIMessageChunk)
        merged = merged + chunk
    assert (merged.text, merged.tool_calls) == (whole.text, whole.tool_calls)
    assert merged.response_metadata["finish_reason"] == whole.response_metadata["finish_reason"]


@pytest.mark.parametrize("messages", [[SystemMessage("Be kind.")], [SystemMessage("Be kind."), HumanMessage("")]])
def test_with_nothing_to_go_on_it_asks_for_the_offer(model: CoachModel, messages: list[Any]) -> None:
    assert model.invoke(messages).text
