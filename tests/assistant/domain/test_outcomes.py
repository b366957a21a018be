from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.contingent_raise import Horizon, Promise, SureThing, value_if_paid
from assistant.domain.figure import Figure
from assistant.domain.outcomes import (
    Outcome,
    Prospect,
    compare_with_sure,
    list_outcome_values,
    outcome_figures,
    prospect_figures,
)
from tests.formulas import recompute

amounts = st.decimals(min_value=-50_000, max_value=200_000, places=2)
chances = st.decimals(min_value=0, max_value=100, places=1)
horizons = st.builds(
    Horizon,
    stay_months=st.integers(13, 120),
    discount_rate=st.sampled_from([Decimal(0), Decimal("0.08")]),
    stay_rate=st.sampled_from([Decimal(1), Decimal("0.85"), Decimal(0)]),
    tax_rate=st.sampled_from([Decimal(0), Decimal("0.4")]),
)


@st.composite
def prospects(draw: st.DrawFn) -> Prospect:
    """Up to six outcomes, equally probable, of a promise that may be broken."""
    drawn = draw(st.lists(amounts, min_size=1, max_size=6))
    outcomes = tuple(Outcome(Decimal(100) / len(drawn), amount) for amount in drawn)
    return Prospect(outcomes, draw(chances))


def by_label(figures: list[Figure]) -> dict[str, Figure]:
    return {figure.label: figure for figure in figures}


@given(prospect=prospects())
def test_expected_and_median_outcome_lie_between_the_worst_and_the_best(prospect: Prospect) -> None:
    results = [outcome.amount for _, outcome in prospect.list_results()]
    figures = by_label([*outcome_figures(prospect, "USD")])
    assert min(results) - Decimal("0.01") <= figures["expected outcome"].value <= max(results) + Decimal("0.01")
    assert figures["median outcome"].value in results


@given(prospect=prospects())
def test_the_probabilities_of_all_results_make_a_whole(prospect: Prospect) -> None:
    assert sum(item.probability_pct for _, item in prospect.list_results()) == pytest.approx(Decimal(100))


@given(prospect=prospects(), horizon=horizons, month=st.integers(0, 12), once=st.booleans())
def test_the_value_is_that_of_every_result_by_its_probability(
    prospect: Prospect, horizon: Horizon, month: int, once: bool
) -> None:
    promise = Promise(prospect.expected, month, once)
    rows = [*list_outcome_values(prospect, promise, horizon)]
    parts = [Decimal(row["probability_pct"]) * Decimal(row["value_over_stay"]) for row in rows]
    whole = sum(parts, Decimal(0)) / 100
    assert abs(whole - value_if_paid(promise, horizon)) <= Decimal("0.02")


@given(prospect=prospects(), horizon=horizons, month=st.integers(0, 12), once=st.booleans())
def test_every_figure_follows_from_its_formula(prospect: Prospect, horizon: Horizon, month: int, once: bool) -> None:
    promise, sure = Promise(prospect.expected, month, once), SureThing(Decimal(5000), 3, Decimal(1000))
    listed = [
        *outcome_figures(prospect, "USD"),
        *prospect_figures(prospect, promise, horizon, "USD"),
        *compare_with_sure(promise, horizon, sure, "USD"),
    ]
    for figure in listed:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


def test_the_chance_of_nothing_counts_the_outcomes_that_pay_nothing_and_the_broken_promise() -> None:
    outcomes = (Outcome(Decimal(30), Decimal(0)), Outcome(Decimal(50), Decimal(10)), Outcome(Decimal(20), Decimal(0)))
    assert by_label([*outcome_figures(Prospect(outcomes), "USD")])["chance of nothing"].value == 50
    broken = by_label([*outcome_figures(Prospect(outcomes, Decimal(60)), "USD")])["chance of nothing"]
    assert broken.value == 70  # 50 x 0.6 + 40
    assert recompute(broken) == 70


def test_the_median_is_nothing_when_the_promise_is_mostly_broken() -> None:
    prospect = Prospect((Outcome(Decimal(100), Decimal(9000)),), Decimal(40))
    assert prospect.median == 0
    assert prospect.expected == 3600
