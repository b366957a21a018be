from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.clawback import RepayTerms
from assistant.domain.leaving import (
    PayHabits,
    build_leave_curve,
    leave_figures,
    list_best_months,
    list_rows,
    list_steps,
)
from assistant.domain.offer import Offer
from assistant.domain.pay_stream import build_pay_stream
from tests.assistant.domain.strategies import offers
from tests.assistant.domain.test_clawback import clauses
from tests.formulas import recompute

CENT = Decimal("0.01")
habits = st.builds(
    PayHabits,
    bonus=st.sampled_from(["complete_years", "prorated"]),
    bonus_delay_months=st.integers(0, 12),
    sign_on=st.sampled_from(["lump", "monthly", "lump_then_monthly"]),
)


@given(offer=offers(), terms=st.none() | clauses(), paid=habits)
@settings(max_examples=60, deadline=None)
def test_what_is_kept_is_what_was_paid_less_what_is_owed(
    offer: Offer, terms: RepayTerms | None, paid: PayHabits
) -> None:
    curve = build_leave_curve(build_pay_stream(offer), terms, paid)
    for item in curve.months:
        assert item.kept == item.paid - item.owed
        assert 0 <= item.owed <= item.sign_on
        assert item.kept >= item.base + item.vested


@given(offer=offers(), paid=habits)
@settings(max_examples=60, deadline=None)
def test_who_stays_to_the_end_keeps_all_pay_of_the_stream(offer: Offer, paid: PayHabits) -> None:
    stream = build_pay_stream(offer)
    last = build_leave_curve(stream, None, PayHabits(bonus=paid.bonus, sign_on=paid.sign_on)).months[-1]
    assert abs(last.kept - sum(pay.total for pay in stream.years)) <= CENT * len(stream.years)


@given(offer=offers(), terms=clauses(), paid=habits)
@settings(max_examples=40, deadline=None)
def test_pay_received_never_falls(offer: Offer, terms: RepayTerms, paid: PayHabits) -> None:
    months = build_leave_curve(build_pay_stream(offer), terms, paid).months
    assert all(before.paid <= after.paid for before, after in itertools.pairwise(months))


@given(offer=offers(), terms=clauses(), paid=habits)
@settings(max_examples=40, deadline=None)
def test_any_figure_can_be_computed_again_by_hand(offer: Offer, terms: RepayTerms, paid: PayHabits) -> None:
    curve = build_leave_curve(build_pay_stream(offer), terms, paid)
    for figure in leave_figures(curve, [0, 12, 13, 48]):
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.01, rel=1e-6), figure


def test_the_steps_are_the_months_that_bring_more_than_an_ordinary_one() -> None:
    offer = Offer.model_validate(
        {"base_annual": 120000, "equity": [{"total_value": 96000, "cliff_months": 12, "frequency": "monthly"}]}
    )
    curve = build_leave_curve(build_pay_stream(offer), None, PayHabits())
    assert list_steps(curve.months) == ((12, Decimal("24000.00")),)
    assert list_best_months(curve.months) == (12,)
    assert [row["month"] for row in list_rows(curve.months) if row["best"]] == [12]


def test_a_debt_that_runs_down_evenly_has_no_steps() -> None:
    offer = Offer.model_validate({"base_annual": 120000, "signing": [{"amount": 20000}]})
    curve = build_leave_curve(build_pay_stream(offer), RepayTerms(months=12, rule="pro_rata"), PayHabits())
    assert list_steps(curve.months) == ()


def test_of_equal_steps_the_first_are_listed() -> None:
    offer = Offer.model_validate({"base_annual": 1, "equity": [{"total_value": 160000, "frequency": "quarterly"}]})
    curve = build_leave_curve(build_pay_stream(offer), None, PayHabits())
    assert [month for month, _ in list_steps(curve.months)] == [3, 6, 9, 12, 15, 18]


def test_a_refresh_grant_is_left_behind_only_after_it_is_granted() -> None:
    offer = Offer.model_validate({"base_annual": 1, "refreshers": [{"total_value": 4000, "yearly": False}]})
    curve = build_leave_curve(build_pay_stream(offer), None, PayHabits())
    left = {
        figure.label: figure.value for figure in leave_figures(curve, [11, 12, 24]) if "left behind" in figure.label
    }
    assert list(left.values()) == [0, 4000, 3000]
