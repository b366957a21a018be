from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.dilution import FundingRound, calculate_dilution, size_rounds
from assistant.domain.stake import complete_stake
from assistant.errors import InputError
from tests.formulas import recompute

percents = st.decimals(min_value=0, max_value=45, places=2)
rounds = st.lists(st.builds(FundingRound, dilution_pct=percents, pool_pct=percents), min_size=1, max_size=6)
TINY = Decimal("1e-15")


@given(items=rounds, shares=st.integers(1, 1_000_000).map(Decimal))
@settings(max_examples=80)
def test_shares_over_the_new_total_are_the_new_percent(items: list[FundingRound], shares: Decimal) -> None:
    stake = complete_stake(shares, None, Decimal(1_000_000))
    result = calculate_dilution(stake, items)
    last = result.rows[-1]
    values = {figure.label: figure.value for figure in result.figures}
    total = Decimal(1_000_000) / result.kept
    assert stake.ownership_pct is not None
    assert abs(shares / total * 100 - stake.ownership_pct * result.kept) < TINY
    assert values["total dilution"] == pytest.approx((1 - result.kept) * 100, abs=Decimal("0.000001"))
    assert last["ownership_pct"] <= stake.ownership_pct + Decimal("0.000001")  # type: ignore[operator]
    for figure in result.figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(items=rounds)
def test_the_order_of_rounds_does_not_matter_in_the_end(items: list[FundingRound]) -> None:
    stake = complete_stake(None, Decimal(1), None)
    forward, backward = calculate_dilution(stake, items), calculate_dilution(stake, items[::-1])
    assert abs(forward.kept - backward.kept) < TINY


@given(money=st.integers(1, 10**8).map(Decimal), before=st.integers(1, 10**9).map(Decimal))
def test_money_before_and_after_say_the_same(money: Decimal, before: Decimal) -> None:
    (one,) = size_rounds([FundingRound(new_money=money, pre_money=before)])
    (other,) = size_rounds([FundingRound(new_money=money, post_money=money + before)])
    assert one.dilution_pct == other.dilution_pct


def test_a_pool_alone_dilutes_too() -> None:
    (only,) = size_rounds([FundingRound(pool_pct=Decimal(10))])
    assert only.kept == Decimal("0.9")


def test_a_name_used_twice_gets_its_number() -> None:
    names = [item.name for item in size_rounds([FundingRound(name="bridge", dilution_pct=Decimal(5))] * 2)]
    assert names == ["bridge", "round 2"]


def test_new_money_above_the_value_after_it_is_an_error() -> None:
    with pytest.raises(InputError, match=r"rounds\[0\].new_money"):
        size_rounds([FundingRound(new_money=Decimal(5), post_money=Decimal(4))])


def test_a_strike_cannot_be_taken_off_a_percent() -> None:
    stake = complete_stake(None, Decimal(1), None)
    with pytest.raises(InputError, match="shares"):
        calculate_dilution(stake, [FundingRound(dilution_pct=Decimal(1))], strike=Decimal(1), exit_value=Decimal(9))
