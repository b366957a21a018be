"""Compensation notes: what was assumed about pay, and what an offer states that is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_period import name_period_assumption
from assistant.domain.pay_stream import PayStream


def name_assumptions(stream: PayStream) -> Iterator[str]:
    """What was assumed, one sentence each, the most weighty first."""
    offer, outlook = stream.offer, stream.outlook
    if offer.equity or offer.refreshers:
        yield from _on_stock(offer, outlook.growth_rate)
    if offer.refreshers:
        yield "Refresh grants are counted as if promised; each vests from its own grant date."
    if outlook.raise_rate:
        yield f"Base rises by {_percent(outlook.raise_rate)} a year, from year 2 on."
    if offer.target_bonus:
        yield from _on_bonus(offer, outlook)
    if offer.currency is None or offer.currency_assumed:
        yield f"No currency is stated: {offer.currency_code} is assumed."
    if (period := name_period_assumption(offer)) is not None:
        yield period
    yield from stream.assumptions


def _on_stock(offer: Offer, growth_rate: Decimal) -> Iterator[str]:
    if not growth_rate:
        yield "The share price stays flat."
        return
    yield f"The share price changes by {_percent(growth_rate)} a year, counted up to each vest."
    rhythms = [*(grant.frequency for grant in offer.equity), *(grant.frequency for grant in offer.refreshers)]
    if None in rhythms:
        yield "Where no vesting rhythm is stated, stock vests at the end of each service year."


def _on_bonus(offer: Offer, outlook: Outlook) -> Iterator[str]:
    at = "target" if outlook.payout_rate == 1 else f"{_percent(outlook.payout_rate)} of target"
    yield f"The bonus pays out at {at}."
    if offer.bonus_target_amount is not None and outlook.raise_rate:
        yield "The bonus is a stated amount and does not rise with base."


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f} %"


def name_uncounted(stream: PayStream) -> Iterator[str]:
    """What the offer states that is not in the years shown."""
    offer, years = stream.offer, len(stream.years)
    yield from stream.warnings
    if not offer.target_bonus and (offer.bonus_max_pct or offer.bonus_range_pct):
        yield "The bonus is not counted: a range or a maximum is stated, but no target."
    if offer.retention_bonus:
        yield "The retention bonus is not counted: it is paid only to those who stay until its date."
    stock = [pay.equity for pay in stream.years]
    if stock[-1] < stock[0] and not offer.refreshers:
        yield "Less stock vests in later years and no refresh grant is stated: ask what refreshers are usual."
    if any(part.year > years for part in offer.signing):
        yield f"Sign-on paid after year {years} is not in these years."
