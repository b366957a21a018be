"""Words that name a matter are told from those that stand for any other."""

from __future__ import annotations

import pytest

from assistant.offline.telling_words import names_nothing, telling_words


@pytest.mark.parametrize(
    "text",
    [
        "so i got one",
        "good or bad do u think",
        "can you fix it",
        "its about that stuff they sent, idk",
        "Do the same for the other one please",
        "what's that in pounds",
    ],
)
def test_words_that_stand_for_any_other_name_nothing(text: str) -> None:
    assert names_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "sign on clawback?",
        "can i counter twice",
        "whats garden leave",
        "how long do i have",
        "que hago ahora",
        "they gave me 95",
        "what's an offer letter",
    ],
)
def test_one_word_of_the_matter_or_a_number_names_something(text: str) -> None:
    assert not names_nothing(text)


def test_a_contraction_is_grammar() -> None:
    assert telling_words("it's what they've said, isn't it") == []
