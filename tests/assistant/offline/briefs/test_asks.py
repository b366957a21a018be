"""What a message asks for, read from the way people type."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.reading import read_brief


def asked(text: str) -> dict[str, Decimal]:
    return {ask.term: ask.asked.value for ask in read_brief(text).asks if ask.asked is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write an email to Dana asking for 230 base and 450 rsu", {"base_salary": 230_000, "equity_grant": 450_000}),
        ("i want 155. reply max 3 lines", {"base_salary": 155_000}),
        ("same ask as email: structural engineer, 39k→43k EUR", {"base_salary": 43_000}),
        ("Company in Warsaw give 17 000 pln brutto, i ask 19 500", {"base_salary": 19_500}),
        ("52 doesnt work. 57 would", {"base_salary": 57_000}),
        ("ask for a 30k sign on", {"sign_on_bonus": 30_000}),
    ],
)
def test_sums_are_read_by_term(text: str, expected: dict[str, int]) -> None:
    assert asked(text) == expected


def test_from_and_to_are_told_apart() -> None:
    (ask,) = read_brief("write a mail to Priya asking to go from 172k AUD to 185k AUD").asks
    assert ask.offered is not None
    assert ask.asked is not None
    assert (ask.offered.value, ask.asked.value, ask.asked.currency) == (172_000, 185_000, "AUD")


def test_things_keep_the_words_of_the_person() -> None:
    words = [ask.words for ask in read_brief("i'd like to ask for childcare vouchers and a start on 2 November").asks]
    assert words == ["childcare vouchers", "a start on 2 November"]


def test_what_is_not_wanted_is_no_ask() -> None:
    assert read_brief("i don't want to tell them my current pay").asks == ()


def test_a_later_sum_replaces_an_earlier_one() -> None:
    brief = gather_brief(["write a mail, i want 155", "make that 160, i want 160"])
    assert [ask.asked.value for ask in brief.asks if ask.asked is not None] == [160_000]
