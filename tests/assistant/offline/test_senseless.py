"""Terms that no offer can have are told apart from those written in a short way."""

from __future__ import annotations

import pytest

from assistant.offline.senseless import find_senseless, say_senseless, tell_left_out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("base -5k ???", "base -5k"),
        ("base salary is $0", "base salary is $0"),
        ("my base is -$180,000", "base is -$180,000"),
        ("bonus 900%", "bonus 900%"),
        ("bonus -15%", "bonus -15%"),
        ("base 5", "base 5"),
        ("base 1.2.3", "base 1.2.3"),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("base 180k, vesting over -4 years", "vesting over -4 years"),
        ("base 180k, RSU 200k over 0 years", "over 0 years"),
        ("base 180k, RSU 200k over 400 years", "over 400 years"),
        ("base 180k, bonus 900%", "bonus 900%"),
        ("base 180k, equity 250%", "equity 250%"),
    ],
)
def test_an_impossible_term_beside_good_ones_is_said_to_be_left_out(text: str, words: str) -> None:
    assert f"“{words}”" in tell_left_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "base 180k, RSU 200k over 4 years, bonus 15%, equity 0.5%",
        "base 180k, and I bring over 30 years of experience",
        "base 180k, vesting - 4 years",
    ],
)
def test_nothing_is_left_out_of_terms_that_can_be_meant(text: str) -> None:
    assert not tell_left_out(text)


def test_what_is_warned_of_already_is_not_said_twice() -> None:
    assert not tell_left_out("base 180k, bonus -15%", "A negative amount (-15%) stands where the bonus belongs.")
