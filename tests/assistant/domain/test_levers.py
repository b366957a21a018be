from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.grants import value_grants
from assistant.domain.levers import (
    LEVERS,
    LeverView,
    blend_events,
    calculate_worth,
    match_percent,
    read_vesting,
    year_factors,
)
from assistant.domain.offer import Offer, RetirementMatch
from assistant.domain.pay_stream import calculate_vested
from assistant.domain.vesting import VestEvent
from tests.assistant.domain.strategies import offers

EVEN = tuple(VestEvent(12 * year, Decimal("0.25")) for year in (1, 2, 3, 4))
rates = st.decimals(min_value=0, max_value=1, places=3)


@st.composite
def views(draw: st.DrawFn) -> LeverView:
    """Any stay with every assumption in a range that pay has."""
    return LeverView(
        stay_months=draw(st.integers(12, 120)),
        events=EVEN,
        discount_rate=draw(rates),
        tax_rate=draw(st.decimals(min_value=0, max_value=Decimal("0.9"), places=2)),
        raise_rate=draw(rates),
        growth_rate=draw(rates),
        bonus_rate=draw(rates),
        payout_rate=draw(st.decimals(min_value=Decimal("0.1"), max_value=2, places=1)),
        match_rate=draw(rates),
        clawback_chance=draw(st.decimals(min_value=0, max_value=Decimal("0.9"), places=2)),
        clawback_share=draw(rates),
        timing=draw(st.sampled_from(["mid_year", "year_end"])),
    )


def test_the_worth_of_base_is_the_sum_of_its_discounted_years() -> None:
    view = LeverView(24, EVEN, discount_rate=Decimal("0.1"), raise_rate=Decimal("0.05"), timing="year_end")
    # 1 / 1.1 + 1.05 / 1.21
    assert calculate_worth("base_salary", view).value == pytest.approx(Decimal("1.776859504"))


def test_a_part_of_a_year_counts_by_its_months() -> None:
    assert list(year_factors(LeverView(18, ()), 18)) == [1, Decimal("0.5")]


def test_a_part_of_a_year_is_spelled_out() -> None:
    worth = calculate_worth("target_bonus", LeverView(18, (), raise_rate=Decimal("0.1")))
    assert worth.formula == "(1 + 6 / 12 x (1 + raise_pct / 100) ^ 1)"
    assert worth.value == Decimal("1.55")


def test_more_tranches_than_one_reads_become_a_sentence() -> None:
    events = tuple(VestEvent(month, Decimal(1) / 48) for month in range(1, 49))
    worth = calculate_worth("equity_grant", LeverView(48, events, growth_rate=Decimal("0.1")))
    assert worth.formula.startswith("the sum over the vests")
    assert worth.inputs["vests"] == 48


def test_a_grant_of_which_nothing_vests_is_worth_nothing_even_grown() -> None:
    assert calculate_worth("equity_grant", LeverView(6, EVEN, growth_rate=Decimal("0.1"))).value == 0


@given(view=views())
def test_more_tax_makes_every_lever_worth_less(view: LeverView) -> None:
    untaxed = LeverView(**{name: getattr(view, name) for name in view.__slots__} | {"tax_rate": Decimal(0)})
    for lever in LEVERS:
        assert 0 <= calculate_worth(lever, view).value <= calculate_worth(lever, untaxed).value


@given(view=views(), growth=rates)
def test_stock_is_worth_what_the_pay_stream_says_it_vests(view: LeverView, growth: Decimal) -> None:
    offer = Offer.model_validate({"equity": [{"total_value": 100_000, "years": 4}]})
    vested = calculate_vested(value_grants(offer).grants, view.stay_months, growth)
    plain = LeverView(view.stay_months, read_vesting(offer).events, growth_rate=growth)
    assert 100_000 * calculate_worth("equity_grant", plain).value == pytest.approx(sum(vested))


@given(offer=offers())
def test_a_blend_of_grants_vests_whole(offer: Offer) -> None:
    grants = [grant for grant in value_grants(offer).grants if grant.value]
    if grants:
        assert sum(event.fraction for event in blend_events(grants)) == pytest.approx(Decimal(1))


def test_more_stock_vests_as_the_grants_of_the_offer_do() -> None:
    offer = Offer.model_validate(
        {"equity": [{"total_value": 300, "years": 3}, {"total_value": 100, "schedule": [100]}]}
    )
    vesting = read_vesting(offer)
    # 100 a year and 100 once: 200 of 400 in the first year
    assert [event.fraction for event in vesting.events] == pytest.approx([Decimal("0.5"), *[Decimal("0.25")] * 2])
    assert vesting.years == 2


def test_a_schedule_without_a_value_still_says_how_more_would_vest() -> None:
    offer = Offer.model_validate({"equity": [{"kind": "option"}, {"schedule": [5, 15, 40, 40]}]})
    assert [event.fraction for event in read_vesting(offer).events] == [
        Decimal("0.05"),
        Decimal("0.15"),
        Decimal("0.4"),
        Decimal("0.4"),
    ]


@pytest.mark.parametrize(
    ("terms", "percent"),
    [
        ({"match_pct": 50, "upto_pct": 6}, 3),
        ({"match_pct": 100, "upto_pct": 3, "next_match_pct": 50, "next_upto_pct": 5}, 4),
        ({"match_pct": 100, "upto_pct": 4, "contribution_pct": 2, "automatic_pct": 3}, 5),
    ],
)
def test_a_match_is_brought_to_percent_of_pay(terms: dict[str, int], percent: int) -> None:
    assert match_percent(RetirementMatch.model_validate(terms)) == percent


def test_without_a_plan_there_is_no_match() -> None:
    assert match_percent(None) == 0
