from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.grounds import PERCENTILES, Grounds, Needs, calculate_need_counter, check_market
from assistant.domain.targets import Targets, calculate_targets
from assistant.errors import InputError

amounts = st.integers(1_000, 2_000_000).map(Decimal)
needs = st.builds(Needs, st.integers(0, 10).map(Decimal), st.integers(0, 10).map(Decimal))


@st.composite
def grounds(draw: st.DrawFn) -> Grounds:
    """Any mix of what may be known about one number."""
    rising = sorted(draw(st.lists(amounts, min_size=4, max_size=4)))
    offered = draw(amounts)
    return Grounds(
        offered=offered,
        market=dict(zip(PERCENTILES, rising, strict=True)) if draw(st.booleans()) else {},
        target_percentile=draw(st.sampled_from(PERCENTILES)),
        competing=draw(st.none() | amounts),
        current_pay=draw(st.none() | amounts),
        switching_cost=draw(amounts),
        minimum=draw(st.none() | amounts),
        needs=draw(st.none() | needs),
        target=draw(st.none() | amounts),
        stretch=draw(st.none() | amounts),
        initial=draw(st.none() | amounts),
        range_top=draw(st.none() | st.just(offered + 10_000)),
    )


def plan(known: Grounds) -> Targets:
    return calculate_targets(known, "USD", "base salary")


@given(known=grounds())
def test_the_four_amounts_always_rise(known: Grounds) -> None:
    made = plan(known)
    assert made.target <= made.stretch <= made.initial
    if made.walk_away is not None:
        assert made.walk_away <= made.target


@given(known=grounds(), asked=amounts)
def test_asks_of_ones_own_hold_the_amounts_or_are_refused(known: Grounds, asked: Decimal) -> None:
    held = Grounds(**{name: getattr(known, name) for name in known.__slots__} | {"asked": asked, "initial": None})
    held = Grounds(**{name: getattr(held, name) for name in held.__slots__} | {"target": None, "stretch": None})
    try:
        made = plan(held)
    except InputError as error:
        assert error.field == "wanted"
        return
    assert made.target <= made.stretch <= made.initial == asked


@given(known=grounds())
def test_the_walk_away_is_the_best_of_what_else_there_is(known: Grounds) -> None:
    others = [known.competing, known.minimum]
    others.append(None if known.current_pay is None else known.current_pay + known.switching_cost)
    given_ones = [amount for amount in others if amount is not None]
    assert plan(known).walk_away == (max(given_ones) if given_ones else None)


@given(offered=amounts, edge=needs, minimum=st.none() | amounts)
def test_the_need_counter_lies_ten_to_twenty_percent_up_or_at_the_minimum(
    offered: Decimal, edge: Needs, minimum: Decimal | None
) -> None:
    value = calculate_need_counter(offered, edge, minimum).value
    assert value >= offered * Decimal("1.1")
    assert value <= max(offered * Decimal("1.2"), minimum or 0)


def test_percentiles_that_fall_are_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"market\.p90: is below p75"):
        check_market({"p75": Decimal(2), "p90": Decimal(1)}, "p75")


def test_a_range_that_ends_below_the_walk_away_is_said() -> None:
    made = plan(Grounds(Decimal(100), range_top=Decimal(120), minimum=Decimal(130)))
    assert any("above the top of their range" in warning for warning in made.warnings)
    assert any("above the top of their own range" in warning for warning in made.warnings)


def test_a_bold_opening_asks_for_evidence() -> None:
    made = plan(Grounds(Decimal(100_000), market={"p75": Decimal(125_000)}))
    assert made.warnings == (
        "The initial ask is more than 20 % above the offer, beyond the usual counter of 10 to 20 %: bring the "
        "evidence for it.",
    )


def test_without_data_it_is_said_that_the_rule_stands_alone() -> None:
    made = plan(Grounds(Decimal(100_000)))
    assert any("follows the rule on the offer alone" in note for note in made.assumptions)
    assert (made.walk_away, made.target, made.initial) == (None, 105_000, 110_000)


def test_a_minimum_the_usual_counter_does_not_clear_is_to_be_said_plainly() -> None:
    made = plan(Grounds(Decimal(40_000), needs=Needs(Decimal(8), Decimal(3)), minimum=Decimal(50_000)))
    assert any("say plainly" in warning for warning in made.warnings)


def test_nothing_offered_leaves_percentages_out() -> None:
    labels = [figure.label for figure in plan(Grounds(Decimal(0), minimum=Decimal(10))).figures]
    assert "initial ask above the offer" not in labels


def test_a_percentile_that_is_not_there_is_no_target() -> None:
    with pytest.raises(InputError, match="target_percentile: p75 is not given in market, only p50"):
        check_market({"p50": Decimal(2)}, "p75")
