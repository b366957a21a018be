"""A chat model sees few schemas at first, and every calculator once it has opened it."""

from __future__ import annotations

import json

from assistant.tools.open_calculators import ALWAYS_OPEN, describe_closed
from assistant.tools.specs import SPECS
from tests.fakes.chat_model import call, say, scripted
from tests.fakes.graph import run_turn

SOUND = "Base is often the least flexible part of an offer. [1]"


def test_the_first_request_holds_the_tools_that_most_turns_need() -> None:
    with scripted(say(SOUND)) as model:
        run_turn(model, "what should I push on?")
        (request,) = model.script.requests
    assert set(request.tools) == ALWAYS_OPEN


def test_the_system_prompt_names_every_calculator_that_is_not_sent() -> None:
    with scripted(say(SOUND)) as model:
        run_turn(model, "what should I push on?")
        system = model.script.requests[0].messages[0].text
    assert describe_closed(SPECS) in system
    assert all(spec.name in system for spec in SPECS if spec.calculates)


def test_an_opened_calculator_can_be_called_in_the_same_turn() -> None:
    with scripted(
        call("open_calculators", names=["pay_period"]),
        call("pay_period", amount=62, period="hour"),
        say("At 62 an hour that is $128,960 a year."),
    ) as model:
        turn = run_turn(model, "what is 62 an hour a year?")
        tools = [set(request.tools) for request in model.script.requests]
    assert "pay_period" in tools[1]
    assert "128,960" in turn.text
    assert turn.checks == []


def test_a_name_no_calculator_has_is_answered_with_those_there_are() -> None:
    with scripted(call("open_calculators", names=["tax_wizard"]), say(SOUND)) as model:
        run_turn(model, "what should I push on?")
        (answer,) = [m for m in model.script.requests[1].messages if m.type == "tool" and m.name == "open_calculators"]
    assert "tax_wizard" in answer.text
    assert "income_tax" in answer.text


def test_what_is_sent_at_first_is_a_fraction_of_all_schemas() -> None:
    sizes = {spec.name: len(json.dumps(spec.schema)) for spec in SPECS}
    assert sum(sizes[name] for name in ALWAYS_OPEN) < sum(sizes.values()) / 5
