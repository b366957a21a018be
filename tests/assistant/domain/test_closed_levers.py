"""What is asked for once a part of the offer was refused."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.closed_levers import ask_around, tell_closed
from assistant.domain.counter_plan import calculate_counter_plan
from assistant.domain.grounds import Grounds
from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment

BASE = Offer(base_annual=Decimal(180000), currency="USD")
WHOLE = BASE.model_copy(
    update={
        "equity": (EquityGrant(total_value=Decimal(200000)),),
        "signing": (SignOnInstalment(year=1, amount=Decimal(20000)),),
    }
)
UPLIFT = Decimal("0.10")
GROUNDS = Grounds(offered=Decimal(0))


def test_a_sign_on_makes_up_for_one_year_of_the_base_that_was_wanted() -> None:
    found = ask_around(WHOLE, {"base_salary": Decimal(195000)}, ["base_salary"], UPLIFT)
    # 20,000 + (195,000 - 180,000); the grant opens 10 % above the offer
    assert dict(found.asks) == {"equity_grant": Decimal(220000), "sign_on_bonus": Decimal(35000)}
    assert "$15,000 of base" in found.notes[0]


def test_what_is_wanted_on_open_parts_is_all_that_is_asked() -> None:
    wanted = {"base_salary": Decimal(195000), "sign_on_bonus": Decimal(30000)}
    assert dict(ask_around(WHOLE, wanted, ["base_salary"], UPLIFT).asks) == {"sign_on_bonus": Decimal(30000)}


def test_nothing_is_asked_where_every_part_was_refused() -> None:
    closed = ["base_salary", "equity_grant", "sign_on_bonus"]
    assert not ask_around(WHOLE, {}, closed, UPLIFT).asks  # type: ignore[arg-type]


def test_a_plan_about_base_asks_for_the_open_parts() -> None:
    plan = calculate_counter_plan(BASE, GROUNDS, "base_salary", closed=["base_salary"])
    assert [ask.lever for ask in plan.counter.asks] == ["sign_on_bonus"]


def test_a_plan_leaves_out_a_refused_grant_and_keeps_the_base() -> None:
    plan = calculate_counter_plan(WHOLE, GROUNDS, "base_salary", closed=["equity_grant"])
    assert [ask.lever for ask in plan.counter.asks] == ["base_salary"]


def test_a_plan_about_a_total_fills_the_gap_without_the_base() -> None:
    plan = calculate_counter_plan(BASE, GROUNDS, "year_1_total", closed=["base_salary"])
    assert [(ask.lever, ask.asked) for ask in plan.counter.asks] == [("sign_on_bonus", Decimal(18000))]


def test_a_plan_about_a_total_says_nothing_where_nothing_can_fill_the_gap() -> None:
    plan = calculate_counter_plan(BASE, GROUNDS, "recurring_total", closed=["base_salary"])
    assert plan.counter.asks == ()


def test_the_refusal_is_told_in_their_words() -> None:
    assert "the base salary (“top of the band”)" in tell_closed({"base_salary": "top of the band"})
