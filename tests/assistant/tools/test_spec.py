"""Arguments that cannot be used are named as the person wrote them, whatever tool they go to."""

from __future__ import annotations

import math
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.tools.spec import ToolSpec
from assistant.tools.specs import SPECS, find_spec
from tests.assistant.tools.fakes import build_deps, recorded

BASE = {"base_annual": 180_000}


def equity(**terms: Any) -> dict[str, Any]:
    return {"offer": {**BASE, "equity": [terms]}}


REFUSED: list[tuple[str, Any, str, str]] = [
    ("total_compensation", {"offer": {"base_annual": math.nan}}, "offer.base_annual", "must be an ordinary number"),
    ("total_compensation", {"offer": {"base_annual": math.inf}}, "offer.base_annual", "must be an ordinary number"),
    ("total_compensation", {"offer": {"base_annual": -1}}, "offer.base_annual", "must not be negative"),
    ("total_compensation", {"offer": {"base_annual": 1e308}}, "offer.base_annual", "must be an ordinary number"),
    ("total_compensation", {"offer": {"base_annual": "180k"}}, "offer.base_annual", "must be a plain number"),
    ("total_compensation", {"offer": {"base_annual": True}}, "offer.base_annual", "must be a plain number"),
    ("total_compensation", {"offer": {"base_annual": {}}}, "offer.base_annual", "must be a plain number"),
    ("total_compensation", {"offer": {"base": 1}}, "offer.base", "is not known here; did you mean base_annual?"),
    ("total_compensation", {"offer": {**BASE, "equity": [{"value": 1}]}}, "offer.equity[0].value", "total_value?"),
    ("total_compensation", {"offer": BASE, "grwth_pct": 1}, "grwth_pct", "did you mean growth_pct?"),
    ("total_compensation", {"offer": BASE, "added": {"base_annual": 1}}, "added.base_annual", "base_salary"),
    ("total_compensation", {"offer": BASE, "start_date": "2026-02-30"}, "start_date", "YYYY-MM-DD"),
    ("present_value", {"payments": [{"date": "31/12/2026", "amount": 1}]}, "payments[0].date", "YYYY-MM-DD"),
    ("total_compensation", {"offers": BASE}, "offers", "is not known here"),
    ("total_compensation", {"offer": 5}, "offer", "must be the name of an offer on file, or its terms"),
    ("total_compensation", {"offer": [BASE]}, "offer", "must be the name of an offer on file, or its terms"),
    ("total_compensation", {"offer": "Acme"}, "offer", "no offer is called Acme; the case holds no offer yet"),
    ("total_compensation", {}, "offer", "is missing; the case holds no offer yet; give the terms"),
    ("total_compensation", [], "arguments", "must be named values"),
    ("total_compensation", {"offer": {}}, "base_annual", "is missing: give the yearly base salary"),
    ("total_compensation", {"offer": {**BASE, "currency": "usd"}}, "offer.currency", "three capital letters"),
    (
        "total_compensation",
        {"offer": {**BASE, "bonus_target_pct": 1001}},
        "offer.bonus_target_pct",
        "less than or equal",
    ),
    ("total_compensation", {"offer": {**BASE, "signing": [{"year": 1}]}}, "offer.signing[0].amount", "is missing"),
    (
        "total_compensation",
        {"offer": {**BASE, "signing": [{"year": True, "amount": 1}]}},
        "offer.signing[0].year",
        "whole",
    ),
    ("total_compensation", {"offer": BASE, "changes": {"bonus": 3}}, "changes.bonus", "is not known here"),
    ("total_compensation", {"offer": BASE, "changes": "more"}, "changes", "must be named values"),
    ("total_compensation", {"offer": BASE, "years": 0}, "years", "must be greater than or equal to 1"),
    ("total_compensation", {"offer": BASE, "years": 21}, "years", "must be less than or equal to 20"),
    ("total_compensation", {"offer": BASE, "years": "4"}, "years", "must be a whole number"),
    ("total_compensation", {"offer": BASE, "years": True}, "years", "must be a whole number"),
    ("total_compensation", {"offer": BASE, "growth_pct": -100}, "growth_pct", "must be greater than -100"),
    ("total_compensation", {"offer": BASE, "growth_pct": math.nan}, "growth_pct", "must be an ordinary number"),
    ("total_compensation", {"offer": {"base_annual": 1e15, "bonus_target_pct": 50}}, "offer", "too large to be pay"),
    ("total_compensation", equity(total_value=1, schedule=[30, 30, 30]), "offer.equity[0].schedule", "sums to 90 %"),
    ("total_compensation", equity(total_value=1, schedule=[0.25] * 4), "offer.equity[0].schedule", "sums to 1 %"),
    ("total_compensation", equity(total_value=-1), "offer.equity[0].total_value", "must not be negative"),
    ("total_compensation", equity(years=0), "offer.equity[0].years", "must be greater than 0"),
    ("total_compensation", equity(kind="stock"), "offer.equity[0].kind", "must be 'rsu', 'option' or 'percent'"),
    ("total_compensation", equity(frequency="weekly"), "offer.equity[0].frequency", "must be 'monthly'"),
    (
        "total_compensation",
        equity(years=2, schedule=[25] * 4),
        "equity[0].schedule",
        "lists 4 years but the grant is over 2",
    ),
    ("total_compensation", {"offer": {**BASE, "equity": {"total_value": 1}}}, "offer.equity", "must be a list"),
    ("counter_plan", {"offer": BASE, "wanted": {"base": 1}}, "wanted.base", "must be 'base_salary'"),
    ("counter_plan", {"offer": BASE, "wanted": {"base_salary": math.nan}}, "wanted.base_salary", "ordinary number"),
    ("counter_plan", {"offer": BASE, "wanted": {"base_salary": 5}}, "base_salary", "no more than is already offered"),
    ("counter_plan", {"offer": BASE, "wanted": [1]}, "wanted", "must be named values"),
    ("counter_plan", {"offer": BASE, "uplift_pct": 0}, "uplift_pct", "must be greater than or equal to 1"),
    ("counter_plan", {"offer": {}}, "offer", "neither a base salary nor a stock grant"),
    ("record_offer", {}, "text", "is missing"),
    ("record_offer", {"text": ""}, "text", "must not be empty"),
    ("record_offer", {"text": 5}, "text", "must be the words themselves"),
    ("record_offer", {"text": "x", "role": "theirs"}, "role", "must be 'mine' or 'competing'"),
    ("search_guidance", {"query": ""}, "query", "must not be empty"),
    ("search_guidance", {"query": "x" * 2001}, "query", "at most 2000 characters"),
    ("show_case", {"name": "x"}, "name", "is not known here"),
]


