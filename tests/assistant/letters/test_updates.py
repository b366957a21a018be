"""Updates: which term of the offer on file a few words change, and in what measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment, StatedPay
from assistant.letters.updates import parse_update

YEARLY = Offer(
    base_annual=Decimal(126_000),
    bonus_target_pct=Decimal(4),
    currency="USD",
    signing=(SignOnInstalment(amount=Decimal(12_000)),),
    equity=(EquityGrant(total_value=Decimal(100_000), years=Decimal(4)),),
)
LAKHS = Offer(base_annual=Decimal(2_800_000), bonus_target_amount=Decimal(300_000), currency="INR")
HOURLY = Offer(base_annual=Decimal(83_200), base_stated=StatedPay(amount=Decimal(40), period="hour"), currency="USD")
DAILY = Offer(base_annual=Decimal(117_000), base_stated=StatedPay(amount=Decimal(450), period="day"), currency="GBP")


def read(text: str, offer: Offer) -> dict[str, Any] | None:
    draft = parse_update(text, offer)
    return draft.offer.model_dump(mode="json", exclude_defaults=True) if draft else None


@pytest.mark.parametrize(
    ("text", "offer", "changed"),
    [
        ("they went up to 131", YEARLY, {"base_annual": 131_000}),
        ("they raised it to 130k", YEARLY, {"base_annual": 130_000}),
        ("sorry, thats 130k EUR", YEARLY, {"base_annual": 130_000, "currency": "EUR"}),
        ("they went to $95k", YEARLY, {"base_annual": 95_000}),
        ("it is 7 not 4", YEARLY, {"bonus_target_pct": 7}),
        ("no wait, 6%", YEARLY, {"bonus_target_pct": 6}),
        ("the sign on is 20, i misread", YEARLY, {"signing": [{"amount": 20_000}]}),
        ("another 5k sign on", YEARLY, {"signing": [{"amount": 17_000}]}),
        ("raised the base by 4k", YEARLY, {"base_annual": 130_000}),
        ("they cut it by 6k", YEARLY, {"base_annual": 120_000}),
        ("the stock is 150 in all not 100k", YEARLY, {"equity": [{"total_value": 150_000, "years": 4}]}),
        ("they want an answer by friday", YEARLY, {"deadline": "friday"}),
        ("update: she gave me til next wednesday", YEARLY, {"deadline": "next wednesday"}),
        ("they extended it to dec 9", YEARLY, {"deadline": "dec 9"}),
        (
            "the sign on is gone now but they put 5k into base",
            YEARLY,
            {"base_annual": 131_000, "signing": [{"amount": 0}]},
        ),
        ("they cut the sign on in half", YEARLY, {"signing": [{"amount": 6_000}]}),
        ("they took the sign-on out", YEARLY, {"signing": [{"amount": 0}]}),
        ("they doubled the stock", YEARLY, {"equity": [{"total_value": 200_000, "years": 4}]}),
        ("moved 5k of the sign on into base", YEARLY, {"base_annual": 131_000, "signing": [{"amount": 7_000}]}),
        ("they cut the sign on by 20%", YEARLY, {"signing": [{"amount": 9_600}]}),
        ("no it IS 118, 113 was the other posting", YEARLY, {"base_annual": 118_000}),
        ("sorry thats CHF of course, 126'000", YEARLY, {"base_annual": 126_000, "currency": "CHF"}),
        ("revised to 30 fixed", LAKHS, {"base_annual": 3_000_000}),
        ("variable 4 hai 3 nahi", LAKHS, {"bonus_target_amount": 400_000}),
        ("2 joining bonus", LAKHS, {"signing": [{"amount": 200_000}]}),
        (
            "they dropped the contract to 425",
            DAILY,
            {"base_annual": 110_500, "base_stated": {"amount": 425, "period": "day"}},
        ),
    ],
)
def test_a_sum_is_read_in_the_measure_the_offer_was_told_in(text: str, offer: Offer, changed: dict[str, Any]) -> None:
    assert read(text, offer) == changed


def test_each_sum_of_a_message_has_its_own_term_and_its_words_are_kept() -> None:
    draft = parse_update("47.50 now and 8k sign on, stay 2 years", HOURLY)
    assert draft is not None
    assert (draft.offer.base_annual, draft.offer.signing[0].amount) == (Decimal(98_800), 8000)
    assert {item.field: item.quote for item in draft.evidence} == {
        "base_stated": "47.50",
        "base_annual": "47.50",
        "signing": "8k",
    }


@pytest.mark.parametrize(
    "text",
    [
        "they want me to answer quickly",
        "2 more interviews",
        "pension 5%",
        "bonus up to 15%",
        "between 130 and 140k",
        "300k over 3 years, vesting monthly",
        "the job pays 900",
        "it is 12,000 a month now",
        "base 130 bonus 12 sign on 10",
        "the commute is 90 minutes",
        "130 people work there now",
        "attrition is 12%",
        "the train costs 110 now",
        "i asked them to double the sign on",
        "they might cut the bonus in half",
        "is the sign on gone?",
    ],
)
def test_words_that_fit_no_term_change_nothing(text: str) -> None:
    assert read(text, YEARLY) is None


def test_working_time_alone_changes_the_year_of_an_hourly_pay() -> None:
    assert read("46 weeks a year", HOURLY) == {
        "base_annual": 73_600,
        "base_stated": {"amount": 40, "period": "hour", "hours_per_week": 40, "weeks_per_year": 46},
    }
    assert read("36 hrs a week", HOURLY) == {
        "base_annual": 74_880,
        "base_stated": {"amount": 40, "period": "hour", "hours_per_week": 36, "weeks_per_year": 52},
    }


@pytest.mark.parametrize(
    "text",
    [
        "bonus is -5 per what",
        "bonus is now 90000%",
        "sign on is -3k",
        "base is now -150k",
        "base is 9999999999999999999k",
    ],
)
def test_what_no_offer_can_have_is_no_update(text: str) -> None:
    assert parse_update(text, Offer(base_annual=Decimal(180_000), bonus_target_pct=Decimal(15))) is None


@given(st.text(alphabet="0123456789 -+.,%k$€basebonusinowt", max_size=60))
def test_an_update_never_raises(text: str) -> None:
    parse_update(text, Offer(base_annual=Decimal(180_000), bonus_target_pct=Decimal(15)))


def test_the_most_they_pay_is_what_they_pay_now() -> None:
    assert read("she said 118 max, 126 was a mistake", YEARLY) == {"base_annual": 118_000}
    assert read("they said 131 max", YEARLY) == {"base_annual": 131_000}
    assert read("they say base is up to 140", YEARLY) is None


def test_a_grant_that_is_told_anew_may_vest_over_other_years() -> None:
    offer = parse_update("rsu is actually 120k over 3 years", YEARLY)
    assert offer is not None
    assert (offer.offer.equity[0].total_value, offer.offer.equity[0].years) == (Decimal(120_000), Decimal(3))
