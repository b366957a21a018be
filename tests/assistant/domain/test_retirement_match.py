from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.retirement_match import (
    MatchPlan,
    MatchTier,
    RetirementLimits,
    calculate_match,
    list_match_figures,
    name_cut,
)
from assistant.errors import InputError
from tests.formulas import recompute

LIMITS = RetirementLimits(
    2026, 2026, Decimal(24500), Decimal(8000), Decimal(11250), pay=Decimal(360000), stock_purchase=Decimal(25000)
)
pays = st.decimals(min_value=0, max_value=2_000_000, places=0)
percents = st.integers(0, 150).map(Decimal)


@st.composite
def plans(draw: st.DrawFn) -> MatchPlan:
    """One to three tiers that rise, and any way to save."""
    ends = sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=3)))
    return MatchPlan(
        tiers=tuple(MatchTier(draw(percents), Decimal(end)) for end in ends),
        contribution_pct=draw(st.none() | st.integers(0, 60).map(Decimal)),
        automatic_pct=draw(st.sampled_from([Decimal(0), Decimal(3)])),
        match_limit=draw(st.none() | st.integers(0, 20_000).map(Decimal)),
        age=draw(st.none() | st.integers(20, 70)),
    )


@given(pay=pays, plan=plans())
def test_no_match_is_above_the_whole_match(pay: Decimal, plan: MatchPlan) -> None:
    year = calculate_match(pay, plan, LIMITS)
    assert 0 <= year.match <= year.full
    assert year.own <= LIMITS.most_saved(plan.age)


@given(pay=pays, plan=plans())
def test_saving_nothing_said_means_the_whole_match(pay: Decimal, plan: MatchPlan) -> None:
    year = calculate_match(pay, MatchPlan(plan.tiers, match_limit=plan.match_limit, age=plan.age), LIMITS)
    assert year.match == year.full


@given(pay=pays, plan=plans(), more=st.integers(0, 30))
def test_saving_more_never_lowers_the_match(pay: Decimal, plan: MatchPlan, more: int) -> None:
    low, high = (
        MatchPlan(plan.tiers, contribution_pct=Decimal(share), match_limit=plan.match_limit) for share in (5, 5 + more)
    )
    assert calculate_match(pay, low, LIMITS).match <= calculate_match(pay, high, LIMITS).match


@given(pay=pays, plan=plans())
def test_any_arithmetic_figure_can_be_computed_again_by_hand(pay: Decimal, plan: MatchPlan) -> None:
    for figure in list_match_figures(pay, plan, LIMITS):
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@pytest.mark.parametrize(("age", "most"), [(None, 24500), (49, 24500), (50, 32500), (60, 35750), (64, 32500)])
def test_more_may_be_saved_from_fifty_and_most_around_sixty(age: int | None, most: int) -> None:
    assert LIMITS.most_saved(age) == most


def test_a_plan_without_tiers_matches_nothing() -> None:
    plan = MatchPlan((), automatic_pct=Decimal(5))
    values = {figure.label: figure.value for figure in list_match_figures(Decimal(100_000), plan, LIMITS)}
    assert values["employer match a year"] == 0
    assert values["employer contributions a year"] == 5000


def test_a_cut_is_told_only_where_there_is_one() -> None:
    tiers = (MatchTier(Decimal(100), Decimal(50)),)
    within, beyond = (MatchPlan(tiers, contribution_amount=Decimal(amount)) for amount in (24_500, 24_501))
    assert name_cut(calculate_match(Decimal(100_000), within, LIMITS), LIMITS) is None
    assert name_cut(calculate_match(Decimal(100_000), beyond, LIMITS), LIMITS)


def test_a_year_that_is_not_on_file_is_told() -> None:
    assert LIMITS.stands_in is None
    assert "2031" in (replace(LIMITS, asked_year=2031).stands_in or "")


def test_tiers_that_do_not_rise_are_refused() -> None:
    plan = MatchPlan((MatchTier(Decimal(100), Decimal(5)), MatchTier(Decimal(50), Decimal(5))))
    with pytest.raises(InputError, match=r"tiers\[1\]\.upto_pct: must lie above 5"):
        list_match_figures(Decimal(1), plan, LIMITS)
