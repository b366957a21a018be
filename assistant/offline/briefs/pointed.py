"""Pointed: what an order means by words that only point to sums and things told before it.

"Meet in the middle" of what they offer and what was asked, "go with the lower", "only the second one", a sign-on "for
both" losses, "step 6" of a scale whose steps were told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.asked_change import AskedChange
from assistant.domain.figure import build_figure
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.agreed import STEP, STEP_PAYS, find_pay
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.asked_change import find_changes
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.reading import read_brief
from assistant.offline.statements import SMALLEST_PAY

_ORDINALS = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "latter": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}  # fmt: skip
_LOWER = frozenset({"lower", "smaller", "lowest"})
_WHICH = lazy(
    rf"\b(?P<orders>(?:only|just|ask(?:ing)?(?: (?:them|her|him))?(?: only)? for|(?:write|mail|pick|choose|take|use|want|go with|do)(?: only| just)?) )?(?:the|my) (?P<which>{'|'.join(_ORDINALS)}|lower|smaller|lowest|higher|bigger|larger|highest)"
    r"(?P<one> (?:one|number|sum|figure|amount|option|ask|point|thing|request|of (?:them|those|the (?:two|three))))?"
    r"(?=\W*(?:$|[.,;!?\n]|\b(?:and|then|please|pls|to|for|only|now|instead|in)\b))",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:^|[\s,;:(])(?:[1-9]|[a-eA-E])\)\s*(?P<item>.+?)(?=[\s,;]+(?:[1-9]|[a-eA-E])\)|\.(?:\s|$)|[;\n]|$)"
)
_OR = re.compile(r"\s*(?:,?\s*\bor\b|/)\s*(?:maybe |even |rather )?[$€£₹]?\s*$", re.IGNORECASE)
_ENDS_PART = lazy(
    r"[,;?!\n]|\.(?!\d)|\b(?:and|but|which|what|should|offer\w*|they|he|she|hr|now|is|are)\b", re.IGNORECASE
)
_LOST = lazy(
    r"\b(?:lose|losing|forfeit\w*|give up|giving up|leave behind|walk(?:ing)? away from|costs me|unvested)\b",
    re.IGNORECASE,
)
_PARTS = lazy(
    r"(?:,(?!\d)|\b(?:and|but|so|while|because|bc|cause|since)\b(?= (?:i|i'\w+|my|they|we|he|she|it|the offer)\b))\s*",
    re.IGNORECASE,
)
"""Between what is lost and what else a sentence tells."""
_LISTED = lazy(r"(?:(?:and|plus|also|my|the|an?|about|some) )*[$€£¥₹]?\d|(?:and|plus|also|my)\b", re.IGNORECASE)
_PAID = lazy(r"\b(?:base|salary|offer\w*|pays?|paying|sign\w*[- ]?on|signing|they|new)\b", re.IGNORECASE)
"""Tells of pay that is got."""
_FOR_LOSS = lazy(
    r"\bsign\w*[- ]?(?:ing|on)\b[^.?!\n]{0,40}?\b(?:for|covers?|covering|makes? up for|to cover|replaces?|worth|equal to)\b[^.?!\n]{0,12}?"
    r"\b(?:both|all of (?:it|that|this)|all three|it all|everything|(?:the|my|what|all) (?:that )?(?:i )?(?:los\w+|lose|give up|forfeit))\b",
    re.IGNORECASE,
)
_OF_LOSS = lazy(
    r"^\W*(?:an? )?sign\w*[- ]?(?:ing|on)(?: bonus)?(?: (?:that|which|to|for|covers?|covering|replaces?))*\W*$"
    r"|^\W*(?:what|all|everything)(?: that)? i (?:give up|lose|forfeit|leave behind)\W*$",
    re.IGNORECASE,
)
"""What is left of such words where they were cut in two."""
_ON_SCALE = lazy(rf"\b{STEP}\b", re.IGNORECASE)
_I_NAMED = lazy(
    r"\bi (?:said|named|told (?:them|her|him)|threw (?:out|in)|mentioned|asked(?: for)?|countered(?: with| at)?|wanted) (?:for )?(?P<sum>[$€£₹]?\d[\d.,]*k?)\b(?! ?%)",
    re.IGNORECASE,
)
RECENT = 4
"""Messages back in which what is pointed to was told."""


def with_pointed(whole: Brief, brief: Brief, text: str, before: Sequence[str]) -> tuple[Brief, Brief]:
    """The brief so far and that of the newest message, with what its words point to.

    Args:
        whole: what was asked before.
        brief: the brief of the message.
        text: the message.
        before: the messages before it, oldest first.
    """
    if meets := _half_way(text, whole.asks, before):
        return whole, _less_words(brief, _names_middle, meets)
    if (chosen := _chosen(text, before)) is not None:
        item, others, told = chosen
        named = replace(brief, asks=tuple(ask for ask in brief.asks if not _WHICH.search(ask.words)))
        return _without(whole, others, told), named.then(read_brief(f"ask for {item}"))
    if lost := _all_lost(text, before):
        return whole, _less_words(brief, _names_loss, lost)
    return whole, replace(brief, asks=tuple(_on_scale(brief.asks, before)))


def _less_words(brief: Brief, says: Callable[[str], bool], ask: Ask) -> Brief:
    """The brief with the ask in the place of the words that only point to it."""
    asks = (ask, *(one for one in brief.asks if one.form != "amount" and not says(one.words)))

    def kept(told: Sequence[str]) -> tuple[str, ...]:
        return tuple(words for words in told if not says(words))

    return replace(
        brief, asks=asks, tells=kept(brief.tells), reasons=kept(brief.reasons), raw_reasons=kept(brief.raw_reasons)
    )


def _names_middle(text: str) -> bool:
    return any(change.half_way and not change.ends for change in find_changes(text, read_amounts(text)))


def _names_loss(words: str) -> bool:
    return bool(_FOR_LOSS.search(words) or _OF_LOSS.search(words))


def _half_way(text: str, asked: Sequence[Ask], before: Sequence[str]) -> Ask | None:
    """The sum half way between what they offer and the one sum asked for before."""
    if not _names_middle(text):
        return None
    sums = [ask.asked for ask in asked if ask.form == "amount" and ask.term == "base_salary" and ask.asked]
    sums = sums or list(_named_to_them(before))[-1:]
    pay = find_pay(before) if len(sums) == 1 else None
    if pay is None or sums[0].period != pay.period or sums[0].value <= pay.value:
        return None
    change = AskedChange(other=sums[0].value)
    currency = pay.currency or sums[0].currency
    worked = change.of(pay.value, currency or "USD")
    offered = replace(pay, currency=currency)
    return Ask("amount", "base_salary", replace(offered, value=worked.value), offered, change=change, worked=worked)


def _named_to_them(before: Sequence[str]) -> Iterator[Money]:
    """The sums that the person tells to have named to them, as they would be asked for."""
    for match in (match for text in before for match in _I_NAMED.finditer(text)):
        yield from (ask.asked for ask in read_brief(f"ask for {match['sum']}").asks if ask.asked)


def _chosen(text: str, before: Sequence[str]) -> tuple[str, list[str], str] | None:
    """The one of several told things that a message points to, the others, and the message that told them."""
    match = _WHICH.search(lexicon.fold(text))
    if match is None or any(item.explicit or item.value >= SMALLEST_PAY for item in read_amounts(text)):
        return None
    which = match["which"].lower()
    for told in reversed(before[-RECENT:]):
        items = _list_items(told)
        if len(items) < 2 or not (match["one"] or which not in _ORDINALS or match["orders"]):
            continue
        if which in _ORDINALS:
            place = _ORDINALS[which]
        else:
            values = [max((one.value for one in read_amounts(item)), default=Decimal(0)) for item in items]
            place = values.index(min(values) if which in _LOWER else max(values)) if all(values) else len(items)
        if place < len(items):
            chosen = items[place]
            return chosen, [item for item in items if item is not chosen], told
    return None


def _list_items(text: str) -> list[str]:
    """What a message lists to choose from: numbered things, else two sums with "or" between them."""
    items = [match["item"].strip() for match in _ITEM.finditer(text)]
    if len(items) > 1:
        return items
    sums = [item for item in read_amounts(text) if item.kind != "percent" and not item.unit]
    for first, second in pairwise(sums):
        between = _OR.search(text, first.end, second.start)
        if between and between.end() == second.start and not _ENDS_PART.search(text[first.end : between.start()]):
            return [text[first.start : between.start()], text[second.start : _part_end(text, second.end)]]
    return []


def _part_end(text: str, start: int) -> int:
    """Where the part of a sentence ends that stands behind a sum: "20k sign on" of "20k sign on, which?"."""
    end = _ENDS_PART.search(text, start)
    return end.start() if end else len(text)


def _without(whole: Brief, others: Sequence[str], told: str) -> Brief:
    """The brief so far without what the things not chosen ask for."""
    briefs = [read_brief(f"ask for {item}") for item in others] + [read_brief(told)]
    values = {ask.asked.value for one in briefs for ask in one.asks if ask.asked}
    words = {ask.words for one in briefs for ask in one.asks}
    until = {one.until for one in briefs}
    kept = (
        ask
        for ask in whole.asks
        if not ((ask.asked and ask.asked.value in values) or (ask.words in words and ask.words))
    )
    return replace(whole, asks=tuple(kept), until="" if whole.until in until else whole.until)


def _all_lost(text: str, before: Sequence[str]) -> Ask | None:
    """The sign-on that is to make up for all that was told to be lost, worked out."""
    if not _FOR_LOSS.search(lexicon.fold(text)) or read_amounts(text):
        return None
    lost = [item for told in before[-RECENT:] for item in _sums_lost(told)]
    if not lost:
        return None
    currency = next((item.currency for item in lost if item.currency), None)
    if len(lost) == 1:
        return Ask("amount", "sign_on_bonus", Money(lost[0].value, currency))
    inputs = {f"lost_{number}": item.value for number, item in enumerate(lost, start=1)}
    total = sum(inputs.values(), Decimal(0))
    worked = build_figure("what is lost", total, currency or "USD", " + ".join(inputs), inputs, rule="asked_change")
    return Ask("amount", "sign_on_bonus", Money(total, currency), worked=worked)


def _sums_lost(text: str) -> Iterator[WrittenAmount]:
    """The sums that are told to be lost, and those listed right behind them."""
    for sentence in re.split(r"(?<=[.!?;])\s+|\n", text):
        listed = False
        for part in _PARTS.split(sentence):
            listed = bool(_LOST.search(part)) or (listed and bool(_LISTED.match(part)) and not _PAID.search(part))
            sums = (item for item in read_amounts(part) if item.kind != "percent" and not item.unit)
            yield from (item for item in sums if listed and (item.explicit or item.value >= 100))


def _on_scale(asks: Sequence[Ask], before: Sequence[str]) -> Iterator[Ask]:
    """The asks, a step of a scale with what it was told to pay."""
    told = {step: sum_told for text in before[-RECENT:] for step, sum_told in _steps_told(text)}
    for ask in asks:
        named = next((match["step"].lower() for match in _ON_SCALE.finditer(ask.words)), "")
        known = ask.form == "thing" and named in told and not read_amounts(ask.words)
        yield replace(ask, words=f"{ask.words}, which is {told[named]}") if known else ask


def _steps_told(text: str) -> Iterator[tuple[str, str]]:
    """The steps of a scale that a message tells, each with its pay as written."""
    for item in read_amounts(text):
        named = STEP_PAYS.search(text[: item.start])
        if named and item.kind != "percent" and not item.unit:
            yield named["step"].lower(), item.quote
