"""Deferral: the part of a bonus that comes later is taken off, not read as a chance or spread over the years."""

from __future__ import annotations

import pytest

from assistant.offline.sums.deferral import tells_deferral
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("turns", "now"),
    [
        (["half of my 60k bonus is deferred 3 years, what do i get this year"], 30_000),
        (["a third of the 90k bonus is paid out 3 years later. what do i get now"], 60_000),
        (["bonus 80k, 25% held back for two years. how much do i get up front"], 60_000),
        (["they defer 60% of the 200k bonus into stock over 3 years, what is my cash this year"], 80_000),
        (["40% of my 100k bonus is paid now and the rest is deferred 3 years. what do i get this year"], 40_000),
        (
            ["offer from Snap, 190k base, 60k bonus", "half the bonus is deferred 3 years, what do i get this year"],
            30_000,
        ),
    ],
)
def test_what_is_paid_now_is_the_bonus_less_what_is_deferred(session: CoachSession, turns: list[str], now: int) -> None:
    answer = hold(session, *turns)
    assert f"**Paid now: ${now:,}.**" in answer.text


@pytest.mark.parametrize(
    "text",
    ["50% chance of a 60k bonus, what is it worth", "i defer 10% of my bonus into my 401k", "15% bonus on 120k base"],
)
def test_a_chance_or_savings_are_no_deferral(session: CoachSession, text: str) -> None:
    assert not tells_deferral(text)
    assert "Paid now" not in hold(session, text).text
