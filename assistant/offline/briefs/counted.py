"""Counted: what a number counts, so that options, days or percent are never taken for pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.grammar import tag_alone
from assistant.offline.briefs.securities import behind, mark_securities

_BARE_NUMBER = lazy(r"(?P<number>\d{1,3}(?:[.,]\d{1,3})*)(?: (?:instead|at least|please))?", re.IGNORECASE)
_NO_COUNT = frozenset(
    "dollars euros pounds francs rupees pesos reais bucks cents pence thousands millions lakhs crores percents points thanks plus "
    "bonus gross grams is was has does times as this its us less yes".split()
)
_PAID = lazy(r"(?:wages|earnings|takings|fees)\b", re.IGNORECASE)
_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)")
_COUNTED = lazy(
    r"\b(?P<number>\d{1,3}(?:\.\d)?) (?P<unit>(?:(?:vacation|pto|paid|holiday|annual leave|sick|remote|home office|wfh|leave|notice|working) )?(?:days?|weeks?|hours?|hrs|months?|nights|shifts|patients|students)"
    r"(?: (?:of )?(?:pto|vacation|holidays?|leave|annual leave|paid leave|time off|remote|severance|notice|paternity leave|maternity leave|parental leave|per (?:year|week)|a (?:year|week|month)))?)\b",
    re.IGNORECASE,
)
_NAMED = lazy(
    r"\b(?P<what>vacation|holidays?|leave|pto)\b(?: days?)?(?: \w+){0,3}? from (?P<a>\d{1,2}) to (?P<b>\d{1,2})\b",
    re.IGNORECASE,
)
"""Days off and how their number changed."""
_HELD = lazy(r"(?P<number>\d[\d,.]*\d|\d) (?P<unit>(?:stock )?(?:options|shares|rsus?|units))\b", re.IGNORECASE)
MOST_PERCENT = Decimal(100)
LEAST_PAY = Decimal(20)
"""A bare number below it is no pay where something else is counted."""


def mark_counted(text: str, amounts: Sequence[WrittenAmount]) -> list[WrittenAmount]:
    """The amounts, a bare number that counts something with that as its unit.

    >>> from assistant.domain.amounts import read_amounts
    >>> told = "20,000 options, 195 base, 30 vacation days"
    >>> [item.unit for item in mark_counted(told, read_amounts(told))]
    ['options', None, 'days']
    """
    marked = mark_securities(text, amounts)
    return [replace(item, unit=unit) if (unit := _unit(text, item)) else item for item in marked]


def _unit(text: str, item: WrittenAmount) -> str:
    """What a number counts: the plural right behind it, which is no money; empty where it counts nothing."""
    if item.unit or item.kind == "percent" or item.currency or item.explicit:
        return item.unit or ""
    word = _WORD.match(text, behind(text, item))
    if word is None or word["word"].lower() in _NO_COUNT or _PAID.match(word["word"]):
        return ""
    plural = word["word"].lower().endswith("s") and tag_alone(word["word"]) == "NNS"
    return word["word"].lower() if plural and not lexicon.DOMAIN_WORD.search(word["word"]) else ""


def counted_alike(ask: Ask, text: str) -> Ask:
    """A bare number with the unit of what it is to replace: "giving 10 days PTO. Ask for 20"."""
    if ask.form == "amount" and ask.asked is not None and (named := _NAMED.search(text)):
        count = f"{ask.asked.value / 1000:f}".split(".", maxsplit=1)[0]
        if count in (named["a"], named["b"]) and not ask.asked.currency:
            return Ask("thing", words=f"{count} {named['what'].removesuffix('s')} days", past=ask.past)
    small = ask.form == "amount" and ask.asked is not None and not ask.asked.period and ask.asked.value < LEAST_PAY
    number = _BARE_NUMBER.fullmatch(f"{ask.asked.value.normalize():f}" if small and ask.asked else ask.words)
    if number is None or not (small or ask.form in ("thing", "unread")):
        return ask
    told = next((match for match in _told(text) if match["number"] != number["number"]), None)
    if told is None or f"{number['number']} {told['unit']}" in text:
        return ask
    return Ask("thing", words=f"{number['number']} {told['unit']} instead of {told['number']}", past=ask.past)


def _told(text: str) -> list[re.Match[str]]:
    return [*_COUNTED.finditer(text), *_HELD.finditer(text)]


def percent_alike(text: str, amounts: Sequence[WrittenAmount], got: Sequence[WrittenAmount]) -> list[WrittenAmount]:
    """The amounts, a bare number beside a percentage of its size as one: "they gave me 0.4% and I want 0.6".

    Args:
        text: the message.
        amounts: its amounts.
        got: those among them that are offered.
    """
    told = [item for item in got if item.kind == "percent"]
    if not told or any(item.kind != "percent" for item in got):
        return list(amounts)
    return [replace(item, kind="percent") if _is_share(text, item, told) else item for item in amounts]


def _is_share(text: str, item: WrittenAmount, told: Sequence[WrittenAmount]) -> bool:
    bare = item.kind == "plain" and not item.unit and not item.explicit and item.value < MOST_PERCENT
    alike = any(share.value / 4 <= item.value <= share.value * 4 for share in told)
    return bare and alike and not re.match(r"\s?[\w$€£]*\d", text[item.end :])
