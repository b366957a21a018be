"""Calculators: the tools that need no conversation."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.calculators import list_calculators, run_calculator
from assistant.errors import InputError

TODAY = date(2026, 11, 21)


def test_every_calculator_is_described_and_refuses_unknown_arguments() -> None:
    tools = list_calculators()
    assert {tool["name"] for tool in tools} >= {"total_compensation", "counter_plan"}
    for tool in tools:
        assert tool["description"]
        assert tool["schema"]["additionalProperties"] is False
        with pytest.raises(InputError, match="no_such_argument"):
            run_calculator(tool["name"], {"no_such_argument": 1}, TODAY)


def test_a_calculator_gives_figures_with_their_formula() -> None:
    offer = {"base_annual": 100000, "bonus_target_pct": 10}
    result = run_calculator("total_compensation", {"offer": offer}, TODAY)
    assert int(result.figures[0].value) == 110_000
    assert result.figures[0].formula


@pytest.mark.parametrize("name", ["search_guidance", "record_offer", "show_case", "no_such_tool", ""])
def test_what_needs_a_conversation_is_no_calculator(name: str) -> None:
    with pytest.raises(InputError, match="tool"):
        run_calculator(name, {}, TODAY)
