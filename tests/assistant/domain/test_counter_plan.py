from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.counter_plan import Measure, calculate_counter_plan, measure_offer
from assistant.domain.grounds import Grounds
from assistant.domain.offer import Offer
from assistant.errors import InputError
from tests.assistant.domain.strategies import offers

OFFER = Offer.model_validate(
    {
        "currency": "USD",
        "base_annual": 165_000,
        "bonus_target_pct": 15,
        "signing": [{"amount": 20_000}],
        "equity": [{"total_value": 120_000, "years": 4}],
    }
)
NOTHING = Grounds(Decimal(0))
measures = st.sampled_from(["base_salary", "recurring_total", "year_1_total", "average_total"])


@given(offer=offers(), measure=measures, target=st.integers(10_000, 3_000_000))
@settings(max_examples=80)
def test_the_asks_together_reach_the_initial_ask(offer: Offer, measure: Measure, target: int) -> None:
    if not offer.base_annual:
        return
    known = Grounds(Decimal(0), target=Decimal(target))
    plan = calculate_counter_plan(offer, known, measure)
    reached = measure_offer(plan.counter.improved, measure).amount
    assert reached >= plan.targets.initial - Decimal("0.03")
    assert all(ask.asked > ask.offered for ask in plan.counter.asks)


@pytest.mark.parametrize("measure", ["base_salary", "recurring_total"])
def test_an_offer_of_nothing_leaves_nothing_to_ask(measure: Measure) -> None:
    assert calculate_counter_plan(Offer(base_annual=Decimal(0)), NOTHING, measure).counter.asks == ()


def test_flexible_levers_come_first_and_base_takes_the_rest() -> None:
    plan = calculate_counter_plan(OFFER, Grounds(Decimal(0), initial=Decimal(300_000)), "year_1_total")
    # 60,250 short: stock + 60,000 is 15,000, sign-on + 10,000, the rest 35,250 / 1.15 = 30,652
    assert [(ask.lever, ask.asked) for ask in plan.counter.asks] == [
        ("equity_grant", 180_000),
        ("sign_on_bonus", 30_000),
        ("base_salary", 196_000),
    ]
    assert not any(ask.chosen_by_person for ask in plan.counter.asks)


def test_an_offer_of_base_alone_puts_the_whole_gap_on_base_and_says_so() -> None:
    plan = calculate_counter_plan(Offer(base_annual=Decimal(100_000)), NOTHING, "average_total")
    assert any("base takes the whole gap" in note for note in plan.assumptions)


def test_a_bonus_stated_as_an_amount_does_not_ride_on_base() -> None:
    offer = Offer(base_annual=Decimal(100_000), bonus_target_amount=Decimal(10_000))
    plan = calculate_counter_plan(offer, NOTHING, "recurring_total")
    # 110,000 x 1.1 = 121,000, all of it base
    assert plan.counter.asks[0].asked == 111_000


def test_a_plan_about_base_still_opens_on_stock() -> None:
    plan = calculate_counter_plan(OFFER, NOTHING, "base_salary")
    assert {ask.lever: ask.asked for ask in plan.counter.asks} == {"base_salary": 182_000, "equity_grant": 132_000}


def test_asks_of_ones_own_that_touch_the_measure_are_the_initial_ask() -> None:
    plan = calculate_counter_plan(OFFER, NOTHING, "base_salary", wanted={"base_salary": Decimal(175_000)})
    assert plan.targets.initial == 175_000
    other = calculate_counter_plan(OFFER, NOTHING, "base_salary", wanted={"sign_on_bonus": Decimal(30_000)})
    assert other.targets.initial == 181_500
    assert [ask.lever for ask in other.counter.asks] == ["sign_on_bonus"]


def test_an_offer_without_a_base_cannot_be_measured() -> None:
    with pytest.raises(InputError, match="competing_offer: states no yearly base salary"):
        measure_offer(Offer(), "recurring_total", "competing_offer")
