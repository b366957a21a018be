"""Terms that no offer can have are told apart from those written in a short way."""

from __future__ import annotations

import pytest

from assistant.offline.senseless import find_senseless, say_senseless


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("base -5k ???", "base -5k"),
        ("base salary is $0", "base salary is $0"),
        ("my base is -$180,000", "base is -$180,000"),
        ("bonus 900%", "bonus 900%"),
        ("bonus -15%", "bonus -15%"),
        ("base 5", "base 5"),
        ("the stock vests over 0 years", "vests over 0 years"),
    ],
)
def test_an_impossible_term_is_named(text: str, words: str) -> None:
    found = find_senseless(text)
    assert found is not None
    assert found.words == words
    assert "Nothing on file was changed" in say_senseless(found)


@pytest.mark.parametrize(
    "text",
    [
        "base 180k, bonus - 15%",
        "base - 180k",
        "signing bonus $0",
        "base 140",
        "bonus 100%",
        "is 5 days in the office base policy?",
        "can I push the base 5 to 10 percent?",
        "base 5 days a week in the office",
        "what is a base salary?",
        "stock vests 0/0/50/50",
    ],
)
def test_what_can_be_meant_is_left_alone(text: str) -> None:
    assert find_senseless(text) is None
