"""Other time: what they moved to is told however long it took, and what will be paid later is no term."""

from __future__ import annotations

import pytest

from assistant.offline.other_time import is_of_other_time


@pytest.mark.parametrize(
    "text",
    [
        "within a week of my mail they moved to 118k",
        "after two weeks they came back with 148k",
        "historically they dont move but they gave 115k",
        "she said 105k after my review of the contract",
        "a week later they raised it to 95k after a review",
        "on average they wait but today they bumped it to 126k",
        "after about a month of silence its now 99k",
        "last time they refused, this time they agreed to 155k",
        "following the review of my counter theyre at 136k",
        "took forever: in 3 weeks they answered 101k",
        "they used to say no. now it's 92k",
    ],
)
def test_how_long_an_answer_took_is_no_other_time(text: str) -> None:
    assert not is_of_other_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "after probation it goes to 118k",
        "after probation they raised everyone to 118k",
        "they said after 6 months it will be 118k",
        "they told me it'd be raised to 118k after a year",
        "it will be raised to 118k in two weeks",
        "last year they gave 20k bonus",
        "base moves to 118k at the first review",
        "they agreed to raise it to 118k within 6 months",
        "in year two they pay 118k",
        "on average they paid 15k",
    ],
)
def test_what_is_paid_later_or_was_paid_before_is_of_another_time(text: str) -> None:
    assert is_of_other_time(text)
