from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from assistant.domain.money import (
    Amount,
    Money,
    Number,
    check_size,
    render_money,
    render_unit,
    round_cents,
    to_json_number,
)
from assistant.errors import CurrencyMismatch, InputError

amounts = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2)


@given(first=amounts, second=amounts)
def test_taking_away_what_was_added_gives_the_first_amount_back(first: Decimal, second: Decimal) -> None:
    left, right = (Money(amount=amount, currency="USD") for amount in (first, second))
    assert left + right - right == left
    assert left + right == right + left


@given(amount=amounts, factor=st.integers(1, 12))
def test_a_multiple_is_the_amount_added_up(amount: Decimal, factor: int) -> None:
    money = Money(amount=amount, currency="EUR")
    total = money
    for _ in range(factor - 1):
        total += money
    assert money * factor == total


def test_two_currencies_are_not_added_without_a_rate() -> None:
    dollars, euros = Money(amount=Decimal(1), currency="USD"), Money(amount=Decimal(1), currency="EUR")
    with pytest.raises(CurrencyMismatch, match="USD and EUR cannot be added without a rate"):
        _ = dollars + euros
    with pytest.raises(CurrencyMismatch):
        _ = euros - dollars


@pytest.mark.parametrize("currency", ["usd", "US", "DOLLAR", ""])
def test_a_currency_is_a_code_of_three_capitals(currency: str) -> None:
    with pytest.raises(ValidationError):
        Money(amount=Decimal(1), currency=currency)


@pytest.mark.parametrize(("value", "rounded"), [("0.005", "0.01"), ("0.0049", "0.00"), ("-0.005", "-0.01"), ("2", "2")])
def test_half_a_cent_goes_up(value: str, rounded: str) -> None:
    assert round_cents(Decimal(value)) == Decimal(rounded)
    assert Money(amount=Decimal(value), currency="USD").rounded().amount == Decimal(rounded)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e16"])
def test_numbers_that_are_no_ordinary_ones_are_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(value)


def test_amounts_are_zero_or_more() -> None:
    assert TypeAdapter(Amount).validate_python(0) == 0
    with pytest.raises(ValidationError, match="must not be negative"):
        TypeAdapter(Amount).validate_python(-1)


def test_sizes_no_pay_has_are_an_input_error() -> None:
    assert check_size(Decimal("-1e15")) == Decimal("-1e15")
    with pytest.raises(InputError, match="too large to be pay"):
        round_cents(Decimal("1e400"))


def test_whole_numbers_stay_whole_in_json() -> None:
    assert [repr(to_json_number(Decimal(value))) for value in ("297000.00", "0.5", "1E+3")] == ["297000", "0.5", "1000"]


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("297000", "USD", "$297,000"),
        ("416250.5", "USD", "$416,250.50"),
        ("95000", "EUR", "€95,000"),
        ("2500000", "INR", "₹25,00,000"),
        ("-2500000", "INR", "-₹25,00,000"),
        ("950", "INR", "₹950"),
        ("100000.25", "INR", "₹1,00,000.25"),
        ("120000", "CHF", "CHF 120,000"),
        ("0", "GBP", "£0"),
    ],
)
def test_amounts_read_as_people_write_them(amount: str, currency: str, text: str) -> None:
    assert render_money(Decimal(amount), currency) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("12.50", "percent", "12.5 %"),
        ("20000", "shares", "20,000 shares"),
        ("5", "USD", "$5"),
        ("0", "months", "0 months"),
    ],
)
def test_values_carry_their_unit(value: str, unit: str, text: str) -> None:
    assert render_unit(Decimal(value), unit) == text
