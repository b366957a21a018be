from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.headline import (
    describe_reading,
    list_conventions,
    list_reading_figures,
    precision_of,
    read_quote,
    warn_of_reading,
)
from assistant.domain.offer import Offer
from tests.assistant.domain.strategies import offers
from tests.formulas import recompute

FULL = Offer.model_validate(
    {
        "base_annual": 180000,
        "bonus_target_pct": 15,
        "signing": [{"amount": 40000}],
        "equity": [{"total_value": 200000, "years": 4}],
    }
)


@given(offer=offers(), quoted=st.decimals(min_value=0, max_value=3_000_000, places=0))
@settings(max_examples=40)
def test_a_quote_matches_nothing_or_the_nearest(offer: Offer, quoted: Decimal) -> None:
    conventions = list_conventions(calculate_total_compensation(offer))
    reading = read_quote(quoted, conventions)
    assert abs(reading.gap) == min(abs(quoted - figure.value) for figure in conventions)
    assert all(abs(figure.value - quoted) == abs(reading.gap) for figure in reading.matches)


@given(offer=offers())
@settings(max_examples=40)
def test_every_convention_matches_its_own_number(offer: Offer) -> None:
    conventions = list_conventions(calculate_total_compensation(offer))
    for figure in conventions:
        assert figure in read_quote(figure.value, conventions).matches


@given(offer=offers())
@settings(max_examples=40)
def test_any_convention_can_be_computed_again_by_hand(offer: Offer) -> None:
    conventions = list_conventions(calculate_total_compensation(offer))
    assert len({figure.label for figure in conventions}) == len(conventions)
    for figure in (*conventions, *list_reading_figures(read_quote(Decimal(123_456), conventions))):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.011, rel=1e-6), figure


@pytest.mark.parametrize(
    ("number", "place"), [("267000", 1000), ("346500", 100), ("300000", 1000), ("0", 1), ("1.25", Decimal("0.01"))]
)
def test_the_precision_is_the_last_place_given_and_at_most_a_thousand(number: str, place: Decimal) -> None:
    assert precision_of(Decimal(number)) == place


def test_a_match_is_said_with_every_convention_that_gives_it() -> None:
    reading = read_quote(Decimal(267_000), list_conventions(calculate_total_compensation(FULL)))
    assert describe_reading(reading) == (
        "267,000 is 4-year average compensation and recurring with sign-on spread over 4 years."
    )
    assert [*warn_of_reading(reading)] == []


def test_a_rounded_match_is_said_to_be_rounded() -> None:
    conventions = list_conventions(calculate_total_compensation(Offer(base_annual=Decimal(180_400))))
    assert describe_reading(read_quote(Decimal(180_000), conventions)).endswith(", rounded.")


def test_an_offer_of_nothing_has_no_percent_to_be_off_by() -> None:
    conventions = list_conventions(calculate_total_compensation(Offer(base_annual=Decimal(0))))
    labels = [figure.label for figure in list_reading_figures(read_quote(Decimal(5), conventions))]
    assert "difference to the nearest convention in percent" not in labels


def test_a_number_that_no_convention_gives_is_told_with_the_nearest() -> None:
    conventions = list_conventions(calculate_total_compensation(FULL))
    assert [*warn_of_reading(read_quote(Decimal(250_000), conventions))] == [
        "No convention gives 250,000. The nearest is year 1 cash, $247,000, which is $3,000 less: ask what is counted."
    ]
    assert "more: ask" in describe_reading(read_quote(Decimal(254_000), conventions))


def test_a_whole_grant_in_one_year_is_a_warning() -> None:
    reading = read_quote(Decimal(407_000), list_conventions(calculate_total_compensation(FULL)))
    assert [*warn_of_reading(reading)] == ["407,000 counts the whole grant in one year, though it vests over several."]
