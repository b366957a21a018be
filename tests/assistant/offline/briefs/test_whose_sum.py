"""Whose sum: a sum behind an order that no word tells to be offered or wanted is asked about."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.whose_sum import says_offered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("write to Noor, she recruits: 185 base", 185_000),
        ("email to Priyanka she does hiring at the clinic, 72 base, 6 yrs as a dental hygienist", 72_000),
        ("text Shonda, shes the recruiter: 66k", 66_000),
    ],
)
def test_a_sum_that_nothing_tells_apart_is_asked_for_and_asked_about(text: str, value: int) -> None:
    brief = read_brief(text)
    assert brief.unsure is not None
    assert [brief.unsure.value, *(ask.asked.value for ask in brief.asks if ask.asked)] == [value, value]


@pytest.mark.parametrize(
    "text",
    [
        "write to Tom and ask for 66k",
        "write a counter to Tom, 66k",
        "they offered 180k base, write an email to Dana asking for 195 base",
        "write to Tom: they offer 66k",
        "mail to Dolores: base 77 -> 83",
        "write an email to Dana: base 180k, RSU 200k over 4 years, bonus 15%",
        "Neha ko mail bhejna hai. wo 24 lpa de rahe, mujhe 28 fixed chahiye",
    ],
)
def test_a_sum_with_a_word_for_it_is_not_asked_about(text: str) -> None:
    assert read_brief(text).unsure is None


@pytest.mark.parametrize(("text", "offered"), [("that's what they offer", True), ("66 is what i want", False)])
def test_the_answer_to_the_question_is_read(text: str, offered: bool) -> None:
    assert says_offered(text) is offered
