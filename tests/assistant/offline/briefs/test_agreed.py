"""Agreed: the pay the talks have come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.briefs.agreed import find_pay
from assistant.offline.briefs.answers import read_given


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


@pytest.mark.parametrize(
    "texts",
    [
        ["i asked for 155k. they said yes to a call"],
        ["asked 155k, they said yes if the board agrees"],
        ["if they went to 145k i'd sign"],
        ["i think they could pay 150k"],
        ["Globex came back with 150k, Acme says final"],
        ["they would never go to 150k"],
        ["i asked for 155k. Globex said yes"],
        ["hr said the last guy got 140k"],
    ],
)
def test_what_is_supposed_or_told_of_others_leaves_the_pay_as_it_was(texts: list[str]) -> None:
    pay = find_pay(["Acme offers 130k", *texts])
    assert pay is not None
    assert (pay.value, pay.period) == (130_000, "")


def test_pay_agreed_to_beside_a_benefit_is_the_pay() -> None:
    pay = find_pay(["Acme offers 120k", "i asked for 4 weeks leave and 130k, they said yes"])
    assert pay is not None
    assert pay.value == 130_000


def test_a_yes_to_one_part_is_no_yes_to_the_pay_beside_it() -> None:
    texts = ["Acme offers 120k", "asked 130k and a sign on of 10k", "they came to 127k and said yes to the sign-on"]
    pay = find_pay(texts)
    assert pay is not None
    assert pay.value == 127_000
    assert read_given(texts) == ["a sign on of 10k"]
