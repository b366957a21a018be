from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.acceleration import (
    NO_CLAUSE,
    Chances,
    Clause,
    Unvested,
    calculate_accelerated,
    explain_nothing,
    find_unvested,
)
from assistant.domain.acceleration_figures import Acceleration, list_acceleration_figures
from assistant.domain.offer import EquityGrant
from assistant.domain.share_price import PricePath
from assistant.domain.stock_grant import StockGrant
from assistant.domain.vesting import build_schedule
from assistant.domain.vesting_table import VestingTable, build_vesting_table
from assistant.errors import InputError
from tests.assistant.domain.strategies import grants
from tests.formulas import recompute

rates = st.decimals(min_value=0, max_value=1, places=2)
clauses = st.builds(Clause, rate=st.none() | rates, months=st.none() | st.integers(1, 60))
share_numbers = st.integers(0, 1_000_000).map(Decimal)


def share_table(grant: EquityGrant, shares: Decimal) -> VestingTable:
    return build_vesting_table(StockGrant(build_schedule(grant), shares=shares), PricePath())


@given(grant=grants(), shares=share_numbers, month=st.integers(0, 130), clause=clauses)
def test_no_more_accelerates_than_is_unvested(grant: EquityGrant, shares: Decimal, month: int, clause: Clause) -> None:
    unvested = find_unvested(share_table(grant, shares), month, None)
    assert 0 <= calculate_accelerated(unvested, clause) <= unvested.amount


@given(grant=grants(), shares=share_numbers, month=st.integers(0, 130), rate=rates, more=rates)
def test_a_better_clause_never_brings_less(
    grant: EquityGrant, shares: Decimal, month: int, rate: Decimal, more: Decimal
) -> None:
    unvested, (low, high) = find_unvested(share_table(grant, shares), month, None), sorted((rate, more))
    assert calculate_accelerated(unvested, Clause(low)) <= calculate_accelerated(unvested, Clause(high))


@given(grant=grants(), shares=share_numbers, month=st.integers(0, 130))
def test_the_whole_clause_leaves_nothing_and_no_clause_leaves_all(
    grant: EquityGrant, shares: Decimal, month: int
) -> None:
    unvested = find_unvested(share_table(grant, shares), month, None)
    assert calculate_accelerated(unvested, Clause(Decimal(1))) == unvested.amount
    assert calculate_accelerated(unvested, NO_CLAUSE) == 0
    assert calculate_accelerated(unvested, Clause(months=240)) == unvested.amount


@given(
    grant=grants(),
    shares=share_numbers,
    month=st.integers(0, 130),
    clause=clauses,
    sale=rates,
    termination=rates,
    price=st.decimals(min_value=0, max_value=1000, places=2),
)
def test_every_figure_can_be_computed_again(
    grant: EquityGrant,
    shares: Decimal,
    month: int,
    clause: Clause,
    sale: Decimal,
    termination: Decimal,
    price: Decimal,
) -> None:
    unvested = find_unvested(share_table(grant, shares), month, None)
    chances = Chances(sale, termination, Decimal("0.4"), Decimal("0.1"))
    acceleration = Acceleration(unvested, clause, "double", chances, "USD", price, Decimal(5))
    figures = list_acceleration_figures(acceleration)
    assert len({figure.label for figure in figures}) == len(figures)
    for figure in figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(sale=rates, termination=rates)
def test_the_expected_value_grows_in_line_with_the_chance(sale: Decimal, termination: Decimal) -> None:
    unvested = Unvested(Decimal(100_000), in_money=True)
    for trigger, chance in (("single", sale), ("double", sale * termination)):
        acceleration = Acceleration(unvested, Clause(Decimal(1)), trigger, Chances(sale, termination), "USD")  # type: ignore[arg-type]
        values = {figure.label: figure.value for figure in list_acceleration_figures(acceleration)}
        assert values["expected value of the clause"] == 100_000 * chance


def test_a_value_accelerates_in_parts_of_the_grant() -> None:
    grant = StockGrant(build_schedule(EquityGrant(frequency="quarterly")), value=Decimal(160_000))
    unvested = find_unvested(build_vesting_table(grant, PricePath()), 12, Decimal(320_000))
    assert unvested.amount == 240_000
    assert calculate_accelerated(unvested, Clause(months=12)) == 80_000
    assert calculate_accelerated(unvested, Clause(months=1)) == 0


def test_a_grant_of_unknown_size_has_percents_and_no_value() -> None:
    table = build_vesting_table(StockGrant(build_schedule(EquityGrant())), PricePath())
    acceleration = Acceleration(find_unvested(table, 12, None), Clause(Decimal("0.5")), "single", Chances(), "USD")
    values = {figure.label: figure.value for figure in list_acceleration_figures(acceleration)}
    assert values["percent of the grant accelerated"] == Decimal("37.5")
    assert "value accelerated" not in values


def test_clauses_name_themselves() -> None:
    assert [clause.words for clause in (NO_CLAUSE, Clause(months=12), Clause(Decimal("0.25")))] == [
        "none",
        "12 months",
        "25 % of the unvested",
    ]


def test_months_need_the_schedule() -> None:
    with pytest.raises(InputError, match="accelerated_months: needs the grant"):
        calculate_accelerated(Unvested(Decimal(5)), Clause(months=12))


def test_nothing_is_explained_where_something_accelerates() -> None:
    table = share_table(EquityGrant(), Decimal(100))
    assert list(explain_nothing(table, 12, Clause(Decimal(1)))) == []


def test_values_beyond_pay_are_named() -> None:
    acceleration = Acceleration(
        Unvested(Decimal("1e14"), in_shares=True), Clause(Decimal(1)), "single", Chances(), "USD", Decimal(100)
    )
    with pytest.raises(InputError, match="price_at_change: times the shares is too large"):
        list_acceleration_figures(acceleration)
