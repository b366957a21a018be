from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.exchange_rate import convert_grants, find_rate
from assistant.domain.offer import EquityGrant, Offer
from assistant.errors import InputError

RATES = {"EUR": Decimal("1.08"), "GBP": Decimal("1.35")}


def test_a_rate_for_the_compared_currency_itself_must_be_one() -> None:
    assert find_rate("USD", "USD", {"USD": Decimal(1)}) == 1
    with pytest.raises(InputError, match=r"exchange_rates\.USD: must be 1"):
        find_rate("USD", "USD", {"USD": Decimal(2)})


def test_stock_of_another_currency_follows_the_pay() -> None:
    stock = EquityGrant(total_value=Decimal(1350), currency="GBP")
    kept = EquityGrant(annual_value=Decimal(10))
    offer = convert_grants(Offer(currency="EUR", equity=(stock, kept)), "USD", RATES)
    assert offer.equity[0].total_value == Decimal(1350) * Decimal("1.35") / Decimal("1.08")
    assert offer.equity[0].currency == "EUR"
    assert offer.equity[1] == kept


def test_stock_of_another_currency_needs_a_rate() -> None:
    offer = Offer(currency="EUR", equity=(EquityGrant(total_value=Decimal(5), currency="CHF"),))
    with pytest.raises(InputError, match=r"exchange_rates\.CHF: is missing"):
        convert_grants(offer, "USD", RATES)
