"""Requests: wishes in people's own words become one sentence to the company, and what cannot is left out."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.requests import thing_of, to_request


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("and i'd want them to look at grade 7 again,", "I would like you to look at grade 7 again."),
        ("need it to say lead on the contract", "I would like it to say lead on the contract."),
        ("i need till the 9th", "I would need until the 9th."),
        ("gimme a saturday off a month", "I would like a saturday off a month."),
        ("I'm after the 2-day remote thing", "I would like to ask for the 2-day remote thing."),
        ("was hoping for 61", "I would like to ask for 61."),
    ],
)
def test_a_wish_in_the_first_person_stays_one(words: str, request_: str) -> None:
    assert to_request(words).casefold() == request_.casefold()


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("can they throw in parking", "Could you throw in parking?"),
        ("does she want me there on monday", "Do you want me there on Monday?"),
        ("ask if theyd cover my boards, about 900", "Would you cover my boards, about 900?"),
        ("to see whether the laptop is mine to keep", "Is the laptop mine to keep?"),
        ("find out how many nights there are in a month", "How many nights are there in a month?"),
        ("get Ines to add the clause before friday", "Could you add the clause before Friday?"),
        ("asking him to put me on the day roster", "Could you put me on the day roster?"),
    ],
)
def test_what_they_are_to_do_or_tell_is_asked(words: str, request_: str) -> None:
    assert to_request(words) == request_


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Ask: a desk by the window", "a desk by the window"),
        ("so 12 thousand for the move, receipts and all.", "12 thousand for the move, receipts and all"),
        ("asking for per diem at $80", "per diem at $80"),
        ("-> the van at weekends ->", "the van at weekends"),
    ],
)
def test_a_thing_is_asked_for_by_name(words: str, thing: str) -> None:
    assert thing_of(to_request(words)) == thing


def test_a_second_choice_says_so() -> None:
    assert to_request("or failing that, 3 more days of leave").startswith("If that is not possible")


@pytest.mark.parametrize("words", ["quiero pedir 45.000", "mujhe 36 chahiye aur ghar se kaam", "", "   ", "lol " * 60])
def test_what_is_no_plain_english_is_left_to_others(words: str) -> None:
    assert to_request(words) == ""


def test_the_company_is_spoken_to_and_the_things_it_has_are_not() -> None:
    assert to_request("did they get them?") == "Did you get them?"
