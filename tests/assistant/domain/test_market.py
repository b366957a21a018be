from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.market import (
    find_quantile,
    list_quantiles,
    rank_amount,
    rank_in_percentiles,
    warn_sample,
)
from assistant.errors import InputError
from tests.formulas import recompute

amounts = st.decimals(min_value=0, max_value=2_000_000, places=2)
samples = st.lists(amounts, min_size=1, max_size=40)


def rank(amount: Decimal, others: list[Decimal]) -> Decimal:
    return next(rank_amount(amount, others, "USD")).value


@given(first=amounts, second=amounts, others=samples)
@settings(max_examples=80)
def test_a_higher_amount_never_ranks_lower(first: Decimal, second: Decimal, others: list[Decimal]) -> None:
    low, high = sorted((first, second))
    assert 0 <= rank(low, others) <= rank(high, others) <= 100


@given(others=samples)
@settings(max_examples=60)
def test_the_ranks_of_all_members_average_fifty(others: list[Decimal]) -> None:
    mean = sum((rank(amount, others) for amount in others), Decimal(0)) / len(others)
    assert abs(mean - 50) < Decimal("1e-9")


@given(amount=amounts, others=samples, wanted=st.none() | st.decimals(0, 100, places=1))
@settings(max_examples=80)
def test_every_figure_can_be_computed_again(amount: Decimal, others: list[Decimal], wanted: Decimal | None) -> None:
    figures = [*rank_amount(amount, others, "USD"), *list_quantiles(others, "USD", wanted)]
    labels = [figure.label for figure in figures]
    assert len(set(labels)) == len(labels)
    for figure in figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-9), figure


@given(others=samples, low=st.integers(0, 100), high=st.integers(0, 100))
@settings(max_examples=60)
def test_quantiles_rise_and_stay_inside_the_data(others: list[Decimal], low: int, high: int) -> None:
    ordered = sorted(others)
    below, above = (find_quantile(ordered, Decimal(percent)) for percent in sorted((low, high)))
    assert ordered[0] <= below <= above <= ordered[-1]


points = st.dictionaries(st.integers(0, 100), amounts, min_size=1, max_size=6).map(
    lambda drawn: dict(zip(map(Decimal, sorted(drawn)), sorted(drawn.values()), strict=True))
)


@given(first=amounts, second=amounts, known=points)
@settings(max_examples=80)
def test_between_published_percentiles_more_pay_is_a_higher_one(
    first: Decimal, second: Decimal, known: dict[Decimal, Decimal]
) -> None:
    low, high = sorted((first, second))
    ranks = [next(rank_in_percentiles(amount, known, "USD")) for amount in (low, high)]
    assert 0 <= ranks[0].value <= ranks[1].value + Decimal("1e-9") <= 100 + Decimal("1e-9")
    for figure in ranks:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=1e-6)


def test_an_amount_that_several_percentiles_share_stands_between_them() -> None:
    known = {Decimal(percent): Decimal(100) for percent in (25, 50, 75)}
    figure, *_ = rank_in_percentiles(Decimal(100), known, "USD")
    assert figure.value == 50


@pytest.mark.parametrize(("amount", "label"), [(1, "percentile, at most"), (3, "percentile, at least")])
def test_beyond_the_published_percentiles_only_a_bound_is_known(amount: int, label: str) -> None:
    figure, *_ = rank_in_percentiles(Decimal(amount), {Decimal(10): Decimal(2)}, "USD")
    assert (figure.label, figure.value) == (label, 10)


def test_no_percentile_and_falling_percentiles_are_refused() -> None:
    with pytest.raises(InputError, match="percentiles: must hold at least one"):
        list(rank_in_percentiles(Decimal(1), {}, "USD"))
    with pytest.raises(InputError, match="percentiles: must not fall"):
        list(rank_in_percentiles(Decimal(1), {Decimal(25): Decimal(2), Decimal(50): Decimal(1)}, "USD"))


def test_a_median_of_nothing_has_no_ratio() -> None:
    labels = [figure.label for figure in rank_amount(Decimal(5), [Decimal(0)], "USD")]
    assert "ratio to the median" not in labels


def test_small_samples_are_named() -> None:
    assert list(warn_sample(1)) == ["Only 1 amount: too few to call this a market; treat it as anecdotes."]
    assert list(warn_sample(20)) == ["20 amounts are few: one more could move the percentile by 5 points or more."]
    assert list(warn_sample(30)) == []
