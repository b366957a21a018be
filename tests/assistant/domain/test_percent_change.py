"""Percent change: there and back again."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.percent_change import calculate_change, compare_amounts


@given(st.decimals(min_value=1000, max_value=10_000_000, places=2), st.decimals(min_value=-90, max_value=300, places=2))
def test_the_percent_between_an_amount_and_its_change_is_the_change(amount: Decimal, change: Decimal) -> None:
    after = next(calculate_change(amount, [change], 1, "USD")).value
    found = next(compare_amounts(amount, after, 1, "USD")).value
    assert abs(found - change) < Decimal("0.01")


def test_the_figures_of_several_years_name_the_years() -> None:
    labels = [figure.label for figure in calculate_change(Decimal(100), [Decimal(10)], 3, "EUR")]
    assert labels == ["amount after 3 years", "change"]
