from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.gross_up import FlatTax, bisect_gross, gross_figures, payment_figures, solve_gross, tax_together
from assistant.errors import InputError
from tests.formulas import recompute

CENT = Decimal("0.01")
nets = st.decimals(min_value=0, max_value=5_000_000, places=2)
rates = st.decimals(min_value=0, max_value=30, places=2)
edges = st.none() | st.decimals(min_value=1, max_value=1_000_000, places=0)


@st.composite
def taxes(draw: st.DrawFn) -> list[FlatTax]:
    """Three taxes that leave something of every dollar: on all, up to an edge, and above an edge."""
    return [
        FlatTax(
            "federal withholding",
            "federal_pct",
            draw(rates),
            pre_tax_pct=draw(st.sampled_from([0, 5, 20])) + Decimal(0),
        ),
        FlatTax("social security tax", "social_security_pct", draw(rates), end=draw(edges)),
        FlatTax("additional medicare tax", "additional_medicare_pct", draw(rates), begin=draw(edges) or Decimal(0)),
    ]


@given(flat=taxes(), net=nets)
def test_the_gross_leaves_the_net_amount(flat: list[FlatTax], net: Decimal) -> None:
    gross = solve_gross(flat, net)
    assert abs(gross - tax_together(flat, gross) - net) < CENT


@given(flat=taxes(), net=nets)
def test_the_closed_form_and_bisection_agree(flat: list[FlatTax], net: Decimal) -> None:
    assert abs(bisect_gross(lambda gross: tax_together(flat, gross), net) - solve_gross(flat, net)) <= CENT


@given(flat=taxes(), net=nets)
def test_every_figure_can_be_computed_again_by_hand(flat: list[FlatTax], net: Decimal) -> None:
    for figure in gross_figures(flat, net, "USD"):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.01, rel=1e-6), figure


@given(flat=taxes(), low=nets, high=nets)
def test_more_net_needs_more_gross(flat: list[FlatTax], low: Decimal, high: Decimal) -> None:
    low, high = sorted((low, high))
    assert solve_gross(flat, low) <= solve_gross(flat, high)


def test_no_tax_leaves_the_amount_as_it_is() -> None:
    assert solve_gross([], Decimal(500)) == 500
    assert {figure.label: figure.value for figure in payment_figures([], Decimal(0), "USD")} == {
        "taxes together": 0,
        "net after these taxes": 0,
    }


def test_rates_that_take_all_are_refused() -> None:
    with pytest.raises(InputError, match="100 % or more"):
        solve_gross(
            [FlatTax("all taxes", "tax_pct", Decimal(60)), FlatTax("more", "more_pct", Decimal(40))], Decimal(1)
        )


def test_a_tax_that_takes_every_further_dollar_is_an_error_not_a_long_search() -> None:
    with pytest.raises(InputError, match="takes all"):
        bisect_gross(lambda gross: gross, Decimal(100))
