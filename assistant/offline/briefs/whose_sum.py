"""Whose sum: the sums behind an order for a message that nothing tells apart as offered or as wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.mentions import Mention

_ORDER = lazy(
    r"\b(?:write|draft|e-?mail|mail|text|message|msg|note|counter\w*|ask list|asks)\b(?! (?:from|says?|said|came)\b)",
    re.IGNORECASE,
)
_ASKS = lazy(
    r"\b(?:counter\w*|asks?|asking|want\w*|like|need\w*|hop\w+|target\w*|aim\w*|for|to|at|least|get|push\w*|more|→|->)\s*(?:(?:about|around|a|the|base|pay|salary|of|is|me|up|to|at|for|with)\s+)*[$€£₹]?$",
    re.IGNORECASE,
)
_THEIRS = lazy(
    r"\b(?:offer\w*|they\w*|theirs?|gave|gives?|said|says|got|pays?|paid|paying|paper|contract|current\w*|now|table|was|were|had|put|has|have|(?:base|salary|pay) is)\b",
    re.IGNORECASE,
)
_FROM = lazy(r"\b(?:from|than|over|instead of|not)\s+[$€£₹]?$", re.IGNORECASE)
_THEIRS_BEHIND = lazy(
    r"\s*k?\s*(?:base|salary|a year|an hour|/h(?:r|our)?)?\W{0,3}(?:is |was )?(?:what )?(?:they|their|offered|on offer|offer\b|right now|now\b|currently)",
    re.IGNORECASE,
)
_WISHES = lazy(
    r"\b(?:i(?:'d| would)?|we) (?:\w+ )?(?:want|like|need|prefer|rather|ask|hope)\b|\bask(?:ing)? (?:for|them|her|him|if|whether)\b",
    re.IGNORECASE,
)
_IS_OFFERED = lazy(
    r"\b(?:what|which|number|sum) (?:is )?(?:they|she|he|hr)(?:'re|'ve| have| are)? (?:offer\w*|gave|pay\w*|said|put|propos\w*)|\b(?:is|'s|its|it is|thats) (?:the|their) offer\b|\bthey offer(?:ed)?(?: me)?(?: that| it)?\W*$|\bthe offer\W*$",
    re.IGNORECASE,
)
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
"""Between which parts of one sum another is of its kind."""
_SCALES = tuple(map(Decimal, ("1", "1000", "0.001", "100000", "0.00001")))
"""How many times larger one of two may be told: 28 beside 24 LPA."""
_ASK_LIST = lazy(r"\b(?:ask list|list of asks|my asks|asks)\b(?: (?:for|to) [^:\n]{2,40})?\s*:", re.IGNORECASE)
FEW_WORDS = 12
PACKAGE = 3
"""From so many terms a message tells a whole offer, whoever it is for."""


def read_ordered(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The sums behind an order that no word tells to be offered, where none of their size is told beside them."""
    folded = lexicon.fold(text)
    order = _ORDER.search(folded)
    package = sum(item.role == "got" and bool(re.search(r"\d", item.words)) for item in mentions) >= PACKAGE
    if order is None or (package and not lists_asks(text)):
        return ()
    sums = [item for item in mentions if item.role in ("got", "want", "else", "mine") and value_of(item)]
    found = [item for item in sums if item.role == "got" and _is_bare(item, order.end(), folded)]
    return tuple(item for item in found if not any(_is_alike(item, other) for other in sums if other is not item))


def _is_bare(item: Mention, order: int, folded: str) -> bool:
    """Whether a sum stands behind the order, and no word before or behind it says that it is theirs."""
    between = folded[order : item.start]
    theirs = _THEIRS.search(between) or _FROM.search(between) or _THEIRS_BEHIND.match(folded, item.end)
    return item.start >= order and not theirs and not _WISHES.search(folded, item.end)


def lists_asks(text: str) -> bool:
    """Whether a message opens a list of what is to be asked: "ask list for Airbus: …"."""
    return bool(_ASK_LIST.search(lexicon.fold(text)))


def value_of(item: Mention) -> Decimal:
    """The sum of a mention in its own scale; nought where it names none."""
    return next((one.value for one in read_amounts(item.words) if one.kind != "percent" and not one.unit), Decimal(0))


def _is_alike(item: Mention, other: Mention) -> bool:
    one, two = value_of(item), value_of(other)
    return any(_LEAST <= two * scale / one <= _MOST for scale in _SCALES)


def find_unsure(mentions: Sequence[Mention], text: str, asks: Sequence[Ask]) -> Money | None:
    """The pay a message asks for of which no word tells that it is wanted; None where it is clear.

    Args:
        mentions: of the message, as they were read.
        text: the message.
        asks: what was read from it as asked for.
    """
    folded = lexicon.fold(text)
    order = _ORDER.search(folded)
    pay = [
        ask.asked for ask in asks if ask.form == "amount" and ask.term == "base_salary" and ask.asked and not ask.on_top
    ]
    if order is None or len(pay) != 1:
        return None
    ordered = read_ordered(tuple(replace(item, role="got") if item.role == "want" else item for item in mentions), text)
    named = [item for item in ordered if any(value_of(item) * scale == pay[0].value for scale in (1, 1000, 100_000))]
    before = folded[: named[0].start] if named else ""
    if not named or _ASKS.search(before) or re.search(r"\b(?:counter|asks?\b)", before, re.IGNORECASE):
        return None
    return pay[0]


def says_offered(text: str) -> bool:
    """Whether a few words say of the sum just asked about that it is what they offer.

    >>> says_offered("thats what they offered"), says_offered("they offered it to another one last year")
    (True, False)
    """
    folded = lexicon.fold(text)
    return len(folded.split()) <= FEW_WORDS and bool(_IS_OFFERED.search(folded))
