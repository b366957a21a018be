"""Stock grant: a grant's value, its shares and the price between them, whichever of the three are stated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import LARGEST_AMOUNT, round_cents
from assistant.domain.vesting import VestingSchedule
from assistant.errors import InputError

RULE = "vesting"
READABLE = 10
"""Decimals of a number of shares, a percent or a factor that people are shown."""


@dataclass(frozen=True, slots=True)
class StockGrant:
    """One grant. `value` is at `share_price`, the price of the grant; `price_now` is today's where it has moved.

    Value and shares are None where they are not known; `derived_shares` says that shares follow from value and price.
    """

    schedule: VestingSchedule
    currency: str = "USD"
    value: Decimal | None = None
    shares: Decimal | None = None
    share_price: Decimal | None = None
    price_now: Decimal | None = None
    derived_shares: bool = False

    @property
    def start_price(self) -> Decimal | None:
        """Price from which growth counts."""
        return self.share_price if self.price_now is None else self.price_now

    @property
    def value_now(self) -> Decimal | None:
        """Value at today's price."""
        if self.price_now is None:
            return self.value
        if self.shares is not None:
            return self.shares * self.price_now
        return None

    def figures(self) -> list[Figure]:
        """Value and shares of the grant, as far as they are known."""
        figures = []
        if self.shares is not None:
            figures.append(self._shares_figure(self.shares))
        if self.value is not None:
            figures.append(self._value_figure(self.value))
        if self.price_now is not None and self.shares is not None:
            figures.append(
                build_figure(
                    "grant value today",
                    round_cents(self.shares * self.price_now),
                    self.currency,
                    formula="shares x price_now",
                    rule=RULE,
                    inputs={"shares": round(self.shares, READABLE), "price_now": self.price_now},
                )
            )
        return figures

    def _shares_figure(self, shares: Decimal) -> Figure:
        if self.derived_shares and self.value is not None and self.share_price is not None:
            formula, inputs = "value / share_price", {"value": self.value, "share_price": self.share_price}
        else:
            formula, inputs = "as stated", {"as stated": shares}
        return build_figure(
            "grant shares", round(shares, READABLE), "shares", formula=formula, rule=RULE, inputs=inputs
        )

    def _value_figure(self, value: Decimal) -> Figure:
        if self.shares is not None and self.share_price is not None and not self.derived_shares:
            inputs = {"shares": self.shares, "share_price": self.share_price}
            formula = "shares x share_price"
        else:
            formula, inputs = "as stated", {"as stated": value}
        return build_figure("grant value", round_cents(value), self.currency, formula=formula, rule=RULE, inputs=inputs)


def state_grant(grant: StockGrant) -> StockGrant:
    """The grant with what follows of value, shares and price filled in.

    >>> stated = StockGrant(VestingSchedule(yearly_percents=(Decimal(100),)), value=Decimal(600), shares=Decimal(3))
    >>> state_grant(stated).share_price
    Decimal('200')

    Raises:
        InputError: the three contradict each other, are too large, or a price is zero.
    """
    value, shares, price = grant.value, grant.shares, grant.share_price
    if price == 0:
        raise InputError("share_price", "must be greater than 0")
    if shares == 0 and value:
        raise InputError("shares", "must be greater than 0 where the grant has a value")
    if shares is not None and price is not None:
        product = shares * price
        if product > LARGEST_AMOUNT:
            raise InputError("shares", "times share_price is too large to be pay; check the zeros")
        if value is not None and abs(value - product) > max(price, value / 1000):
            raise InputError(
                "total_value",
                f"is {value.normalize():f} but shares x share_price is {product.normalize():f}: give one of the two",
            )
        return replace(grant, value=product)
    if value is not None and shares:
        return replace(grant, share_price=value / shares)
    if value is not None and price is not None:
        return replace(grant, shares=value / price, derived_shares=True)
    if grant.price_now is not None and shares is None:
        raise InputError("price_now", "needs shares, or share_price at the grant, to be of use")
    return grant
