from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.money import round_cents
from assistant.domain.offer import Offer
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.sign_on_cap import ABOVE_ALREADY, DISPUTED, SignOnCap
from assistant.domain.sign_on_gap import Aim, Basis, SignOnGap, calculate_sign_on_gap, count_basis_years, sum_basis
from assistant.errors import InputError
from tests.assistant.domain.strategies import offers

BASE = Offer.model_validate({"base_annual": 100_000, "currency": "USD"})
wanted_totals = st.decimals(min_value=0, max_value=9_000_000, places=2)


def values_of(result: SignOnGap) -> dict[str, Decimal]:
    return {figure.label: figure.value for figure in result.figures}


@given(
    offer=offers(),
    wanted=wanted_totals,
    basis=st.sampled_from(["year_1", "two_years", "total"]),
    spread=st.integers(1, 4),
)
@settings(max_examples=80)
def test_the_sign_on_needed_makes_the_total_exactly_equal(
    offer: Offer, wanted: Decimal, basis: Basis, spread: int
) -> None:
    years = count_basis_years(basis, None, spread)
    result = calculate_sign_on_gap(offer, Aim(basis, years, (wanted,)), instalment_years=min(spread, years))
    values = values_of(result)
    assert values["total with the sign-on"] == max(wanted, values["total as offered"])
    assert sum(year.sign_on_on_top for year in result.years) == values["sign-on needed on top"]


@given(offer=offers(), wanted=wanted_totals, years=st.integers(1, 6))
@settings(max_examples=40)
def test_an_average_is_reached_to_the_cent(offer: Offer, wanted: Decimal, years: int) -> None:
    values = values_of(calculate_sign_on_gap(offer, Aim("average", years, (wanted,))))
    pays = build_pay_stream(offer, max(years, 4)).years
    assert values["total with the sign-on"] == max(wanted, sum_basis(pays, "average", years)[0])


@given(offer=offers(), wanted=wanted_totals)
@settings(max_examples=40)
def test_every_bridged_year_reaches_the_level(offer: Offer, wanted: Decimal) -> None:
    result = calculate_sign_on_gap(offer, Aim("each_year", 3, (wanted,) * 3), instalment_years=3)
    for year in result.years[:3]:
        assert year.total_with_sign_on == max(wanted, year.total_as_offered)


@given(offer=offers(), wanted=wanted_totals)
@settings(max_examples=40)
def test_more_base_instead_closes_the_same_gap(offer: Offer, wanted: Decimal) -> None:
    values = values_of(calculate_sign_on_gap(offer, Aim("total", 4, (wanted,))))
    if "base increase that would do instead" not in values or offer.base_annual is None:
        return
    raised = offer.model_copy(update={"base_annual": offer.base_annual + values["base increase that would do instead"]})
    total = sum_basis(build_pay_stream(raised, 4).years, "total", 4)[0]
    assert total == pytest.approx(wanted, abs=Decimal("0.2"))


@given(offer=offers(), wanted=wanted_totals, pct=st.integers(0, 100))
@settings(max_examples=40)
def test_what_a_cap_covers_and_what_it_leaves_make_up_the_need(offer: Offer, wanted: Decimal, pct: int) -> None:
    result = calculate_sign_on_gap(offer, Aim("year_1", 1, (wanted,)), cap=SignOnCap(pct=Decimal(pct)))
    values = values_of(result)
    covered, left = values["sign-on covered under the cap"], values["gap left above the cap"]
    assert round_cents(covered + left) == pytest.approx(values["sign-on needed on top"], abs=Decimal("0.01"))
    assert covered <= values["room under the cap"]


def test_a_moving_cap_and_the_base_that_moves_it_close_the_gap_together() -> None:
    offer = BASE.with_terms({"bonus_target_pct": Decimal(10)})
    result = calculate_sign_on_gap(offer, Aim("year_1", 1, (Decimal(150_000),)), cap=SignOnCap(pct=Decimal(20)))
    more = values_of(result)["base increase that closes the rest as the cap rises with it"]
    # base x 1.1 and a fifth of base in sign-on
    assert (100_000 + more) * Decimal("1.3") == pytest.approx(Decimal(150_000), abs=Decimal("0.02"))


def test_the_disputed_cap_says_that_it_is() -> None:
    cap = SignOnCap(pct=Decimal(20), claimed=True)
    result = calculate_sign_on_gap(BASE, Aim("year_1", 1, (Decimal(110_000),)), cap=cap)
    assert DISPUTED in result.warnings
    assert ABOVE_ALREADY not in result.warnings
    capped = next(figure for figure in result.figures if figure.label == "sign-on cap")
    assert capped.source_ids == ("valenx-equity-cash",)


def test_nothing_of_a_grant_vesting_in_time_leaves_stock_out() -> None:
    terms: dict[str, Any] = {"equity": [{"total_value": 100_000, "years": 4, "cliff_months": 24}]}
    offer = Offer.model_validate({"base_annual": 100_000} | terms)
    plain = values_of(calculate_sign_on_gap(offer, Aim("year_1", 1, (Decimal(120_000),))))
    capped = values_of(
        calculate_sign_on_gap(offer, Aim("year_1", 1, (Decimal(120_000),)), cap=SignOnCap(amount=Decimal(5)))
    )
    assert "stock grant increase that would do instead" not in plain
    assert "stock grant increase that closes the rest" not in capped
    assert "base increase that closes the rest as the cap rises with it" not in capped


def test_instalments_beyond_the_years_that_count_are_refused() -> None:
    with pytest.raises(InputError, match="instalment_years: is 3, but only 2"):
        calculate_sign_on_gap(BASE, Aim("two_years", 2, (Decimal(300_000),)), instalment_years=3)
