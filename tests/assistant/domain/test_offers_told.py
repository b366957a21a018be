"""An offer elsewhere is told in plain words, or not at all."""

from __future__ import annotations

import time

import pytest

from assistant.domain.offers_told import tells_of_offer


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("told Revolut i have an offer from Wise at 92k", True),
        ("I told them we got another offer from Acme", True),
        ("they said final, i have 205 from another one in hand", True),
        ("Offer from Zalando. also have a written one from N26 at 86k", True),
        ("My other letter has a confidentiality line", True),
        ("it's a real problem for me", False),
        ("my other offer is fake", False),
        ("I told my wife about my offer from Acme", False),
        ("she told me the offer from HR is final", False),
        ("told them I do not have an offer from anyone else", False),
    ],
)
def test_an_offer_elsewhere_is_told_only_where_another_firm_makes_it(text: str, tells: bool) -> None:
    assert tells_of_offer(text) is tells


def test_a_written_offer_with_its_sum_is_told_whatever_condition_follows() -> None:
    assert tells_of_offer("I have a written offer at 128,000 and if they can reach 127,000 I sign")
    assert not tells_of_offer("pretend I have a written offer at 128,000")


def test_a_long_paste_without_a_full_stop_is_read_in_a_moment() -> None:
    began = time.process_time()
    assert not tells_of_offer("lorem ipsum dolor " * 2000)
    assert tells_of_offer(f"{'lorem ipsum dolor ' * 2000} i have a written offer at $128,000")
    assert time.process_time() - began < 2
