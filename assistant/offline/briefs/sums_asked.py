"""Sums asked: the sums of a message as what is asked for: which are pay, as money, and of which term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Money
from assistant.offline.briefs.counted import mark_counted, percent_alike
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.rates import is_small_rate, pays_by_the_hour
from assistant.offline.statements import LEVER_REACH, PARTED, SMALLEST_PAY

_TERMS: dict[str, re.Pattern[str]] = {
    **lexicon.LEVER_WORDS,
    "relocation": re.compile(r"\b(?:relo(?:cation)?|moving (?:allowance|budget|costs?))\b", re.IGNORECASE),
    "total": re.compile(r"\b(?:tc|total comp\w*|total package|all[- ]in|package)\b", re.IGNORECASE),
}
_PERIOD = lazy(
    r"^\s*(?:(?:more|extra) )?(?:[A-Za-z]{3,6}\s*)?(?:brutto |gross |net )?(?P<period>(?:/|per|a|an|each|every)\s?(?:month|mo|year|yr|annum|hour|hr|h|day|week)\b|monthly|an hour|hourly|p\.?m\.?\b|p\.?a\.?\b)",
    re.IGNORECASE,
)
_IN_PLACE = lazy(r"\b(?:instead of|in place of|rather than)\b", re.IGNORECASE)
_PERIODS = {"m": "a month", "y": "a year", "a": "a year", "h": "an hour", "d": "a day", "w": "a week"}


@dataclass(frozen=True)
class SumsAsked:
    """The sums of a message.

    `scale` is what bare numbers such as 155 stand for, `currency` that of sums that name none.
    """

    text: str
    amounts: tuple[WrittenAmount, ...]
    scale: Decimal
    currency: str | None

    def between(self, start: int, end: int) -> list[WrittenAmount]:
        """The sums of pay in a part of the text."""
        return [item for item in self.amounts if start <= item.start < end and self.is_sum(item)]

    def is_sum(self, item: WrittenAmount) -> bool:
        """Whether a number can be a sum of pay."""
        if item.unit or item.kind == "percent":
            return False
        large = item.value >= SMALLEST_PAY or (self.scale > 1 and item.value > 15)
        return item.kind == "money" or item.explicit or large

    def as_money(self, item: WrittenAmount) -> Money:
        """A sum with its currency and the period behind it."""
        bare = item.kind == "plain" and not item.explicit and item.value < 1000
        match = _PERIOD.match(self.text, item.end)
        period = _period(match["period"].lower()) if match else ""
        return Money(item.value * self.scale if bare else item.value, item.currency or self.currency, period)

    def term_of(self, amount: WrittenAmount, start: int, end: int) -> str | None:
        """The term whose word stands nearest to the amount between two places."""
        best, distance = None, LEVER_REACH
        for term, words in _TERMS.items():
            for word in words.finditer(self.text, start, end):
                gap = self._gap(amount, word)
                if gap is not None and gap < distance:
                    best, distance = term, gap
        return best

    def _gap(self, amount: WrittenAmount, word: re.Match[str]) -> int | None:
        """How far a word stands from an amount; None where it is not its own."""
        behind = word.start() >= amount.end
        between = self.text[amount.end : word.start()] if behind else self.text[word.end() : amount.start]
        # the word is another number's, or what the sum is to stand in place of
        apart = re.search(r"\d", between) or (behind and _IN_PLACE.search(between))
        if apart or not (behind or word.end() <= amount.start):
            return None
        return len(between) + (PARTED if lexicon.PARTS_SUMS.search(between) else 0)


def read_sums(text: str, currency: str | None, mentions: Sequence[Mention]) -> SumsAsked:
    """The sums of a message, those that count things marked, small ones as rates where pay is told by the hour."""
    amounts = mark_counted(text, read_amounts(text))
    got = [item for item in amounts if any(one.role == "got" and one.start <= item.start < one.end for one in mentions)]
    amounts = percent_alike(text, amounts, got)
    if pays_by_the_hour(text):
        amounts = [replace(item, explicit=True) if is_small_rate(item) else item for item in amounts]
    currency = currency or next((item.currency for item in amounts if item.currency), None)
    return SumsAsked(text, tuple(amounts), _scale(amounts), currency)


def _scale(amounts: Sequence[WrittenAmount]) -> Decimal:
    """What bare numbers such as 155 stand for: thousands, unless the text deals in small sums."""
    bare = [item for item in amounts if item.kind == "plain" and not item.unit and not item.explicit]
    return Decimal(1000) if any(SMALLEST_PAY <= item.value < 1000 for item in bare) or not bare else Decimal(1)


def _period(told: str) -> str:
    word = re.sub(r"^(?:/|per|a|an|each|every)\s?", "", told).replace("p.", "").replace("p", "", 1)
    return _PERIODS.get(word[:1], "")
