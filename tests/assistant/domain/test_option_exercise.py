from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.bootstrap import build_reference
from assistant.domain.option_exercise import Exercise, build_prepaid_figure
from tests.formulas import recompute

UNVALUED = Exercise(Decimal(100), Decimal(1))
LAW = build_reference().tax_law(2026).supplemental


def test_without_a_value_of_the_share_there_is_no_spread() -> None:
    assert UNVALUED.spread == 0


@given(shares=st.integers(1, 10**7), gain=st.integers(0, 10**4))
def test_what_is_withheld_lies_between_the_two_flat_rates(shares: int, gain: int) -> None:
    exercise = Exercise(Decimal(shares), Decimal(1), Decimal(1 + gain))
    figure = build_prepaid_figure(exercise, LAW)
    assert exercise.spread * LAW.rate <= figure.value <= exercise.spread * LAW.top_rate
    again = recompute(figure)
    assert again is not None
    assert abs(again - float(figure.value)) <= 0.01 + 1e-9 * float(figure.value)
