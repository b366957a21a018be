"""The offers a message tells."""

from __future__ import annotations

import pytest

from assistant.offline.sums.told import tell_offer, tell_offers


@pytest.mark.parametrize(
    "text",
    [
        "A: 158k base with 45k sign-on. B: 170k base, no sign on",
        "Offer one: 158k base, 45k sign on. Offer two: 170k base, nothing upfront",
        "one pays 158k base + 45k sign on, the other is 170k base",
        "158k base and 45k sign on vs 170k base",
    ],
)
def test_two_offers_are_told_apart(text: str) -> None:
    first, second = tell_offers(text)
    assert (first["base_annual"], first["signing"][0]["amount"], second["base_annual"]) == (158000, 45000, 170000)
    assert "signing" not in second


def test_one_offer_is_not_two() -> None:
    assert tell_offers("150k base, 10% bonus, 100k rsu over 4 years") == []


def test_words_without_a_base_tell_no_offer() -> None:
    assert tell_offer("a 20k sign-on bonus") is None
