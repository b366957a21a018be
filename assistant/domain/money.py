"""Money: a Decimal amount with its currency, and the one rounding rule."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

from assistant.errors import CurrencyMismatch, InputError

CENT = Decimal("0.01")
LARGEST_AMOUNT = Decimal("1e15")

CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


def _check_ordinary(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("must be an ordinary number such as 180000")
    if abs(value) > LARGEST_AMOUNT:
        raise ValueError("must be an ordinary number below a million billions; check the zeros")
    return value


def to_json_number(value: Decimal) -> float | int:
    """A Decimal as the JSON number a reader expects: whole values stay whole."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    AfterValidator(_check_ordinary),
    PlainSerializer(to_json_number, return_type=float | int, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A finite Decimal of a size that pay can have, a plain number in JSON."""


def _check_not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError("must not be negative")
    return value


Count = Annotated[int, Strict()]
"""A whole number; true, "4" and 4.0 are none."""

Amount = Annotated[Number, AfterValidator(_check_not_negative)]
"""A finite Decimal of zero or more."""


def check_size(value: Decimal) -> Decimal:
    """The value, if it is of a size that pay can have.

    Raises:
        InputError: it is larger than LARGEST_AMOUNT.
    """
    if abs(value) > LARGEST_AMOUNT:
        raise InputError("offer", "holds amounts too large to be pay; check the zeros")
    return value


def round_cents(value: Decimal) -> Decimal:
    """The one rounding rule: half a cent goes up, as on a pay slip.

    Raises:
        InputError: it is larger than LARGEST_AMOUNT.

    >>> round_cents(Decimal("0.125"))
    Decimal('0.13')
    """
    return check_size(value).quantize(CENT, rounding=ROUND_HALF_UP)


class Money(BaseModel):
    """An amount of one currency.

    >>> Money(amount=Decimal(5), currency="USD") + Money(amount=Decimal(2), currency="USD")
    Money(amount=Decimal('7'), currency='USD')
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Number
    currency: CurrencyCode

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch("currency", f"{self.currency} and {other.currency} cannot be added without a rate")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(amount=self.amount + other.amount, currency=self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(amount=self.amount - other.amount, currency=self.currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        return Money(amount=self.amount * factor, currency=self.currency)

    def rounded(self) -> Money:
        """The same amount in whole cents."""
        return Money(amount=round_cents(self.amount), currency=self.currency)


_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}


def render_money(amount: Decimal, currency: str) -> str:
    """An amount as people read it; cents only where there are any.

    >>> render_money(Decimal("297000.00"), "USD"), render_money(Decimal("-1250.5"), "CHF")
    ('$297,000', '-CHF 1,250.50')
    """
    cents = round_cents(abs(amount))
    whole, _, part = f"{cents:.2f}".partition(".")
    digits = _group_indian(whole) if currency == "INR" else f"{int(whole):,}"
    tail = "" if part == "00" else f".{part}"
    return f"{'-' if amount < 0 else ''}{_SYMBOLS.get(currency, currency + ' ')}{digits}{tail}"


def _group_indian(digits: str) -> str:
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])


def render_unit(value: Decimal, unit: str) -> str:
    """A value with its unit: money, percent, or the plain number with the unit's word."""
    if len(unit) == 3 and unit.isupper():
        return render_money(value, unit)
    number = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{number} %" if unit == "percent" else f"{number} {unit}"
