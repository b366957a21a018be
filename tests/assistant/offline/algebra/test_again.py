"""A question asked again with another number or by another period."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.again import ask_again

PACKAGE = "£88,000 and a 15% bonus. total?"
SIGN_ON = ["sign on of 15k, prorated over 2 years", "how much if i leave after 9 months"]


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        ([PACKAGE, "and if i get them up to 93?"], "£93k and a 15% bonus. total?"),
        ([PACKAGE, "93?", "and with 20%?"], "£93k and a 20% bonus. total?"),
        ([*SIGN_ON, "and after a year?"], "how much if i leave after a year"),
        (
            ["common is at 4.30", "what's the spread on 100 options?", "same but common at 6"],
            "what's the spread on 100 options?",
        ),
    ],
)
def test_a_new_number_takes_the_place_of_the_one_like_it(texts: list[str], last: str) -> None:
    told, again = ask_again(texts)
    assert (told[-1], again) == (last, True)


@pytest.mark.parametrize(
    "newest",
    [
        "write the mail with 93",
        "if overtime past 40 is time and a half?",
        "should i ask for 93?",
        "my other offer is 93k",
        "so if i quit after 15 months what do i owe",
    ],
)
def test_a_question_or_number_of_its_own_asks_nothing_again(newest: str) -> None:
    assert not ask_again([PACKAGE, newest])[1]
