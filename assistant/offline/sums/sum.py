"""Sum: one kind of calculation that people ask for in words, and how a message becomes its arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from assistant.domain.money import to_json_number
from assistant.letters.sentences import split_sentences
from assistant.letters.vesting_terms import even_schedule, find_vesting
from assistant.offline.sums.quantities import Quantity, read_quantities
from assistant.offline.sums.slots import Slot, as_money, fill_slots

HUNDRED = Decimal(100)
ON_FILE = "on file"
"""Stands for the offer on file until its name is known."""


@dataclass(frozen=True)
class Question:
    """The message a calculation is read from, and what is known besides.

    `offer`: whether an offer is on file that it may be about; `today`: the day of asking.
    """

    text: str
    offer: bool = False
    today: date | None = None

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers of the message."""
        return read_quantities(self.text)

    @cached_property
    def apart_from_vesting(self) -> list[Quantity]:
        """The numbers that do not tell how a grant vests."""
        phrases = [(item.start, item.end) for item in find_vesting(self.text, split_sentences(self.text))]
        own = ("span", "percent")
        return [
            item
            for item in self.quantities
            if item.kind not in own or not any(start <= item.start < end for start, end in phrases)
        ]

    def has(self, pattern: str) -> bool:
        """Whether these words stand in it; a pattern starts at the beginning of a word."""
        return bool(re.search(rf"\b(?:{pattern})", self.text, re.IGNORECASE))


@dataclass(frozen=True)
class Filled:
    """What was found for the slots of a sum in a question."""

    question: Question
    slots: dict[str, Quantity]

    def has(self, pattern: str) -> bool:
        """See Question.has."""
        return self.question.has(pattern)

    def money(self, name: str) -> int | float | None:
        """The amount of a slot in money."""
        found = self.slots.get(name)
        return None if found is None else to_json_number(as_money(found))

    def number(self, name: str) -> int | float | None:
        """The value of a slot as it stands: a price, percent or count."""
        found = self.slots.get(name)
        return None if found is None else to_json_number(found.value)

    def months(self, name: str) -> int | None:
        """A span of time in whole months."""
        found = self.slots.get(name)
        return None if found is None else int(found.value.to_integral_value())

    def years(self, name: str) -> int | float | None:
        """A span of time in years."""
        found = self.slots.get(name)
        return None if found is None else to_json_number((found.value / 12).normalize())

    @property
    def currency(self) -> str | None:
        """The one currency the question names."""
        codes = {item.currency for item in self.question.quantities if item.currency}
        return codes.pop() if len(codes) == 1 else None

    @property
    def left(self) -> list[Quantity]:
        """Quantities that fill no slot."""
        return [item for item in self.question.quantities if item not in self.slots.values()]


Shape = Callable[[Filled], dict[str, Any] | None]


@dataclass(frozen=True)
class Sum:
    """A calculation that can be asked for in words.

    `asked`: words that must all stand in the message (each a pattern); `never`: words that rule it out.
    `shape` makes the tool's arguments, None where the message is about something else after all. `needs`:
    argument names one of which must be there (parted by "|"), and what to ask for otherwise. `shows`: the
    labels of the figures that answer it, in order. `on_offer`: it can be computed from the offer on file.
    `vests`: numbers inside phrases about vesting fill no slot.
    """

    tool: str
    asked: tuple[str, ...]
    shape: Shape
    slots: tuple[Slot, ...] = ()
    never: str = ""
    needs: tuple[tuple[str, str], ...] = ()
    shows: tuple[str, ...] = ()
    on_offer: bool = False
    vests: bool = False
    weight: int = 1

    def fill(self, question: Question) -> Filled:
        """The slots filled from a question; where stock vests, without the numbers that tell how."""
        quantities = question.apart_from_vesting if self.vests else question.quantities
        return Filled(question, fill_slots(question.text, quantities, self.slots))


@dataclass(frozen=True)
class ReadSum:
    """A calculation read from a message: what it is, the tool's arguments, and what is missing to compute it."""

    sum: Sum
    arguments: dict[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def uses_offer(self) -> bool:
        """Whether it is computed from the offer on file."""
        return self.arguments.get("offer") == ON_FILE


def read_sum(question: Question, sums: Sequence[Sum]) -> ReadSum | None:
    """The calculation the message asks for: complete before incomplete, then by weight and order."""
    found = [read for item in sums if (read := _try(question, item)) is not None]
    return max(found, key=lambda read: (not read.missing, read.sum.weight), default=None)


def read_again(question: Question, before: ReadSum) -> ReadSum | None:
    """The calculation of an earlier message with what this one changes or adds; None where it does neither."""
    shaped = before.sum.shape(before.sum.fill(question))
    changed = {name: value for name, value in (shaped or {}).items() if value is not None and value != []}
    if not changed or not question.quantities:
        return None
    return _complete(question, before.sum, {**before.arguments, **changed})


def _try(question: Question, item: Sum) -> ReadSum | None:
    if not all(question.has(pattern) for pattern in item.asked) or (item.never and question.has(item.never)):
        return None
    filled = item.fill(question)
    shaped = item.shape(filled)
    if shaped is None:
        return None
    arguments = {name: value for name, value in shaped.items() if value is not None and value != []}
    if "currency" not in arguments and filled.currency not in (None, "USD"):
        arguments["currency"] = filled.currency
    return _complete(question, item, arguments)


def _complete(question: Question, item: Sum, arguments: dict[str, Any]) -> ReadSum:
    missing = tuple(ask for names, ask in item.needs if not arguments.keys() & set(names.split("|")))
    if missing and item.on_offer and question.offer:
        return ReadSum(item, {**arguments, "offer": ON_FILE})
    return ReadSum(item, arguments, missing)


def read_vesting(text: str) -> dict[str, Any]:
    """Years, schedule, cliff_months, cliff_pct and frequency as the words state them."""
    found: dict[str, Any] = {}
    for phrase in find_vesting(text, split_sentences(text)):
        if phrase.schedule and sum(phrase.schedule) == HUNDRED:
            found["schedule"] = [to_json_number(part) for part in phrase.schedule]
            found.setdefault("years", len(phrase.schedule))
        if phrase.years is not None:
            found.setdefault("years", phrase.years)
            even = even_schedule(phrase.years) if phrase.equal else None
            if even and "schedule" not in found and sum(even) == HUNDRED:
                found["schedule"] = [to_json_number(part) for part in even]
        if phrase.cliff_months is not None:
            found.setdefault("cliff_months", phrase.cliff_months)
        if phrase.frequency:
            found.setdefault("frequency", phrase.frequency)
        if phrase.first_year is not None:
            found.setdefault("cliff_pct", to_json_number(phrase.first_year))
    if "cliff_pct" in found and found["cliff_pct"] * found.get("years", 4) == found.get("cliff_months", 12) * 100 / 12:
        del found["cliff_pct"]  # an even part: the plain cliff says the same
    return found
