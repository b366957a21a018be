from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.ladder import (
    MOST_INCREMENTS,
    Window,
    calculate_ladder,
    find_increment,
    list_replies,
    round_up_to_say,
)
from assistant.domain.money import render_money
from assistant.errors import InputError


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """An offer, an ask above it, and marks in order or none."""
    offered = draw(st.integers(0, 900_000))
    ask = offered + draw(st.integers(1, 300_000))
    target = draw(st.none() | st.integers(offered, ask))
    walk_away = draw(st.none() | st.integers(0, ask if target is None else target))
    return Window(*(None if mark is None else Decimal(mark) for mark in (offered, ask, target, walk_away)))  # type: ignore[arg-type]


@given(window=windows())
def test_replies_climb_from_the_offer_to_the_ask(window: Window) -> None:
    rungs = calculate_ladder(window, "USD").rungs
    replies = [rung.reply for rung in rungs]
    assert replies == sorted(set(replies))
    assert (replies[0], replies[-1]) == (window.offered, window.ask)
    assert len(replies) <= MOST_INCREMENTS + 1


@given(window=windows())
def test_zones_follow_one_another_and_no_answer_falls_below_the_reply(window: Window) -> None:
    rungs = calculate_ladder(window, "USD").rungs
    order = ["hold", "counter", "accept"]
    assert [order.index(rung.zone) for rung in rungs] == sorted(order.index(rung.zone) for rung in rungs)
    for rung in rungs:
        assert rung.reply <= rung.answer <= window.ask
    assert rungs[-1].zone == "accept"


@given(window=windows().filter(lambda window: window.target is not None))
def test_with_a_target_no_worse_reply_draws_a_weaker_answer(window: Window) -> None:
    answers = [rung.answer for rung in calculate_ladder(window, "USD").rungs if rung.zone != "accept"]
    assert answers == sorted(answers, reverse=True)


@given(window=windows().filter(lambda window: window.walk_away not in (None, window.ask, window.target)))
def test_no_words_name_the_walk_away(window: Window) -> None:
    assert window.walk_away is not None
    secret = render_money(window.walk_away, "USD")
    assert not any(
        secret in rung.words.replace(",", "").split() or f"{secret} " in rung.words
        for rung in calculate_ladder(window, "USD").rungs
        if rung.zone == "hold"
    )


@given(amount=st.decimals(min_value=0, max_value=10**12, places=2))
def test_rounding_up_never_goes_down_nor_far(amount: Decimal) -> None:
    said = round_up_to_say(amount)
    assert amount <= said <= amount + max(Decimal(100), amount / 40)


def test_the_increment_is_the_smallest_that_nine_of_cross() -> None:
    assert find_increment(Window(Decimal(180_000), Decimal(198_000))) == 2_000
    assert find_increment(Window(Decimal(163_250), Decimal(187_000))) == 5_000


def test_replies_in_between_are_round() -> None:
    window = Window(Decimal(163_250), Decimal(187_000))
    assert list_replies(window, Decimal(5_000))[1:-1] == [165_000, 170_000, 175_000, 180_000, 185_000]


@pytest.mark.parametrize(
    ("window", "says"),
    [
        (Window(Decimal(10), Decimal(10)), "ask: must be above what is offered"),
        (Window(Decimal(10), Decimal(20), target=Decimal(21)), "target: lies above the ask"),
        (Window(Decimal(10), Decimal(20), target=Decimal(9)), "target: lies below what is offered"),
        (Window(Decimal(10), Decimal(20), walk_away=Decimal(21)), "walk_away: lies above the ask"),
        (Window(Decimal(10), Decimal(20), Decimal(15), Decimal(16)), "target: lies below your walk-away"),
    ],
)
def test_marks_out_of_order_are_refused(window: Window, says: str) -> None:
    with pytest.raises(InputError, match=says):
        calculate_ladder(window, "USD")


def test_an_offer_at_the_walk_away_needs_no_warning() -> None:
    assert calculate_ladder(Window(Decimal(10), Decimal(20), walk_away=Decimal(10)), "USD").warnings == ()


def test_a_step_that_makes_too_many_rungs_is_refused() -> None:
    with pytest.raises(InputError, match="step: makes more than 40 steps"):
        calculate_ladder(Window(Decimal(100), Decimal(200)), "USD", Decimal(1))


def test_a_target_that_is_offered_already_is_named() -> None:
    warnings = calculate_ladder(Window(Decimal(10), Decimal(20), Decimal(10), Decimal(5)), "USD").warnings
    assert warnings == ("Your target is what is offered already, so every reply is accepted: name a higher one.",)
