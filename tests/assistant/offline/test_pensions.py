"""Pensions: whose employer pays what into one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.offline.pensions import pension_arguments, read_pensions, tell_pensions


def offer(name: str, words: str) -> dict[str, Any]:
    return {"name": name, "offer": {}, "words": words}


@pytest.mark.parametrize(
    ("words", "later", "told"),
    [
        ("Acme 78k, 8% employer pension", "", {"Acme": 8}),
        ("Acme 78k", "acme pension 5%", {"Acme": 5}),
        ("Acme 78k plus 11.5% super", "", {"Acme": Decimal("11.5")}),
        ("Acme 78k", "globex pension is 3%, acme's is better", {"Globex": 3}),
        ("Acme 78k", "my pension 5% is fine", {}),
        ("Acme 78k, 8% bonus, pension too", "", {}),
    ],
)
def test_a_pension_is_of_the_offer_it_was_told_with(words: str, later: str, told: dict[str, Any]) -> None:
    assert read_pensions([offer("Acme", words), offer("Globex", "Globex 80k")], [words, later]) == told


def test_offers_of_one_message_have_the_pension_of_their_part() -> None:
    words = "A: 78k, 8% pension. B: 80k, 3% pension"
    assert read_pensions([offer("offer A", words), offer("offer B", words)], [words]) == {"offer A": 8, "offer B": 3}


def test_only_what_was_told_is_worked_out() -> None:
    pay = {
        "figures": [{"label": "recurring yearly compensation", "value": 110_000}],
        "data": {"currency": "GBP", "offer": {"base_annual": 100_000}},
    }
    offers = [offer("Acme", "Acme 100k, 8% pension"), offer("Globex", "Globex 100k")]
    arguments = pension_arguments(offers, [offers[0]["words"]], [pay, pay])
    assert arguments is not None
    labels = ["pension paid by Acme, a year", "Acme with it, a year", "difference with it, a year"]
    assert [step["label"] for step in arguments["steps"]] == labels
    assert arguments["steps"][-1]["formula"] == "both_1 - pay_a_year_2"
    assert arguments["numbers"] == {
        "base_1": 100_000,
        "pension_pct_1": 8,
        "pay_a_year_1": 110_000,
        "pay_a_year_2": 110_000,
    }
    assert pension_arguments(offers, ["no pensions"], [pay, pay]) is None
    assert tell_pensions(None) == ""
