"""Sums about leaving: what is lost, less what a sign-on makes up for, and never a product of two sums of money."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.sums.catalogue import find_calculation, find_sum


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("unvested 90k at old job, new one gives sign on 25k, whats the gap", 65_000),
        ("unvested 70k and they give me 25k signing, difference?", 45_000),
        ("i forfeit 40k unvested and they offer sign on of 30k. how much short am i", 10_000),
        ("i lose 110k unvested, new sign on is 45k. how much not covered", 65_000),
        ("lose 30k bonus by leaving, sign on 20k. whats the gap?", 10_000),
    ],
)
def test_a_sign_on_is_set_against_what_is_lost(text: str, gap: int) -> None:
    found = find_sum([lexicon.fold(text)], offer=False, today=None)
    assert found is not None
    assert gap in values_of(Work(numbers=found.arguments["numbers"], steps=found.arguments["steps"])).values()


@pytest.mark.parametrize(
    "text", ["i lose 90k unvested at the old job, 25k a year there", "lose unvested 60k rsus, at 30k in all"]
)
def test_two_sums_of_money_are_no_shares_and_their_price(text: str) -> None:
    found = find_calculation([text], None)
    tranches = [] if found is None else found.arguments.get("tranches", [])
    assert not any("share_price" in each for each in tranches)


def test_shares_keep_their_price() -> None:
    found = find_sum(
        ["I lose 640 unvested shares at 112 and an 18k bonus. make whole figure?"], offer=False, today=None
    )
    assert found is not None
    assert found.arguments["tranches"] == [{"month": 1, "shares": 640, "share_price": 112}]
