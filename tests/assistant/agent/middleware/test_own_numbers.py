"""Amounts in tool calls: the person's, a figure, or none at all."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from assistant.agent.middleware.own_numbers import find_foreign_numbers
from tests.fakes.chat_model import call, say, scripted
from tests.fakes.graph import make_deps, run_turn

ASKED = "They offer 2,500,000 INR base, a 15% bonus and 10k sign-on over 4 years. I want 205."


@pytest.mark.parametrize(
    "arguments",
    [
        {"offer": "Acme"},
        {"offer": {"base_annual": 2500000, "bonus_target_pct": 15.0, "signing": [{"year": 1, "amount": 10000}]}},
        {"wanted": {"base_salary": 205000}},
        {"offer": {"equity": [{"years": 4, "schedule": [25, 25, 25, 25], "cliff_months": 12}]}, "years": 6},
        {"growth_pct": 0, "currency_assumed": True},
        {"growth_pct": -15},
    ],
)
def test_the_persons_amounts_and_plain_counts_pass(arguments: dict[str, Any]) -> None:
    assert find_foreign_numbers(arguments, [HumanMessage(ASKED)], make_deps()) == []


@pytest.mark.parametrize(
    ("arguments", "foreign"),
    [
        ({"offer": {"base_annual": 250}}, ["250"]),
        ({"offer": {"base_annual": 2500000, "signing": [{"amount": 77000}]}}, ["77000"]),
        ({"growth_pct": 8}, ["8"]),
        ({"offer": {"base_annual": "250000"}}, ["250000"]),
        ({"changes": {"base_annual": 1e99}}, [f"{10**99}"]),
    ],
)
def test_amounts_from_nowhere_are_named(arguments: dict[str, Any], foreign: list[str]) -> None:
    assert find_foreign_numbers(arguments, [HumanMessage(ASKED)], make_deps()) == foreign


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "lots", True])
def test_what_is_no_number_is_left_to_the_tool(value: Any) -> None:
    assert find_foreign_numbers({"base_annual": value}, [HumanMessage(ASKED)], make_deps()) == []


def test_the_chat_model_is_told_and_no_figure_is_made() -> None:
    steps = (call("total_compensation", offer={"base_annual": 412000}), say("Tell me your base salary."))
    with scripted(*steps) as model:
        turn = run_turn(model, "what does an offer like mine pay?")
    assert "412000 is not from the person" in turn.tool_errors[0]
    assert turn.text == "Tell me your base salary."


def test_a_figure_of_an_earlier_call_may_go_into_the_next() -> None:
    asked = "Acme: 180k base and 40k sign-on"
    steps = (
        call("total_compensation", offer={"base_annual": 180000, "signing": [{"amount": 40000}]}),
        call("counter_plan", offer={"base_annual": 180000}, wanted={"base_salary": 220000}),
        say("Done."),
    )
    with scripted(*steps) as model:
        turn = run_turn(model, asked)
    assert turn.tool_errors == []


def test_numbers_that_only_sums_read_are_the_persons_too() -> None:
    told = [HumanMessage("three twelves a week at 38.50, what is a year?")]
    assert find_foreign_numbers({"numbers": {"shifts": 3, "a_shift": 12, "pay": 38.5}}, told, make_deps()) == []


def test_a_senseless_number_reaches_the_tool_that_names_what_is_wrong_with_it() -> None:
    told = [HumanMessage("how much is -40 an hour a year")]
    assert find_foreign_numbers({"hourly_rate": -40}, told, make_deps()) == []


def test_a_bare_number_may_be_thousands_and_a_small_count_is_none() -> None:
    told = [HumanMessage("asked for a 20k sign on, she said ok to 10 not 12. i have 3 questions")]
    assert find_foreign_numbers({"numbers": {"sign_on": 10000}}, told, make_deps()) == []
    assert find_foreign_numbers({"numbers": {"pay": 3000}}, told, make_deps()) == ["3000"]
