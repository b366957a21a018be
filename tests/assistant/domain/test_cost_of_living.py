from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.cost_of_living import Move, calculate_equal_pay, describe_move

pays = st.decimals(min_value=1, max_value=5_000_000, places=2)
indices = st.decimals(min_value=20, max_value=400, places=1)


@given(pay=pays, index_from=indices, index_to=indices)
def test_there_and_back_is_the_same_pay(pay: Decimal, index_from: Decimal, index_to: Decimal) -> None:
    there = calculate_equal_pay(pay, index_from, index_to)
    assert abs(calculate_equal_pay(there, index_to, index_from) - pay) < Decimal("1e-15")


@given(pay=pays, index_from=indices, index_to=indices)
def test_an_offer_of_equal_pay_changes_nothing(pay: Decimal, index_from: Decimal, index_to: Decimal) -> None:
    equal = calculate_equal_pay(pay, index_from, index_to)
    figures = {
        figure.label: figure.value for figure in describe_move(Move(pay, index_from, index_to, new_salary=equal), "USD")
    }
    assert figures["real change"] == 0
    assert figures["missing for equal pay"] == 0
    assert figures["real change in percent"] == 0


def test_no_pay_has_no_change_in_percent() -> None:
    move = Move(Decimal(0), Decimal(100), Decimal(120), new_salary=Decimal(5))
    assert "real change in percent" not in {figure.label for figure in describe_move(move, "USD")}
