"""Mentions: names and sums of a message, and the asks they make."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.people import greeted_as
from assistant.offline.briefs.reading import read_brief


def test_names_and_sums_are_told_apart() -> None:
    found = read_mentions("mail to Priyanka pls, they gave 180 and i want 195")
    assert [(item.role, item.words) for item in found] == [("to", "Priyanka"), ("got", "180"), ("want", "195")]


def test_places_point_into_the_text() -> None:
    text = "write Tom: 45 an hour is what i want"
    assert all(text[item.start : item.end] == item.words for item in read_mentions(text))


def test_nothing_is_mentioned_in_nothing() -> None:
    assert read_mentions("") == ()


@pytest.mark.parametrize(
    ("text", "sum_asked"),
    [
        ("45 is what i want, they said 41.50/hr, mail to Denise", "45 an hour"),
        ("offer 142k, id be happy at 155", "155,000"),
    ],
)
def test_a_sum_is_asked_for_however_it_is_worded(text: str, sum_asked: str) -> None:
    assert [ask.asked.said for ask in read_brief(text).asks if ask.asked] == [sum_asked]


@pytest.mark.parametrize(
    ("words", "greeting"),
    [("Frau Lindqvist", "Frau Lindqvist"), ("mr tan", "Mr Tan"), ("Karen Oyelaran", "Karen"), ("dana", "Dana")],
)
def test_a_name_is_greeted_with_its_title_or_by_the_first_name(words: str, greeting: str) -> None:
    assert greeted_as(words) == greeting


def test_a_sum_is_not_asked_for_a_second_time_in_words() -> None:
    asks = read_brief("id be happy at 185 instead of 172, write the mail to Walt").asks
    assert [ask.form for ask in asks] == ["amount"]
