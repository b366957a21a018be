"""Rates as they are told, and the amounts they bring to one currency."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.exchange import read_rates
from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.terms import read_terms


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("oh, 1 usd is 1.38 cad today", "USD CAD 1.38"),
        ("use 1.05 eur for one franc", "CHF EUR 1.05"),
        ("$1 = 83.5 rupees", "USD INR 83.5"),
        ("€1 is $1.08", "EUR USD 1.08"),
        ("EUR/USD at 1.08", "EUR USD 1.08"),
        ("the pound is at 1.17 euros", "GBP EUR 1.17"),
        ("1 usd = 1,38 cad", "USD CAD 1.38"),
    ],
)
def test_a_rate_is_read_however_it_is_told(text: str, rate: str) -> None:
    assert [f"{each.base} {each.quote} {each.value}" for each in read_rates(text)] == [rate]


@pytest.mark.parametrize(
    "text", ["50 eur an hour", "30 dollars per hour", "they pay 2 euros for each euro", "convert 80k eur to usd"]
)
def test_pay_and_a_match_are_no_rate(text: str) -> None:
    assert read_rates(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("bonus of 20k eur, 1 eur = 0.85 gbp", 17_000, "GBP"),
        ("69k cad, 1 usd is 1.38 cad, what is that in usd", 50_000, "USD"),
        ("69k cad. 1 usd is 1.38 cad", 50_000, "USD"),
    ],
)
def test_an_amount_comes_to_the_currency_that_is_wanted(text: str, value: int, currency: str) -> None:
    (term,) = read_terms(text)
    assert (round(Work().take(term, "pay").value, 2), term.currency) == (value, currency)
