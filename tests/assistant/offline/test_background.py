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


def test_a_preference_is_kept_that_names_this_employer_by_no_name() -> None:
    assert read_background(["honestly i'd rather join them"]).preference == "honestly i'd rather join them"


@pytest.mark.parametrize(
    "text",
    [
        "i have an offer from Cleo, i'd prefer Cleo",
        "Acme 130k, Globex 120k. honestly i'd rather join Globex",
        "i'd prefer 160k base",
        "i'd prefer them over Globex",
        "i'd rather join globex",
    ],
)
def test_a_preference_for_a_firm_or_a_sum_is_none_for_the_reader_of_a_draft(text: str) -> None:
    assert read_background([text]).preference == ""


def test_the_draft_itself_tells_nothing() -> None:
    draft = "Hi Ann, I want 99k or I walk."
    assert read_background([f"offer of 80k. is this ok: {draft}"], draft).wanted == ""


def test_a_sum_is_found_in_whatever_scale_it_is_written() -> None:
    assert find_sum("Could we do 58k?", "58") == "58k"
    assert find_sum("Could we do 58k, which is 7% more?", "7") == ""


@pytest.mark.parametrize(
    ("text", "within_reach"),
    [
        ('"we can go to 40k but thats the ceiling" is what they said', "40k"),
        ('she said: "I can do 92k if you sign"', "92k"),
        ("honestly i can do 92k", ""),
        ("i came back with 95k", ""),
    ],
)
def test_what_they_can_pay_is_told_by_them(text: str, within_reach: str) -> None:
    assert read_background([text]).within_reach == within_reach


@pytest.mark.parametrize(
    ("text", "conceded"),
    [
        ("i asked 150, they moved up to 140k", "140k"),
        ("she came back with 142k today", "142k"),
        ("if they went to 145k i'd sign", ""),
        ("i think they could pay 150k", ""),
        ("Globex came back with 150k. the others are final", ""),
        ("my friend said she can do 138k there", ""),
        ("they said we can do 5 more", ""),
        ("they never went to 145k", ""),
        ("they came back with 130k again", ""),
    ],
)
def test_only_a_move_the_employer_made_is_conceded(text: str, conceded: str) -> None:
    assert read_background(["Acme offered 130k", text]).conceded == conceded


def test_a_move_is_nobodys_where_two_firms_are_told_of() -> None:
    assert read_background(["they came back with 150k"], companies=("Acme", "Globex")).conceded == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("they gave me until the 30th", "the 30th"),
        ("the deadline is the 20th", "the 20th"),
        ("i can start by March 15", ""),
        ("landlord wants 2k until the 5th", ""),
        ("promised my boss to stay until June 30", ""),
        ("they gave me until the 5th to send references", ""),
    ],
)
def test_the_day_to_answer_by_is_told_as_one(text: str, date: str) -> None:
    assert read_background([text, "they now want my answer tomorrow"]).first_date == date


def test_what_the_person_told_them_is_no_promise_of_theirs() -> None:
    assert read_background(["i told them 150k, the letter says 140k"]).promised == ""
    assert read_background(["they said 10k bonus, the letter says 140k"]).promised == ""


def test_a_floor_is_neither_wanted_nor_asked_for() -> None:
    assert read_background(["i want 160k, need 145k to make rent work"]).wanted == "160k"
    assert read_background(["i need 145k to say yes"]).wanted == ""
    assert read_background(["i want 160k"]).asked == ()
    assert read_background(["i asked Dana for 75k"]).asked == ("75k",)
    assert read_background(["they asked 75k"]).asked == ()


def test_a_band_they_tell_is_not_the_range_that_was_seen() -> None:
    assert read_background(["they said the band is 120k-140k"]).posted == ""
    assert read_background(["the posting said 120k-140k"]).posted == "120k-140k"


def test_what_is_quoted_or_earned_is_not_wanted() -> None:
    assert read_background(["i asked for 182k", '"171k is the very top of the band"']).wanted == "182k"
    assert read_background(["they said 68k", "i'm on 66k now"]).wanted == ""


def test_a_percent_of_the_bonus_is_not_the_one_they_speak_of() -> None:
    told = read_background(["190k base, 15% bonus", "they cut it by 12% for boise"])
    assert told.percent == 12
    assert read_background(["190k base, 15% bonus"]).percent is None
