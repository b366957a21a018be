"""Slots: which quantity of a question fills which argument of a calculation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.domain.lazy_pattern import lazy
from assistant.offline.sums.quantities import THOUSAND, Period, Quantity

SlotKind = Literal["money", "price", "percent", "span", "count"]

REACH = 48
PARTED = 14
ENDED = 30
OVER_ANOTHER = 22
"""What a comma, the end of a sentence and another quantity between word and number cost, in characters."""
AGAINST = 24
"""What a word costs on the other side of its number than the list of pay has its words on."""
_LABEL = r"(?:base|salary|fixed|bonus|sign(?:ing)?(?:[- ]?on)?(?: bonus)?|joining(?: bonus)?|rsus?|stock|equity|grant|relo\w*)"
_LABEL_BEFORE = lazy(rf"\b{_LABEL}(?: (?:is|of|at|pay|was))?[ :=]{{0,2}}[$€£]?$", re.IGNORECASE)
_LABEL_BEHIND = lazy(rf" ?{_LABEL}\b", re.IGNORECASE)
BARE_PAY = Decimal(1000)
_PARTS = lazy(r"[,;+/]| and | plus | with | then ", re.IGNORECASE)
_ENDS = lazy(r"[.?!\n](?=\s|$)")
_ACCEPTS: dict[SlotKind, frozenset[str]] = {
    "money": frozenset({"money", "plain"}),
    "price": frozenset({"money", "plain"}),
    "percent": frozenset({"percent"}),
    "span": frozenset({"span"}),
    "count": frozenset({"count", "plain", "money"}),
}


@dataclass(frozen=True)
class Slot:
    """An argument to be filled: the words that name it, and whether it takes what no word names.

    `sole`: it takes the first quantity of its kind that is left. `periods`: the only pay periods it takes.
    """

    name: str
    kind: SlotKind
    cues: re.Pattern[str] | None
    sole: bool = False
    periods: frozenset[Period] | None = None


def slot(name: str, kind: SlotKind, cues: str = "", *, sole: bool = False, periods: Iterable[Period] = ()) -> Slot:
    """A slot from the words that name it; words are matched at their start."""
    pattern = lazy(rf"\b(?:{cues})", re.IGNORECASE) if cues else None
    return Slot(name, kind, pattern, sole, frozenset(periods) or None)


def fill_slots(text: str, quantities: Sequence[Quantity], slots: Sequence[Slot]) -> dict[str, Quantity]:
    """Each slot's quantity by its name; every quantity is used once, the nearest words win."""
    filled: dict[str, Quantity] = {}
    used: set[int] = set()
    for _, _, place, index in sorted(_pairs(text, quantities, slots)):
        name = slots[place].name
        if index not in used and name not in filled:
            filled[name] = quantities[index]
            used.add(index)
    for item in slots:
        if item.sole and item.name not in filled:
            left = (i for i, quantity in enumerate(quantities) if i not in used and accepts(item, quantity))
            if (first := next(left, None)) is not None:
                filled[item.name] = quantities[first]
                used.add(first)
    return filled


def _pairs(text: str, quantities: Sequence[Quantity], slots: Sequence[Slot]) -> Iterator[tuple[int, int, int, int]]:
    words_first = _has_words_first(text, quantities)
    for place, item in enumerate(slots):
        for cue in item.cues.finditer(text) if item.cues else ():
            for index, quantity in enumerate(quantities):
                if accepts(item, quantity):
                    against = words_first is not None and words_first == (cue.start() >= quantity.end)
                    cost = _distance(text, quantities, quantity, cue) + AGAINST * against
                    if cost < REACH:
                        yield cost, quantity.start, place, index


def _has_words_first(text: str, quantities: Sequence[Quantity]) -> bool | None:
    """Whether a list of pay has each word before its number, "base 150k sign on 30k"; None where it has no one order."""
    sides = [
        (bool(_LABEL_BEFORE.search(text[: item.start])), bool(_LABEL_BEHIND.match(text[item.end :])))
        for item in quantities
        if item.kind in ("money", "plain")
    ]
    sides = [each for each in sides if any(each)]
    if len(sides) < 2 or sides[0][0] == sides[-1][1]:
        return None
    return sides[0][0]


def accepts(item: Slot, quantity: Quantity) -> bool:
    """Whether the quantity can be what the slot is for."""
    if quantity.kind not in _ACCEPTS[item.kind]:
        return False
    if item.kind == "count" and quantity.kind == "money" and (quantity.currency or quantity.period or quantity.unit):
        return False
    if item.kind == "money" and quantity.kind == "plain" and quantity.unit:
        return False
    if item.kind == "price" and quantity.explicit and not quantity.currency and quantity.value >= THOUSAND:
        return False  # "25k" is a sum of money, and no price of one share
    return item.periods is None or quantity.period in item.periods


def _distance(text: str, quantities: Sequence[Quantity], quantity: Quantity, cue: re.Match[str]) -> int:
    if cue.start() < quantity.end and quantity.start < cue.end():
        return 0
    behind = cue.start() >= quantity.end
    low, high = (quantity.end, cue.start()) if behind else (cue.end(), quantity.start)
    between = text[low:high]
    cost = len(between)
    if _ENDS.search(between):
        cost += ENDED
    elif _PARTS.search(between):
        cost += PARTED
    others = sum(
        1 for other in quantities if other is not quantity and low <= other.start < high and other.kind == quantity.kind
    )
    return cost + OVER_ANOTHER * others


def as_money(quantity: Quantity) -> Decimal:
    """The amount; a bare 180 is 180 thousand where pay is meant."""
    bare = (
        not quantity.explicit and quantity.value < BARE_PAY and quantity.period not in ("hour", "day", "week", "month")
    )
    return quantity.value * THOUSAND if bare else quantity.value
