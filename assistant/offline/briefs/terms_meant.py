"""Terms meant: which term of the offer a wanted sum is for, as the encoder reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.encoder import reading
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.learnt import REACH

SMALL_SHARE = 4
"""A sum that is less than this part of another pay asked for is no pay."""
NEAR = 40
"""Characters before a wanted sum within which the one it is to replace stands."""
LEAST_TIMES, MOST_TIMES = Decimal("0.6"), Decimal("2.5")
SURE = 0.7
"""The belief from which the encoder's term counts more than the word that stands nearest."""
TERMS = {
    "base": "base_salary",
    "sign_on": "sign_on_bonus",
    "bonus": "target_bonus",
    "equity": "equity_grant",
    "relocation": "relocation",
    "total": "total",
}


PAY_TERMS = frozenset(("base", "sign_on", "bonus", "equity", "total"))


def term_meant(text: str, item: WrittenAmount) -> str:
    """The encoder's name of the term a wanted sum is for; "base" without the encoder."""
    read = reading.read(text)
    shares = read.at("term", _digit(item)) if read else {}
    return max(shares, key=lambda label: shares[label], default="base")


def with_terms_meant(
    asks: Sequence[Ask],
    text: str,
    amounts: Sequence[WrittenAmount],
    as_money: Callable[[WrittenAmount], Money],
    term_of: Callable[[WrittenAmount, int, int], str | None],
) -> Iterator[Ask]:
    """The asks, each sum whose term no word tells for the term it is meant for; one for none of them is a thing of its own.

    Args:
        asks: what was read of the message.
        text: the message.
        amounts: its sums.
        as_money: a sum as money.
        term_of: the term whose word stands nearest to a sum, between two places.
    """
    read = reading.read(text)
    largest = max((ask.asked.value for ask in asks if ask.term == "base_salary" and ask.asked), default=Decimal(0))
    for ask in asks:
        item = _item_of(ask, amounts) if read and ask.form in ("amount", "change") else None
        told = term_of(item, max(0, item.start - REACH), item.end + REACH) if item and ask.change is None else None
        before = _term_before(item, amounts, as_money, term_of) if item and ask.change is None else None
        if before and told in (None, before):
            yield replace(ask, term=before, offered=None)
            continue
        item = None if told else item
        shares = read.at("term", _digit(item)) if read and item else {}
        name = max(shares, key=lambda label: shares[label], default="base")
        term = TERMS.get(name)
        if item and ask.change is None and ask.asked and ask.asked.value * SMALL_SHARE < largest:
            yield Ask("thing", words=as_money(item).said, second_choice=ask.second_choice)
        elif item is None or shares.get(name, 0.0) < SURE or term == ask.term:
            yield ask
        elif term is None:
            yield Ask("thing", words=as_money(item).said, second_choice=ask.second_choice)
        elif ask.change is None:
            yield replace(ask, term=term, offered=None)
        else:
            yield Ask("amount", term, as_money(item), on_top=ask.on_top, second_choice=ask.second_choice)


def _term_before(
    item: WrittenAmount,
    amounts: Sequence[WrittenAmount],
    as_money: Callable[[WrittenAmount], Money],
    term_of: Callable[[WrittenAmount, int, int], str | None],
) -> str | None:
    """The term of the sum told right before one of its size: "40k in stock, i want 60"; None where that tells none."""
    before = [other for other in amounts if item.start - NEAR <= other.end <= item.start]
    if not before:
        return None
    last, wanted = as_money(before[-1]).value, as_money(item).value
    term = term_of(before[-1], max(0, before[-1].start - REACH), min(item.start, before[-1].end + REACH))
    alike = last and LEAST_TIMES <= wanted / last <= MOST_TIMES
    return term if alike and term not in (None, "base_salary", "total") else None


def _item_of(ask: Ask, amounts: Sequence[WrittenAmount]) -> WrittenAmount | None:
    value = ask.asked.value if ask.asked else None
    if ask.change is not None:
        value = ask.change.amount or ask.change.percent
    return next((item for item in amounts if value in (item.value, item.value * 1000)), None)


def _digit(item: WrittenAmount) -> int:
    found = re.search(r"\d", item.quote)
    return item.start + (found.start() if found else 0)
