"""What was told before, found again by its subject."""

from __future__ import annotations

import pytest

from assistant.offline.recalling import asks_back_outright, recall

TOLD = [
    "Pine Ridge offered me charge nurse, 44.10 an hour. I have to answer by the 19th.",
    "Recruiter is Fatima. Start would be 3 March.",
    "my mum thinks I should take it",
]


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("when did I say they need my answer?", "19th"),
        ("by when did they want a reply again?", "19th"),
        ("who was the recruiter again?", "Fatima"),
        ("what start date did I tell you?", "3 March"),
        ("what was the rate again?", "44.10"),
    ],
)
def test_the_sentence_that_holds_the_answer_is_quoted(asked: str, held: str) -> None:
    assert held in recall([*TOLD, asked])


def test_what_was_never_told_is_not_recalled() -> None:
    assert recall(["hello there", "when did I say they need my answer?"]) == ""


def test_asking_for_words_to_say_is_no_recall() -> None:
    assert not asks_back_outright("what should I say to her?")


def test_what_they_said_is_quoted_where_no_subject_is_named() -> None:
    told = ["Offer 90k from Cobalt Rail", "I told them i want 100", "they said they will think about it"]
    assert recall([*told, "what did they say so far"]) == "You told me: “they said they will think about it”."
