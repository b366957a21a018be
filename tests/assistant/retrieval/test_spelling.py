"""Misspelt words of a message: put right where the library surely uses what is meant, else left alone."""

from __future__ import annotations

import pytest

from assistant.retrieval import spelling
from assistant.retrieval.spelling import Spelling, count_slips

TEXTS = [
    "The recruiter sends the written offer before the letter. Ask the recruiter for the written offer before you sign.",
    "A letter mentioned no equity, though equity was mentioned. This later letter is later.",
]
LINES = ["whats the offr", "is the offr ok", "my offr came"]
WORDS = Spelling(TEXTS, LINES)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("my recuriter has no writen ofer", "my recruiter has no written offer"),
        ("equty not menshoned in the leter?", "equity not mentioned in the letter?"),
    ],
)
def test_a_slip_becomes_the_word_of_the_library(text: str, mended: str) -> None:
    assert WORDS.mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a better matter",  # English, though near "letter"
        "Leter from Ofer and co",  # capitals may be names
        "i work at recruitr with ofer",  # so may be what follows "at" and "with"
        "figma or tesla",  # employers
        "mail me at ofer@example.org or ofer.example.com",
        "whats the offr",  # many write it so, and the search knows it
        "la ofer de la empresa no dice que hay para mi",  # another language
        "xqzzw",
        "",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left_alone(text: str) -> None:
    assert WORDS.mend(text) == text


def test_a_long_message_is_left_alone() -> None:
    text = "leter " * (spelling.MOST_WORDS + 1)
    assert WORDS.mend(text) == text


def test_without_a_list_of_english_words_nothing_is_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "english_words", dict)
    assert WORDS.find_slips("my recuriter") == {}


def test_of_two_words_as_near_the_more_frequent_one_is_meant() -> None:
    assert WORDS.find_slips("leter") == {"leter": "letter"}


@pytest.mark.parametrize(("one", "other", "slips"), [("", "ab", 2), ("offer", "offer", 0), ("ofefr", "offer", 1)])
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert count_slips(one, other) == slips
