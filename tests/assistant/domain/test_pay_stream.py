from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings

from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import build_pay_stream, growth_factors
from tests.assistant.domain.strategies import growth_rates, offers

ZERO = Decimal(0)


@given(offer=offers())
@settings(max_examples=40)
def test_cash_of_all_months_is_the_cash_of_all_years(offer: Offer) -> None:
    stream = build_pay_stream(offer)
    assert abs(sum(stream.monthly_cash(), ZERO) - sum((pay.cash for pay in stream.years), ZERO)) < Decimal("1e-9")


def test_sign_on_opens_a_year_and_bonus_ends_it() -> None:
    offer = Offer.model_validate(
        {"base_annual": 12, "bonus_target_amount": 5, "signing": [{"amount": 7}, {"year": 2, "amount": 9}]}
    )
    cash = build_pay_stream(offer, 2).monthly_cash()
    assert [cash[month] for month in (0, 1, 12, 24)] == [7, 1, 1 + 5 + 9, 1 + 5]


@given(rate=growth_rates)
def test_growth_is_exact_at_whole_years(rate: Decimal) -> None:
    assert growth_factors(rate, 48)[::12] == tuple((1 + rate) ** year for year in range(5))


@given(offer=offers(), rate=growth_rates)
@settings(max_examples=40)
def test_months_and_years_hold_the_same_stock(offer: Offer, rate: Decimal) -> None:
    stream = build_pay_stream(offer, outlook=Outlook(growth_rate=rate))
    assert abs(sum(stream.vested, ZERO) - sum((pay.equity for pay in stream.years), ZERO)) <= Decimal("0.005") * len(
        stream.years
    )
    assert stream.initial_grants == stream.grants
