from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assistant.domain.benefits import calculate_benefits, has_benefits, plan_of
from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.offer import Offer, RetirementMatch
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.retirement_match import RetirementLimits
from assistant.errors import InputError

LIMITS = RetirementLimits(
    2026, 2026, Decimal(24500), Decimal(8000), Decimal(11250), pay=Decimal(360000), stock_purchase=Decimal(25000)
)


def offer_with(**terms: Any) -> Offer:
    return Offer.model_validate({"base_annual": 100_000, "currency": "USD", **terms})


def values_of(offer: Offer) -> dict[str, Decimal]:
    return {figure.label: figure.value for figure in calculate_total_compensation(offer, 2, limits=LIMITS).figures}


def test_an_offer_without_benefits_has_no_figure_of_them() -> None:
    assert not has_benefits(offer_with())
    assert [label for label in values_of(offer_with()) if "benefits" in label] == []


def test_benefits_are_left_out_where_no_limits_are_known() -> None:
    offer = offer_with(benefits=[{"name": "gym", "annual_value": 600}])
    assert calculate_total_compensation(offer).benefits == ()


def test_a_second_tier_goes_on_where_the_first_ends() -> None:
    match = {"match_pct": 100, "upto_pct": 3, "next_match_pct": 50, "next_upto_pct": 5, "contribution_pct": 4}
    assert values_of(offer_with(retirement_match=match))["year 1 401(k) match"] == 3500


def test_half_a_second_tier_is_refused() -> None:
    with pytest.raises(InputError, match=r"retirement_match\.next_upto_pct: a second tier needs"):
        plan_of(RetirementMatch(match_pct=Decimal(100), upto_pct=Decimal(3), next_match_pct=Decimal(50)))


def test_an_automatic_contribution_comes_on_top_of_the_match() -> None:
    values = values_of(offer_with(retirement_match={"match_pct": 100, "upto_pct": 3, "automatic_pct": 4}))
    assert values["year 1 automatic 401(k) contribution"] == 4000
    assert values["year 1 total compensation with benefits"] == 107_000


def test_limits_of_us_law_do_not_touch_pay_in_another_currency() -> None:
    offer = offer_with(currency="GBP", base_annual=900_000, retirement_match={"match_pct": 100, "upto_pct": 10})
    benefits = calculate_benefits(build_pay_stream(offer, 1), LIMITS)
    assert benefits.years[0].match == 90_000
    assert benefits.figures[0].label == "year 1 retirement match"
    assert "Pay is in GBP, so no limit of US law is applied to match or stock plan." in benefits.assumptions


def test_a_stock_plan_in_another_currency_has_no_limit() -> None:
    values = values_of(offer_with(currency="EUR", base_annual=850_000, espp={"contribution_pct": 10}))
    assert values["year 1 ESPP gain"] == 15_000


def test_limits_of_another_year_are_told_only_where_a_match_needs_them() -> None:
    limits = replace(LIMITS, asked_year=2031)
    match, gym = {"match_pct": 50, "upto_pct": 6}, [{"name": "gym", "annual_value": 600}]
    told = calculate_total_compensation(offer_with(retirement_match=match), limits=limits)
    quiet = calculate_total_compensation(offer_with(benefits=gym), limits=limits)
    assert any("2031" in note for note in told.warnings)
    assert quiet.warnings == ()
