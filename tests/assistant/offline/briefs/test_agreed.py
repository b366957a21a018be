"""Agreed: the pay the talks have come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.briefs.agreed import find_pay


@pytest.mark.parametrize(
    ("texts", "value", "period"),
    [
        (["asked for 164, they came back w 158 (was 152)"], "158000", ""),
        (["offer is $39.00/h", "i asked 42", "she says 40.50"], "40.50", "an hour"),
        (["offer is $39.00/h", "she says 40.50", "i went back and said 41.25", "they said yes"], "41.25", "an hour"),
        (["offer 4,200 usd a month", "they also moved to 4,500"], "4500", "a month"),
        (["they had me at 69k, i wanted 75, ended at 72,500"], "72500", ""),
        (["base 178k offered", "they added 30k sign on"], "178000", ""),
    ],
)
def test_the_pay_is_what_they_named_last_or_agreed_to(texts: list[str], value: str, period: str) -> None:
    pay = find_pay(texts)
    assert pay is not None
    assert (pay.value, pay.period) == (Decimal(value), period)


def test_the_pay_of_another_firm_is_not_the_pay_agreed() -> None:
    pay = find_pay(["they offered 118k", "i have another offer from Basecamp, 131k"])
    assert pay is not None
    assert pay.value == 118_000


def test_what_is_only_asked_for_is_not_agreed() -> None:
    assert find_pay(["i want 195k, write to Dana"]) is None


def test_what_family_says_is_no_offer() -> None:
    pay = find_pay(["they offered 48 lakh", "i want 56 lakh", "wife says 56 is greedy, 54"])
    assert pay is not None
    assert pay.value == 4_800_000


@pytest.mark.parametrize("answer", ["they said yes to a call", "they said yes, but only after six months"])
def test_a_yes_to_something_else_or_on_a_condition_agrees_to_no_sum(answer: str) -> None:
    pay = find_pay(["they offered 120k", f"i asked for 135k. {answer}"])
    assert pay is not None
    assert pay.value == 120_000
