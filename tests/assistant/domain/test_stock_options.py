from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant
from assistant.domain.stake import Stake, build_stake_figures, complete_stake, round_percent
from assistant.domain.stock_options import OptionGrant, calculate_option_worth, count_vested, vested_fraction
from assistant.domain.vesting import build_schedule
from assistant.errors import InputError
from tests.assistant.domain.strategies import schedules
from tests.formulas import recompute

counts = st.integers(1, 10_000_000).map(Decimal)
prices = st.decimals(min_value=0, max_value=1000, places=2)
optional_prices = st.none() | prices


@given(shares=counts, rest=counts)
def test_any_two_of_three_give_the_third(shares: Decimal, rest: Decimal) -> None:
    whole = complete_stake(shares, None, shares + rest)
    assert whole.ownership_pct is not None
    by_percent = complete_stake(None, whole.ownership_pct, shares + rest)
    by_total = complete_stake(shares, whole.ownership_pct, None)
    assert by_percent.shares == pytest.approx(shares, rel=Decimal("1e-20"))
    assert by_total.fully_diluted_shares == pytest.approx(shares + rest, rel=Decimal("1e-20"))
    assert whole.missing == by_percent.missing == by_total.missing == ()


@given(
    shares=counts, rest=counts, strike=optional_prices, market=optional_prices, preferred=optional_prices, due=counts
)
@settings(max_examples=80)
def test_every_figure_can_be_computed_again(
    shares: Decimal,
    rest: Decimal,
    strike: Decimal | None,
    market: Decimal | None,
    preferred: Decimal | None,
    due: Decimal,
) -> None:
    grant = OptionGrant(
        complete_stake(shares, None, shares + rest),
        strike=strike,
        fair_market_value=market,
        preferred_price=preferred,
        preferences_total=due,
        preferred_shares=rest / 2,
        exit_value=Decimal(20_000_000),
    )
    worth = calculate_option_worth(grant, build_schedule(EquityGrant()), 24)
    assert len({figure.label for figure in worth.figures}) == len(worth.figures)
    for figure in worth.figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(shares=counts, percents=schedules(), month=st.integers(0, 80))
def test_what_vests_never_exceeds_the_grant_and_ends_at_it(
    shares: Decimal, percents: tuple[Decimal, ...], month: int
) -> None:
    schedule = build_schedule(EquityGrant(schedule=percents, frequency="monthly", cliff_months=12))
    assert 0 <= count_vested(shares, schedule, month) <= count_vested(shares, schedule, month + 1) <= shares
    assert vested_fraction(schedule, max(12, schedule.months)) == 1


def test_nothing_is_said_of_a_stake_nobody_knows() -> None:
    assert list(build_stake_figures(Stake())) == []
    assert complete_stake(None, None, Decimal(5)).missing == ("shares", "ownership_pct")


def test_a_total_of_nothing_is_an_error() -> None:
    with pytest.raises(InputError, match="fully_diluted_shares"):
        complete_stake(Decimal(1), None, Decimal(0))


def test_a_percent_alone_has_no_vested_shares_and_no_cost() -> None:
    grant = OptionGrant(complete_stake(None, Decimal(1), None), strike=Decimal(1), exit_value=Decimal(1000))
    labels = [figure.label for figure in calculate_option_worth(grant, build_schedule(EquityGrant()), 12).figures]
    assert labels == ["ownership", "value at the exit without preferences"]


def test_vested_options_without_a_strike_have_no_cost() -> None:
    grant = OptionGrant(complete_stake(Decimal(48), None, None))
    figures = calculate_option_worth(grant, build_schedule(EquityGrant()), 12).figures
    assert [figure.label for figure in figures] == ["shares", "vested shares at month 12"]


def test_a_price_follows_from_the_valuation() -> None:
    stake = complete_stake(Decimal(1000), None, Decimal(1_000_000))
    figures = calculate_option_worth(OptionGrant(stake, post_money=Decimal(5_000_000))).figures
    assert {figure.label: figure.value for figure in figures}["preferred price a share"] == 5


def test_more_preferred_shares_than_shares_is_an_error() -> None:
    stake = complete_stake(Decimal(1000), None, Decimal(2000))
    grant = OptionGrant(stake, strike=Decimal(1), preferences_total=Decimal(5), preferred_shares=Decimal(2000))
    with pytest.raises(InputError, match="preferred_shares"):
        calculate_option_worth(grant)


def test_small_percents_keep_their_digits() -> None:
    assert round_percent(Decimal("0.0000125")) == Decimal("0.000013")