@pytest.mark.parametrize(("tool", "arguments", "field", "message"), REFUSED, ids=lambda value: str(value)[:60])
def test_what_cannot_be_used_is_named(tool: str, arguments: Any, field: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        find_spec(tool).call(arguments, build_deps())
    assert caught.value.field == field
    assert message in caught.value.message
    assert caught.value.message[0].islower() or caught.value.message[0] in '"'


def test_a_name_nobody_knows_lists_the_offers_on_file() -> None:
    with pytest.raises(InputError, match="no offer is called Initech; the case holds: Acme, Globex"):
        find_spec("counter_plan").call(
            {"offer": "Initech"}, build_deps(recorded("Acme"), recorded("Globex", "competing"))
        )


def test_numbers_may_come_as_text() -> None:
    result = find_spec("total_compensation").call({"offer": {"base_annual": "180000"}}, build_deps())
    assert result.figures[0].value == 180_000


def test_the_result_of_a_tool_carries_its_name() -> None:
    deps = build_deps(recorded("Acme", base_annual=1), words=["hello"])
    arguments = {"search_guidance": {"query": "base"}, "record_offer": {"text": "hello"}}
    for name in (*arguments, "show_case", "total_compensation", "counter_plan"):
        assert find_spec(name).call(arguments.get(name, {}), deps).tool == name


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.calculates], ids=lambda spec: spec.name)
def test_a_calculator_called_without_arguments_answers_or_names_what_is_missing(spec: ToolSpec) -> None:
    try:
        assert spec.call({}, build_deps()).tool == spec.name
    except InputError as error:
        assert error.field
        assert error.message
