"""Raises: a bare percentage that is wanted where no equity is in question, which is that much more pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.asked_change import AskedChange
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.changed_asks import resolve
from assistant.offline.briefs.mentions import Mention

_BARE = lazy(r"(?P<number>\d+(?:[.,]\d+)?)% in equity(?: more)?", re.IGNORECASE)
_SHARES = lazy(
    r"\b(?:equity|stake|shares?|options?|stock|vest\w*|dilut\w*|cap table|startup|founder|co-?founder|seed|series [a-d]|percent of the company|ownership|esop|emi|bonus|commission)\b",
    re.IGNORECASE,
)
_FROM = lazy(r"\bfrom\s+[$€£¥₹]?$", re.IGNORECASE)
LEAST_PAY = 1000


def as_raises(asks: Sequence[Ask], text: str, mentions: Sequence[Mention], currency: str | None) -> Iterator[Ask]:
    """The asks, a bare percentage as a raise of the present pay where nothing is said of shares.

    Args:
        asks: as they were read.
        text: the message.
        mentions: of the same text.
        currency: of the offer, for sums that name none.
    """
    pay = None if _SHARES.search(lexicon.fold(text)) else _present_pay(text, mentions)
    for ask in asks:
        bare = _BARE.fullmatch(ask.words) if ask.form == "thing" else None
        if bare is None or _SHARES.search(lexicon.fold(text)):
            yield ask
        elif pay is None:
            yield replace(ask, words=f"a raise of {bare['number']}%")
        else:
            change = AskedChange(percent=Decimal(bare["number"].replace(",", ".")))
            offered = Money(max(item.value for item in pay), pay[0].currency or currency)
            present = Money(min(item.value for item in pay), pay[0].currency or currency)
            raised = resolve(Ask("change", "base_salary", change=change), present)
            yield replace(raised, offered=offered)


def _present_pay(text: str, mentions: Sequence[Mention]) -> list[WrittenAmount] | None:
    """The pay told, alone or with what it was before: "83,200 from 80,000"; None where the sums do not tell."""
    spans = [(item.start, item.end) for item in mentions if item.role in ("got", "mine")]
    sums = [
        item
        for item in read_amounts(text)
        if item.kind != "percent"
        and not item.unit
        and item.value >= LEAST_PAY
        and any(start <= item.start < end for start, end in spans)
    ]
    if len(sums) == 1:
        return sums
    before = any(_FROM.search(text[: item.start]) for item in sums)
    return sums if len(sums) == 2 and before else None
