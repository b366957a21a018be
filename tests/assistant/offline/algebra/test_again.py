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
    ("question", "newest", "last"),
    [
        ("24/hr for 40 hours, weekly", "38 not 40", "24/hr for 38 hours, weekly"),
        ("24/hr for 40 hours, weekly", "26 not 24", "26/hr for 40 hours, weekly"),
        ("40/hr for 36 hours. weekly", "42 not 40", "42/hr for 36 hours. weekly"),
        ("48 shifts at 12 hours 40/hr?", "46 not 48", "46 shifts at 12 hours 40/hr?"),
    ],
)
def test_a_number_that_does_not_hold_is_replaced_and_replaces_none(question: str, newest: str, last: str) -> None:
    assert ask_again([question, newest]) == ([last], True)


def test_a_number_denied_that_was_never_told_changes_nothing() -> None:
    assert not ask_again(["24/hr for 40 hours, weekly", "38 not 41"])[1]


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
