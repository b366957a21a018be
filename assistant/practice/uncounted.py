"""Uncounted: what an offer promises without an amount, so that a practice has no money to talk about for it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.grants import find_obstacle
from assistant.domain.offer import EquityGrant, Offer


def list_uncounted(offer: Offer) -> tuple[str, ...]:
    """A sentence for each kind of grant that counts as 0 in a practice, with what is missing.

    >>> list_uncounted(Offer(equity=(EquityGrant(kind="rsu"),)))
    ('The stock grant counts as 0 in this call. Missing: its total value, or its shares and the share price.',)
    """
    return tuple(dict.fromkeys(_explain(grant, offer.currency_code) for grant in _find(offer)))


def _find(offer: Offer) -> Iterator[EquityGrant]:
    return (grant for grant in offer.equity if find_obstacle(grant, offer.currency_code) is not None)


def _explain(grant: EquityGrant, currency: str) -> str:
    if grant.kind == "rsu" and grant.currency not in (None, currency):
        return f"The stock in {grant.currency} counts as 0 in this call. Missing: its value in {currency}."
    if grant.kind == "rsu":
        what, missing = "The stock grant counts", "its total value, or its shares and the share price"
    elif grant.kind == "percent":
        what, missing = (
            "The share of the company counts",
            "how many shares that is, at which strike price and valuation",
        )
    else:
        parts = [
            "" if grant.shares or grant.percent else "the number of options",
            "" if grant.strike else "the strike price",
            "the number of fully diluted shares and the value of the company at an exit",
        ]
        what, missing = "The stock options count", ", ".join(part for part in parts if part)
    return f"{what} as 0 in this call. Missing: {missing}."
