from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant
from assistant.domain.vesting import build_schedule, calculate_vest_events
from assistant.domain.whole_shares import ShareRounding, deal_shares
from tests.assistant.domain.strategies import grants

ROUNDINGS: tuple[ShareRounding, ...] = get_args(ShareRounding)


@given(grant=grants(), shares=st.integers(0, 10_000_000), rounding=st.sampled_from(ROUNDINGS))
def test_the_shares_of_all_vests_are_the_grant(grant: EquityGrant, shares: int, rounding: ShareRounding) -> None:
    fractions = [event.fraction for event in calculate_vest_events(build_schedule(grant))]
    parts = deal_shares(Decimal(shares), fractions, rounding)
    assert len(parts) == len(fractions)
    assert round(sum(parts), 12) == shares
    if rounding != "fractional":
        assert all(part >= 0 and part == part.to_integral_value() for part in parts)


@given(grant=grants(), shares=st.integers(0, 10_000_000), rounding=st.sampled_from(ROUNDINGS[:4]))
def test_no_vest_is_a_whole_share_away_from_its_part(grant: EquityGrant, shares: int, rounding: ShareRounding) -> None:
    fractions = [event.fraction for event in calculate_vest_events(build_schedule(grant))]
    for part, fraction in zip(deal_shares(Decimal(shares), fractions, rounding), fractions, strict=True):
        assert abs(part - shares * fraction) < Decimal("1.000001")


def test_thirds_are_not_rounded_below_the_whole() -> None:
    third = Decimal(1) / 3
    assert deal_shares(Decimal(3), [third] * 3) == (1, 1, 1)


@pytest.mark.parametrize(
    ("rounding", "parts"),
    [
        ("cumulative_round_down", (0, 1, 1, 1)),
        ("cumulative_rounding", (1, 1, 0, 1)),
        ("front_loaded", (1, 1, 1, 0)),
        ("back_loaded", (0, 1, 1, 1)),
        ("front_loaded_to_single_tranche", (3, 0, 0, 0)),
        ("back_loaded_to_single_tranche", (0, 0, 0, 3)),
    ],
)
def test_three_shares_in_four_parts(rounding: ShareRounding, parts: tuple[int, ...]) -> None:
    # 0.75 a part: in sum 0.75, 1.5, 2.25, 3
    assert deal_shares(Decimal(3), [Decimal("0.25")] * 4, rounding) == parts
