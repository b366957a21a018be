"""File words: the offer on file as a person would tell it, so that sums can be read from it and what is said since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.offline import lexicon
from assistant.offline.algebra.terms import read_terms

THOUSAND = 1000


def tell_on_file(offer: Mapping[str, Any], texts: Sequence[str]) -> str:
    """The pay of an offer in one line; empty where it has no base, or the conversation tells that base itself.

    >>> tell_on_file({"base_annual": 128000, "bonus_target_pct": 10, "signing": [{"year": 1, "amount": 5000}]}, [])
    'the offer: 128,000 base a year, 10% target bonus, 5,000 sign-on'
    """
    base = offer.get("base_annual")
    stated = (offer.get("base_stated") or {}).get("amount")
    if base is None or _is_told(Decimal(str(base)), None if stated is None else Decimal(str(stated)), texts):
        return ""
    return f"the offer: {', '.join([f'{base:,} base a year', *_others(offer)])}"


def _others(offer: Mapping[str, Any]) -> Iterator[str]:
    if offer.get("bonus_target_pct") is not None:
        yield f"{offer['bonus_target_pct']:g}% target bonus"
    if offer.get("bonus_target_amount") is not None:
        yield f"{offer['bonus_target_amount']:,} bonus a year"
    for grant in offer.get("equity") or ():
        yield from _grant(grant)
    for payment in offer.get("signing") or ():
        year = payment.get("year") or 1
        yield f"{payment['amount']:,} sign-on" + (f" in year {year}" if year > 1 else "")


def _grant(grant: Mapping[str, Any]) -> Iterator[str]:
    over = f" over {grant['years']:g} years" if grant.get("years") else ""
    if grant.get("total_value"):
        yield f"{grant['total_value']:,} of stock{over}"
    elif grant.get("annual_value"):
        yield f"{grant['annual_value']:,} of stock a year"
    elif grant.get("shares") and grant.get("kind") == "option":
        yield f"{grant['shares']:,} options{over}" + (
            f" at a strike of {grant['strike']}" if grant.get("strike") else ""
        )
    elif grant.get("shares"):
        price = f" at a share price of {grant['share_price']}" if grant.get("share_price") else ""
        yield f"{grant['shares']:,} RSUs{over}{price}"


def _is_told(base: Decimal, stated: Decimal | None, texts: Sequence[str]) -> bool:
    """Whether the conversation tells the base, as a year's or as the offer states it: by the hour, day or month."""
    told = {term.value for text in texts for term in read_terms(lexicon.fold(text), thousands=False)}
    return bool({base, base / THOUSAND, base / 12, stated} & told)
