"""On file: what a brief asks for, set against the offer on file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.changed_asks import resolve_all
from assistant.offline.briefs.subjects import is_sane

_SHARES = lazy(r"(?P<words>(?P<number>\d[\d,]*) (?:stock )?(?:options|shares|rsus?|units))(?: instead)?", re.IGNORECASE)
_MATCHES = lazy(
    r"\b(?:match\w*|meet(?:ing)?|equal\w*|level with|in line with|(?:the )?same (?:\w+ ){0,2}?(?:as|like))\b[^.?!\n]{0,20}\b(?:the|my|that|their) (?:other|others|competing|second|written)(?:'s)?(?: ones?| offers?| company| place| base| firm)?\b",
    re.IGNORECASE,
)
MOST_OF_FILE = Decimal(4)
"""How many times the base on file may be asked for: that one can have been misread itself."""


def with_offer(brief: Brief, offer: dict[str, Any], others: Sequence[dict[str, Any]] = ()) -> Brief:
    """The brief with every ask for a change of what is offered worked out, and none that cannot be meant or is offered.

    Args:
        brief: what was read of the conversation.
        offer: the one the message is about.
        others: the other offers on file, one of which may be asked to be matched.
    """
    known = sums_offered(offer)
    if len(others) == 1 and "base_salary" in (other := sums_offered(others[0])):
        asks = (
            Ask("amount", "base_salary", other["base_salary"]) if asks_to_match(ask.words) else ask
            for ask in brief.asks
        )
        brief = replace(brief, asks=tuple(dict.fromkeys(asks)))
    resolved = (ask for ask in resolve_all(brief.asks, known) if not _is_offered(ask, known))
    asks = (_plausible(ask, known.get("base_salary")) for ask in resolved)
    return replace(brief, asks=tuple(_beside_grant(ask, offer) for ask in asks))


def asks_to_match(words: str) -> bool:
    """Whether words ask for what another offer pays, without a sum of their own.

    >>> asks_to_match("get base to the same as the other ones base"), asks_to_match("match the other at 95k")
    (True, False)
    """
    return bool(_MATCHES.search(words)) and not re.search(r"\d", words)


def _is_offered(ask: Ask, known: Mapping[str, Money]) -> bool:
    """Whether a sum is what they offer already: told to correct the offer, and no ask."""
    offered = known.get(ask.term)
    if ask.form != "amount" or ask.asked is None or offered is None or ask.on_top or ask.asked.period:
        return False
    return ask.asked.value == offered.value


def _plausible(ask: Ask, offered: Money | None) -> Ask:
    """The ask; one far from the base offered is told as it stands, for it may be a monthly or hourly one."""
    if ask.form != "amount" or ask.term != "base_salary" or ask.asked is None or is_sane(ask, offered, MOST_OF_FILE):
        return ask
    return Ask("question", words=ask.words) if ask.words else Ask("thing", words=ask.asked.said)


def _beside_grant(ask: Ask, offer: dict[str, Any]) -> Ask:
    """A number of options or shares asked for, with the number offered."""
    match = _SHARES.fullmatch(ask.words) if ask.form == "thing" else None
    shares = [grant["shares"] for grant in offer.get("equity", ()) if grant.get("shares")]
    if match is None or len(shares) != 1 or f"{shares[0]:,.0f}" == match["number"]:
        return ask
    return replace(ask, words=f"{match['words']} instead of {shares[0]:,.0f}")


def sums_offered(offer: dict[str, Any]) -> dict[str, Money]:
    """The sums an offer names, by term."""
    currency = offer.get("currency") or "USD"
    values: dict[str, Any] = {"base_salary": offer.get("base_annual")}
    if signing := offer.get("signing"):
        values["sign_on_bonus"] = sum(part["amount"] for part in signing)
    grants = [grant["total_value"] for grant in offer.get("equity", ()) if grant.get("total_value")]
    if len(grants) == 1:
        values["equity_grant"] = grants[0]
    return {term: Money(Decimal(str(value)), currency) for term, value in values.items() if value}
