"""The whole graph with a chat model behind an OpenAI-compatible address, and all the ways it can fail."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest
from langchain_core.exceptions import ModelTimeoutError
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from assistant.agent.build import build_agent
from assistant.agent.run import ChatModelGraph
from assistant.errors import ChatModelUnavailable
from assistant.llm.openai_compatible import build_chat_model
from assistant.session import CoachSession
from tests.fakes.graph import LIMITS, PROMPTS, make_deps, run_turn
from tests.fakes.openai_server import Reply, Server, call, openai_server, say

KEY = "sk-this-is-a-secret-key-0123456789"
OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
SOON = {"retry-after-ms": "5"}


def connect(server: Server, seconds: float = 2.0) -> BaseChatModel:
    return build_chat_model("fake", SecretStr(KEY), server.url, request_seconds=seconds)


@pytest.fixture
def coach(open_session: Callable[..., CoachSession]) -> Callable[..., CoachSession]:
    def coach(server: Server, turn_seconds: float = 20.0) -> CoachSession:
        graph = build_agent(connect(server), PROMPTS, turn_seconds)
        return open_session(chosen=ChatModelGraph("openai:fake", graph))

    return coach


Coach = Callable[..., CoachSession]


def test_the_same_graph_records_computes_and_answers(coach: Coach) -> None:
    steps = (
        call("record_offer", {"text": OFFER}),
        call("total_compensation", {}),
        say("Year 1 pays **$297,000**, a recurring year $257,000 and the average $267,000. [1]"),
    )
    with openai_server(*steps) as server:
        answer = coach(server).ask(OFFER)
    assert answer.model == "openai:fake"
    assert answer.kind == "offer"
    assert answer.notes == ()
    assert answer.findings == ()
    assert [offer["company"] for offer in answer.offers] == ["Microsoft"]
    assert {figure.label: int(figure.value) for figure in answer.figures}["year 1 total compensation"] == 297_000
    assert len(answer.citations) == 1


def test_the_server_is_asked_in_order_with_the_key_and_the_tools_and_without_a_stream(coach: Coach) -> None:
    with openai_server(say("Ask what the band is. [1]")) as server:
        session = coach(server)
        name = session.create_case()
        session.ask("what should I push on?", name)
        session.ask("and then?", name)
        first, second = server.requests
    assert server.keys == [f"Bearer {KEY}"] * 2
    assert not first.get("stream")
    assert {tool["function"]["name"] for tool in first["tools"]} >= {"search_guidance", "record_offer"}
    assert [message["role"] for message in second["messages"]].count("user") == 2


def test_a_figure_the_model_made_up_is_sent_back_and_then_left_out(coach: Coach) -> None:
    made_up = "The band ends at $412,000. Ask what the range of the level is."
    with openai_server(say(made_up)) as server:
        answer = coach(server).ask("what should I push on?")
        assert len(server.requests) == 2
        assert "$412,000" in server.requests[1]["messages"][-1]["content"]
    assert answer.text == "Ask what the range of the level is."
    assert [finding.check for finding in answer.findings] == ["untraceable_number"]


FAULTS = {
    "a refused key that is echoed": (
        Reply(401, body=f'{{"error": {{"message": "wrong key {KEY}"}}}}'),
        "refused the key",
    ),
    "a forbidden key": (Reply(403, body=f'{{"error": {{"message": "{KEY}"}}}}'), "may not use it"),
    "an unknown model": (Reply(404, body='{"error": {"message": "no such model"}}'), "no model of that name"),
    "too much traffic": (Reply(429, body="{}", headers=SOON), "busy"),
    "a broken server": (Reply(500, body=KEY, headers=SOON), "had a problem"),
    "a page instead of a reply": (Reply(200, body="<html>login</html>"), "could not be used"),
    "a reply that is cut": (say("Half of an answer", fault="cut", headers=SOON), "could not be reached"),
    "an empty reply": (say(""), "empty"),
    "an unfinished reply": (say("Your base", finish_reason="length"), "incomplete"),
    "a filtered reply": (say("…", finish_reason="content_filter"), "incomplete"),
    "cut arguments": (call("total_compensation", '{"offer": {"base_annual": 2500'), "incomplete"),
    "arguments that are no object": (call("total_compensation", "[1"), "incomplete"),
    "tools without end": (call("show_case", {}), "without end"),
}


@pytest.mark.parametrize(("reply", "reason"), FAULTS.values(), ids=FAULTS)
def test_when_it_fails_the_embedded_coach_answers_and_says_why(
    coach: Coach, caplog: pytest.LogCaptureFixture, reply: Reply, reason: str
) -> None:
    with caplog.at_level(logging.INFO), openai_server(reply) as server:
        answer = coach(server).ask(OFFER)
    assert answer.model == "offline"
    assert "$297,000" in answer.text
    (note,) = answer.notes
    assert reason in note
    assert KEY not in answer.model_dump_json()
    assert KEY not in caplog.text


def test_a_busy_server_is_asked_again(coach: Coach) -> None:
    busy = Reply(429, body="{}", headers=SOON)
    with openai_server(busy, busy, say("Ask what the band is.")) as server:
        answer = coach(server).ask("what should I push on?")
    assert answer.model == "openai:fake"
    assert answer.notes == ()


def test_a_server_that_never_answers_costs_no_more_than_the_time_of_a_turn(coach: Coach) -> None:
    with openai_server(Reply(fault="hang")) as server:
        session = coach(server, turn_seconds=0.5)
        began = time.monotonic()
        answer = session.ask(OFFER)
    assert time.monotonic() - began < 3
    assert answer.model == "offline"
    assert "longer than" in answer.notes[0]


def test_a_request_is_given_up_after_its_own_time() -> None:
    with openai_server(Reply(fault="hang")) as server, pytest.raises(ModelTimeoutError):
        connect(server, seconds=0.1).invoke("hello")


def test_a_listener_to_tokens_does_not_make_the_server_stream() -> None:
    with openai_server(say("Ask what the band is.")) as server:
        agent = build_agent(connect(server), PROMPTS)
        asked = {"messages": [HumanMessage("hello")]}
        list(agent.stream(asked, LIMITS, context=make_deps(), stream_mode="messages"))
        assert not server.requests[0].get("stream")


def stream(server: Server) -> BaseChatModel:
    return connect(server).model_copy(update={"disable_streaming": False, "streaming": True})


def test_even_a_streaming_model_can_call_tools_and_answer() -> None:
    with openai_server(call("total_compensation", {"offer": {"base_annual": 2_500_000}}), say("Done.")) as server:
        turn = run_turn(stream(server), "They offer a base of 2,500,000.")
        assert server.requests[0]["stream"]
    assert turn.text == "Done."
    assert turn.tool_errors == []


@pytest.mark.parametrize(
    "reply",
    [
        call("total_compensation", '{"offer": {"base_annual": 2500', finish_reason=None),
        say("Half of an ans", finish_reason=None),
    ],
    ids=["arguments", "words"],
)
def test_a_stream_that_ends_early_is_no_answer_and_runs_no_tool(reply: Reply) -> None:
    with openai_server(reply) as server, pytest.raises(ChatModelUnavailable):
        run_turn(stream(server), "hello")


def test_a_server_without_a_key_can_be_used(coach: Coach) -> None:
    with openai_server(say("Hello.")) as server:
        assert build_chat_model("fake", None, server.url).invoke("hello").text == "Hello."
        assert server.keys == ["Bearer none"]


def test_the_key_is_never_part_of_what_the_model_says_about_itself() -> None:
    model = build_chat_model("fake", SecretStr(KEY), "http://127.0.0.1:1/v1")
    assert KEY not in repr(model)
    assert KEY not in str(model)
