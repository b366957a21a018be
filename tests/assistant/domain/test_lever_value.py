from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from assistant.domain.lever_value import calculate_cost, calculate_lever_values
from assistant.domain.levers import LeverView
from tests.assistant.domain.test_levers import EVEN, views


def test_a_match_bears_no_payroll_tax_and_follows_the_salary() -> None:
    view = LeverView(24, EVEN, bonus_rate=Decimal("0.1"), match_rate=Decimal("0.04"), raise_rate=Decimal("0.5"))
    # salary 1 and 1.5; with bonus and tax 2.5 x 1.1 x 1.1; match 2.5 x 0.04
    assert calculate_cost("base_salary", view, Decimal("0.1")).value == Decimal("3.125")


@given(view=views())
def test_ranks_rise_as_worth_falls(view: LeverView) -> None:
    ranked = calculate_lever_values(view, Decimal("0.0765")).ranked
    assert [row.rank for row in ranked] == sorted(row.rank for row in ranked)
    assert [row.worth_per_cost for row in ranked] == sorted((row.worth_per_cost for row in ranked), reverse=True)


@given(view=views())
def test_tax_growth_and_clawback_do_not_change_what_it_costs(view: LeverView) -> None:
    plain = LeverView(
        view.stay_months,
        view.events,
        discount_rate=view.discount_rate,
        raise_rate=view.raise_rate,
        bonus_rate=view.bonus_rate,
        payout_rate=view.payout_rate,
        match_rate=view.match_rate,
        timing=view.timing,
    )
    assert calculate_cost("base_salary", view).value == calculate_cost("base_salary", plain).value
    assert calculate_cost("equity_grant", view).value == calculate_cost("equity_grant", plain).value
