"""Another firm that is to be said to pay more than it does on file."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.offline.outbid import outbids_file

BOLT: dict[str, Any] = {"name": "Bolt", "role": "competing", "offer": {"company": "Bolt", "base_annual": 160_000}}


@pytest.mark.parametrize("text", ["tell Acme bolt pays 170", "write to Acme that Bolt offered me $175k"])
def test_a_higher_sum_than_on_file_is_noticed(text: str) -> None:
    assert outbids_file(text, [BOLT])


@pytest.mark.parametrize(
    "text",
    ["tell Acme bolt pays 160", "tell Acme bolt now pays 170", "bolt pays 170", "tell Acme i want 170"],
)
def test_a_true_or_new_sum_and_what_is_not_ordered_is_none(text: str) -> None:
    assert not outbids_file(text, [BOLT])


def test_ones_own_offer_cannot_outbid_itself() -> None:
    assert not outbids_file("tell Acme bolt pays 170", [{**BOLT, "role": "current"}])
