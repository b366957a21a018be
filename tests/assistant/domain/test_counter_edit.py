"""Fields of the counter as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.counter_choice import CounterChoice
from assistant.domain.counter_edit import edit_choice, parse_amount
from assistant.errors import InputError


@pytest.mark.parametrize(
    ("text", "amount"), [("205k", 205000), ("$205,000", 205000), ("205000", 205000), ("205.5k USD", 205500)]
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: int) -> None:
    assert parse_amount(text, "target", "USD") == amount


@pytest.mark.parametrize("text", ["abc", "-5", "0", "10%", "180k to 190k", "9e99", "1e12"])
def test_what_is_no_single_amount_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_amount(text, "walk_away", "USD")
    assert refused.value.field == "walk_away"
    assert "205k" in refused.value.message


def test_an_amount_in_another_currency_is_refused() -> None:
    with pytest.raises(InputError, match="the offer is in USD"):
        parse_amount("€190k", "target", "USD")


def test_fields_are_set_and_taken_out() -> None:
    choice = edit_choice(
        CounterChoice(reasons="old"),
        {"target": "195k", "wanted.base_salary": "205k", "tone": "firm", "stay_years": "2.5", "recruiter": " Dana  R "},
        "USD",
    )
    assert (choice.target, choice.tone, choice.stay_years) == (195000, "firm", Decimal("2.5"))
    assert choice.wanted == {"base_salary": 205000}
    assert (choice.recruiter, choice.reasons) == ("Dana R", "old")
    cleared = edit_choice(choice, {"target": "", "wanted.base_salary": " "}, "USD")
    assert cleared.target is None
    assert cleared.wanted == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tone": "rude"}, "tone"),
        ({"stay_years": "99"}, "stay_years"),
        ({"stay_years": "long"}, "stay_years"),
        ({"wanted.car": "1k"}, "wanted.car"),
        ({"reasons": "x" * 3000}, "reasons"),
    ],
)
def test_what_cannot_be_used_names_its_field(changes: dict[str, str], field: str) -> None:
    with pytest.raises(InputError) as refused:
        edit_choice(CounterChoice(), changes, "USD")
    assert refused.value.field == field
