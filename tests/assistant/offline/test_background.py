"""What is told around a draft or a line of the recruiter is found in the person's own words."""

from __future__ import annotations

import pytest

from assistant.offline.background import find_sum, read_background


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["staff ml, 248 base. thinking 265", "i'd rather write it myself"], "265"),
        (["offer 92k, want 98"], "98"),
        (["I'd like 58k, they offer 54k", "I am thinking 57.5k is more realistic"], "57.5k"),
        (["they offered 90k"], ""),
    ],
)
def test_the_base_pay_wanted_last_is_found(texts: list[str], wanted: str) -> None:
    assert read_background(texts).wanted == wanted


def test_what_was_told_is_a_promise_only_beside_a_letter_that_says_something_else() -> None:
    assert read_background(["they said 79k on the phone and the letter says 74k"]).promised == "79k"
    assert read_background(["they said 79k on the phone"]).promised == ""


def test_a_preference_for_somebody_the_draft_names_is_none_for_its_reader() -> None:
    texts = ["i have an offer from Cleo, i'd prefer Cleo"]
    assert read_background(texts).preference == "i'd prefer Cleo"
    assert read_background(texts, "Hi Ben, I have an offer from Cleo. Match it.").preference == ""


def test_the_draft_itself_tells_nothing() -> None:
    draft = "Hi Ann, I want 99k or I walk."
    assert read_background([f"offer of 80k. is this ok: {draft}"], draft).wanted == ""


def test_a_sum_is_found_in_whatever_scale_it_is_written() -> None:
    assert find_sum("Could we do 58k?", "58") == "58k"
    assert find_sum("Could we do 58k, which is 7% more?", "7") == ""


@pytest.mark.parametrize(
    ("text", "conceded"),
    [
        ('"we can go to 40k but thats the ceiling" is what they said', "40k"),
        ('she said: "I can do 92k if you sign"', "92k"),
        ("honestly i can do 92k", ""),
        ("i came back with 95k", ""),
    ],
)
def test_what_they_can_pay_is_told_by_them(text: str, conceded: str) -> None:
    assert read_background([text]).conceded == conceded


def test_what_is_quoted_or_earned_is_not_wanted() -> None:
    assert read_background(["i asked for 182k", '"171k is the very top of the band"']).wanted == "182k"
    assert read_background(["they said 68k", "i'm on 66k now"]).wanted == ""


def test_a_percent_of_the_bonus_is_not_the_one_they_speak_of() -> None:
    told = read_background(["190k base, 15% bonus", "they cut it by 12% for boise"])
    assert told.percent == 12
    assert read_background(["190k base, 15% bonus"]).percent is None
