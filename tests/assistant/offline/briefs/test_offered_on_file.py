"""A sum that is offered already is no ask: it was told to correct the offer."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.on_file import with_offer

OFFER = {"base_annual": 172_000, "currency": "USD", "signing": [{"year": 1, "amount": 45_000}]}


def amount(term: str, value: int, *, on_top: bool = False) -> Ask:
    return Ask("amount", term=term, asked=Money(Decimal(value), "USD"), on_top=on_top)


def test_only_what_goes_beyond_the_offer_is_asked() -> None:
    brief = Brief(asks=(amount("sign_on_bonus", 45_000), amount("base_salary", 185_000)))
    (ask,) = with_offer(brief, OFFER).asks
    assert ask.term == "base_salary"


def test_the_same_sum_on_top_is_an_ask() -> None:
    brief = Brief(asks=(amount("sign_on_bonus", 45_000, on_top=True),))
    assert len(with_offer(brief, OFFER).asks) == 1
