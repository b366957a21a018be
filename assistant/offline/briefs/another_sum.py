"""Another sum: a message that puts another number in the place of the one asked for: "make it 58", "redo it with 16"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.put_right import read_put_right

_MAKE_IT = lazy(
    r"\b(?:make|change|put|bump|lower|raise|use|say|go (?:with|(?:back )?to|for)|(?:return|revert|switch|get) (?:back )?to|take|try|do|write|redo|rewrite|rework|que sean?|mejor|hazlo|pon(?:lo|le)?|mach(?: es| daraus)?|lieber|mets|plutot|muda para|coloca)\b(?: (?:it|that|this|them|the (?:number|ask|amount|base|figure|sum|target)))?(?: to| at| down to| up to| be| for| with)?\s*(?P<sum>[$€£¥₹]?\s?\d)"
    r"|^\W*(?:(?:actually|no|wait|sorry|hmm|rather|ok|and|or|what about|how about)\W+)*(?P<plain>[$€£¥₹]?\s?\d[\d.,]*k?)\W*(?:instead|rather|then)?(?=\W*(?:$|and\b|but\b))",
    re.IGNORECASE,
)
_SWAP = lazy(
    r"\b(?:change|swap|replace|turn)\b (?:the )?(?P<old>[$€£¥₹]?\s?\d[\d.,]*\s?k?)\b[^.\n]{0,12}?\b(?:to|with|for|into|by)\b (?P<new>[$€£¥₹]?\s?\d[\d.,]*\s?k?)",
    re.IGNORECASE,
)
_REDOES = lazy(
    r"\b(?:re-?do|re-?write|rework|again|instead|change|then|rather|now|lower|higher|back to|settle|update|adjust)\b",
    re.IGNORECASE,
)
"""Says that a message is to be written anew."""
_THEIRS = lazy(r"\b(?:they|she|he|hr|recruiter|manager|boss|owner|company|offer\w*|counter\w*)\b", re.IGNORECASE)
_OF_LENGTH = lazy(
    r"\s?-?(?:s|secs?|seconds?|mins?|minutes?|words?|lines?|sentences?|bullets?|points?|paragraphs?)\b", re.IGNORECASE
)
"""Behind a number that tells how long a message is to be."""
_BARE = lazy(r"(?:for |at |about |around )?(?P<number>\d[\d.,]*)", re.IGNORECASE)
LEAST_RAISE, LEAST_YEARLY = 100, 10_000
"""No raise of a year's pay is as small as the one, and no such pay as small as the other."""
_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 5, 6, 7))
"""What a bare number may leave out: thousands, lakhs, millions, crores."""


def another_sum(text: str, asked: Sequence[Ask], anew: Sequence[Ask]) -> list[Ask]:
    """The asks of the message with the new number in the scale of the one it replaces; empty where it changes none.

    Args:
        text: the message.
        asked: what was asked for before.
        anew: what the message itself was read to ask for.
    """
    if (swap := _SWAP.search(text)) and (swapped := _swapped(asked, swap)):
        return swapped
    if (right := read_put_right(text)) and (swapped := _put(asked, *right)):
        return swapped
    sums = [ask for ask in asked if ask.form == "amount" and ask.asked is not None]
    if len(sums) != 1 or sums[0].asked is None:
        return []
    named = [ask for ask in anew if ask.form == "amount" and not _is_said_again(ask, sums[0].asked.value)]
    named = [ask for ask in named if ask.term == sums[0].term or _names(ask.term, text)]
    if any(ask.term != sums[0].term or not _is_out_of_scale(ask, sums[0]) for ask in named):
        return []
    new = next(_fitting(text, sums[0].asked.value), None)
    if new is None:
        return []
    rest = [ask for ask in anew if ask.form not in ("unread", "amount") and not _MAKE_IT.search(ask.words)]
    return [replace(sums[0], asked=replace(sums[0].asked, value=new)), *rest]


def _names(term: str, text: str) -> bool:
    """Whether a text names the part of the pay a sum was read for, and it was not only taken for base pay."""
    return term != "base_salary" or bool(lexicon.LEVER_WORDS["base_salary"].search(text))


