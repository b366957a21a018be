"""How the chat model sees passages: numbered in their turn, put away later."""

from __future__ import annotations

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.agent.middleware.passages import PUT_AWAY, show_passages
from assistant.tools.guidance import SEARCH_GUIDANCE
from tests.fakes.graph import make_deps
from tests.fakes.guidance import BASE, SIGN_ON, FakeGuidance


def search(identity: str, *passages: object) -> ToolMessage:
    guidance = FakeGuidance(passages=passages or (BASE, SIGN_ON))  # type: ignore[arg-type]
    result = SEARCH_GUIDANCE.call({"query": "pay"}, make_deps(guidance=guidance))
    return ToolMessage(
        result.text, name=SEARCH_GUIDANCE.name, tool_call_id=identity, artifact=result.model_dump(mode="json")
    )


def test_two_searches_of_one_turn_share_one_numbering() -> None:
    shown = show_passages([HumanMessage("pay?"), search("1", SIGN_ON), search("2", BASE, SIGN_ON)])
    assert shown[1].text.startswith("[1] Sign-on")
    assert "[2] Base" in shown[2].text
    assert "[1] Sign-on" in shown[2].text


def test_an_older_turn_keeps_its_words_but_not_its_passages_and_numbers() -> None:
    messages: list[AnyMessage] = [
        HumanMessage("pay?"),
        search("1"),
        AIMessage('Ask. [1] Wait [2 "one-time money"].'),
        HumanMessage("and now?"),
        search("2"),
    ]
    shown = show_passages(messages)
    assert shown[1].text == PUT_AWAY
    assert "[" not in shown[2].text
    assert shown[4].text.startswith("[1]")


def test_the_stored_messages_are_not_changed() -> None:
    messages: list[AnyMessage] = [HumanMessage("pay?"), search("1")]
    show_passages(messages)
    assert messages[1].text.startswith("<base#0>")
