"""Moved to: of the pay told first, the ask and the answer, the answer is what is read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.letters.told import parse_told
from assistant.offline.briefs.conceded import read_conceded


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("offer 150k, asked 165, got 158 + 10k sign on", 158_000),
        ("offer 120k, i asked 135, got 128 and 5k sign on", 128_000),
        ("they offered 120k, countered 130k, got 126k", 126_000),
        ("offer 100k base. asked for 110k, they gave 106k plus 2k relo", 106_000),
        ("offer 150k, asked 165k, got 10k sign on", 150_000),
        ("offer 150k base, asked for 20k sign on, got 10k", 150_000),
        ("offer 150k, asked 165k, they said no", 150_000),
    ],
)
def test_the_answer_is_the_pay_now(text: str, base: int) -> None:
    stated = read_conceded([text])
    assert stated is not None
    assert parse_told(stated)[0].offer.base_annual == Decimal(base)