def in_the_scale_told(asks: Sequence[Ask], texts: Sequence[str]) -> list[Ask]:
    """The asks with a bare number in the scale of the sums told: "ask for 1.35" after "1.2 million".

    >>> asked = Ask("amount", "base_salary", Money(Decimal("1.35"), None))
    >>> [str(ask.asked.value) for ask in in_the_scale_told([asked], ["1.2 million PHP", "ask for 1.35"]) if ask.asked]
    ['1350000.00']
    """
    money = [item for text in texts for item in read_amounts(text) if item.kind == "money"]
    asks = [_in_thousands(ask, money) for ask in asks]
    large = [item for item in money if item.scale >= _SCALES[2]]
    counted = {item.value for text in texts for item in read_amounts(text) if item.unit}
    return [_in_scale(_as_sum(ask, money, counted), large) for ask in asks]


def _in_thousands(ask: Ask, told: Sequence[WrittenAmount]) -> Ask:
    """So much more than a pay of a year, in its thousands: "10 more" beside 74k."""
    if not ask.on_top or ask.asked is None or ask.asked.value >= LEAST_RAISE or not told:
        return ask
    if any(item.value < LEAST_YEARLY for item in told):
        return ask
    return replace(ask, asked=replace(ask.asked, value=ask.asked.value * 1000))


def _as_sum(ask: Ask, told: Sequence[WrittenAmount], counted: Collection[Decimal]) -> Ask:
    """A bare number asked for as the sum it can only be beside the last one told, unless it counts days or the like."""
    bare = _BARE.fullmatch(ask.words.strip()) if ask.form == "unread" else None
    number = next(iter(read_amounts(bare["number"])), None) if bare else None
    if number is None or not told or number.value in counted:
        return ask
    new = next(_scaled(number, told[-1].value), None)
    return ask if new is None else Ask("amount", "base_salary", Money(new, told[-1].currency))


def _in_scale(ask: Ask, told: Sequence[WrittenAmount]) -> Ask:
    if ask.form != "amount" or ask.asked is None or not told:
        return ask
    value = ask.asked.value
    beside = [max(told, key=lambda item: item.value)] if ask.term == "base_salary" else told
    if any(item.value / 10 <= value <= item.value * 10 for item in beside):
        return ask
    bare = value / 1000 if value >= 1000 else value
    fitting = (bare * item.scale for item in told if item.value / 2 <= bare * item.scale <= item.value * 2)
    new = next(fitting, None)
    return ask if new is None else replace(ask, asked=replace(ask.asked, value=new))


def _is_said_again(ask: Ask, before: Decimal) -> bool:
    """Whether it names the sum asked before, in whatever scale: "17 is too much" after 17 million."""
    return ask.asked is not None and any(ask.asked.value * scale == before for scale in _SCALES)


def _is_out_of_scale(ask: Ask, before: Ask) -> bool:
    """Whether a sum was read in another scale than that of the sum before: 16 thousand beside 17 million."""
    if ask.asked is None or before.asked is None:
        return False
    return not before.asked.value / 10 < ask.asked.value < before.asked.value * 10


def _fitting(text: str, before: Decimal) -> Iterator[Decimal]:
    """The number that takes the place of the one before, in its scale: the one an order names, else the only new one."""
    amounts = [item for item in read_amounts(text) if item.kind != "percent" and not item.unit]
    amounts = [item for item in amounts if not _OF_LENGTH.match(text, item.end)]
    if match := _MAKE_IT.search(lexicon.fold(text)):
        at = match.start(match.lastgroup or "sum") - 1
        if (named := next((item for item in amounts if item.start >= at), None)) is not None:
            yield from _scaled(named, before)
    again = any(value == before for item in amounts for value in _scaled(item, before)) and not _THEIRS.search(text)
    if again or _REDOES.search(text):
        found = {value for item in amounts for value in _scaled(item, before) if value != before}
        if len(found) == 1:
            yield found.pop()


def _scaled(item: WrittenAmount, before: Decimal) -> Iterator[Decimal]:
    scales = (Decimal(1),) if item.explicit and item.scale != 1 else _SCALES
    yield from (value for scale in scales if before / 2 <= (value := item.value * scale) <= before * 2)


def _swapped(asked: Sequence[Ask], swap: re.Match[str]) -> list[Ask]:
    """The asks with one sum put in place of another, as in "change 260 to 255"; empty where none is asked."""
    old, new = (next(iter(read_amounts(swap[name])), None) for name in ("old", "new"))
    return [] if old is None or new is None else _put(asked, old.value, new.value)


def _put(asked: Sequence[Ask], old: Decimal, new: Decimal) -> list[Ask]:
    """The ask for the old number with the new one in its scale; empty where none asks for it."""
    for ask in asked:
        for scale in _SCALES:
            if ask.asked is not None and ask.asked.value == old * scale:
                return [replace(ask, asked=replace(ask.asked, value=new * scale))]
    return []
