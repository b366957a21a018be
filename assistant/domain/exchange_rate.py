"""Exchange rate: pay of several currencies in one, at rates that the person states."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from assistant.domain.offer import EquityGrant, Offer
from assistant.errors import InputError

FIELD = "exchange_rates"


def find_rate(currency: str, target: str, rates: Mapping[str, Decimal]) -> Decimal:
    """Price of one unit of `currency` in `target`.

    >>> find_rate("EUR", "USD", {"EUR": Decimal("1.08")})
    Decimal('1.08')

    Raises:
        InputError: there is no rate, or one for the target itself that is not 1.
    """
    if currency == target:
        if rates.get(target, Decimal(1)) != 1:
            raise InputError(f"{FIELD}.{target}", f"must be 1 or left out: pay is compared in {target}")
        return Decimal(1)
    if currency not in rates:
        raise InputError(
            f"{FIELD}.{currency}",
            f"is missing: pay is stated in {currency} and compared in {target}, so give how many {target} one "
            f"{currency} costs",
        )
    return rates[currency]


def convert_grants(offer: Offer, target: str, rates: Mapping[str, Decimal]) -> Offer:
    """The offer with stock stated in another currency than its pay brought to the currency of its pay.

    Raises:
        InputError: there is no rate for one of the two currencies.
    """
    if all(grant.currency in (None, offer.currency_code) for grant in offer.equity):
        return offer
    pay_rate = find_rate(offer.currency_code, target, rates)
    grants = tuple(_convert(grant, offer.currency_code, target, rates, pay_rate) for grant in offer.equity)
    return offer.model_copy(update={"equity": grants})


def convert_known_grants(offer: Offer, rates: Mapping[str, Decimal]) -> Offer:
    """The offer with stock in another currency than its pay converted as far as there are rates."""
    target, one = offer.currency_code, Decimal(1)
    grants = tuple(
        _convert(grant, target, target, rates, one) if grant.currency in rates else grant for grant in offer.equity
    )
    return offer if grants == offer.equity else offer.model_copy(update={"equity": grants})


def _convert(
    grant: EquityGrant, currency: str, target: str, rates: Mapping[str, Decimal], pay_rate: Decimal
) -> EquityGrant:
    if grant.currency in (None, currency):
        return grant
    rate = find_rate(grant.currency, target, rates) / pay_rate
    amounts = ("total_value", "annual_value", "share_price", "strike")
    changed = {name: value * rate for name in amounts if (value := getattr(grant, name)) is not None}
    return grant.model_copy(update={**changed, "currency": currency})
