"""Meant: which offer on file words of change are about."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.offline.meant import find_meant


def offer(name: str, words: str) -> dict[str, Any]:
    return {"name": name, "offer": {}, "words": words}


TWO = [offer("Nimbus Data", "Nimbus Data: remote, 120k base"), offer("offer B", "B is a contract in Leeds, 115k")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nimbus went to 125", "Nimbus Data"),
        ("B just called, 118 now", "offer B"),
        ("b just called, 118 now", "offer B"),
        ("the second one came to 118", "offer B"),
        ("first offer is 125 now", "Nimbus Data"),
        ("they dropped the contract to 110", "offer B"),
        ("the remote one added 5k sign on", "Nimbus Data"),
        ("nimbus matched B at 118", None),
        ("they put in a 6k sign on", None),
    ],
)
def test_an_offer_is_meant_by_name_letter_place_or_kind(text: str, name: str | None) -> None:
    assert find_meant([text], TWO) == name


def test_they_are_those_spoken_of_last_unless_they_answer_an_ask() -> None:
    told = [TWO[0]["words"], TWO[1]["words"], "sounds ok"]
    assert find_meant([*told, "they added 4% bonus today"], TWO) == "offer B"
    assert find_meant([*told, "they came back with 125"], TWO) is None


def test_a_single_offer_is_meant_by_any_words() -> None:
    assert find_meant(["125 now"], TWO[:1]) == "Nimbus Data"
    assert find_meant(["125 now"], []) is None
