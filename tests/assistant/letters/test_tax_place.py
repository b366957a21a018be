"""Tax place: the US state of the words, and places where US tax says nothing."""

from __future__ import annotations

import pytest

from assistant.letters.tax_place import find_abroad, find_state, find_tax_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("62k after tax in england", "england"),
        ("i earn 62k in manchester, take home?", "manchester"),
        ("what's left of 180k in Toronto", "Toronto"),
        ("uk take home on 70k", "uk"),
        ("moving to London from New York, 150k, what do i keep", "London"),
        ("150k in singapore after tax", "singapore"),
    ],
)
def test_pay_placed_outside_the_us_is_abroad(text: str, place: str) -> None:
    assert find_abroad(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "moving from London to Austin, 150k. take home?",
        "150k from a german company, i live in Texas",
        "$150k in Cambridge, MA",
        "$120k in birmingham, take home?",
        "120k in new mexico after tax",
        "90k in Indiana",
        "what is 150k after tax",
    ],
)
def test_pay_in_the_us_is_not_abroad(text: str) -> None:
    assert find_abroad(text) is None


def test_a_place_of_work_tells_its_state() -> None:
    assert find_tax_place("San Francisco, CA") == ("CA", None)
    assert find_tax_place("Berlin") == (None, "Berlin")
    assert find_state("Washington DC") == "DC"
