"""Sum: one kind of calculation that people ask for in words, and how a message becomes its arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from assistant.domain.money import to_json_number
from assistant.letters.sentences import split_sentences
from assistant.letters.vesting_terms import even_schedule, find_vesting
from assistant.offline.algebra.exchange import read_rates, stands_in_rate
from assistant.offline.algebra.portions import is_kept
from assistant.offline.sums.quantities import _MONTHS, Quantity, read_quantities
from assistant.offline.sums.slots import Slot, as_money, fill_slots
from assistant.offline.sums.told import tell_terms

HUNDRED = Decimal(100)
BY_PERIOD = frozenset({"difference a month", "difference a week"})
ON_FILE = "on file"
MORE = "more"
"""Under this name a shape gives the arguments of further calls of the same tool, one for each case compared."""
NO_CURRENCY = frozenset({
    "total_compensation", "headline_compensation", "after_tax_pay", "counter_plan", "sign_on_gap", "leave_month",
    "retirement_match", "contract_rate", "timeline", "level_map",
    "guidance_audit", "iso_limit",
})  # fmt: skip
"""Tools that take their currency from the offer, or know one only."""
LEAST_PAY = 1000
"""From here on a bare number is pay."""
SEVERAL = 3
"""Numbers that a calculation of everyday words must explain to be plainly meant."""
UNUSED_COSTS = 2
"""What each number of the message that a calculation leaves out costs it, in weight."""
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
        """The numbers of the message; a percent that is what one keeps is no rate of tax."""
        found = [replace(item, kind="kept") if self._is_kept(item) else item for item in self._read()]
        spans = {item.value / _MONTHS[item.unit] for item in found if item.kind == "span" and item.unit in _MONTHS}
        return [item for item in found if not (_is_bare(item) and item.value in spans)]  # "short of 36": said again

    def _read(self) -> Iterator[Quantity]:
        rates = read_rates(self.text)
        return (item for item in read_quantities(self.text) if not stands_in_rate(item.start, rates))

    def _is_kept(self, item: Quantity) -> bool:
        return item.kind == "percent" and is_kept(self.text, item.start, item.end)

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
        return bool(_compile(pattern).search(self.text))


def _is_bare(item: Quantity) -> bool:
    return item.kind == "plain" and not (item.explicit or item.unit or item.period)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    # There are more of them than the 512 that `re` remembers.
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


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
    `vests`: numbers inside phrases about vesting fill no slot. `spare`: kinds of numbers it may leave unused, because
    the tool knows them itself.
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
    spare: frozenset[str] = frozenset()
    weight: int = 1

    def fill(self, question: Question) -> Filled:
        """The slots filled from a question; where stock vests, without the numbers that tell how."""
        quantities = question.apart_from_vesting if self.vests else question.quantities
        return Filled(question, fill_slots(question.text, quantities, self.slots))


@dataclass(frozen=True)
class ReadSum:
    """A calculation read from a message: what it is, the tool's arguments, and what is missing to compute it.

    `more`: arguments of further calls; `used` and `unused`: how many numbers of the message it explains and leaves out;
    `first`: the label of the figure that answers, where that is known; `doubted`: another sum may well be meant.
    """

    sum: Sum
    arguments: dict[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    more: tuple[dict[str, Any], ...] = ()
    unused: int = 0
    used: int = 0
    first: str = ""
    doubted: bool = False

    @property
    def shows(self) -> tuple[str, ...]:
        """The labels of the figures that answer it, in order; "" stands for all others."""
        return (self.first, "") if self.first else self.sum.shows

    @property
    def tells_apart(self) -> bool:
        """Whether it is complete and ends in a difference, as of two jobs."""
        steps = () if self.missing else self.arguments.get("steps", ())
        return any("difference" in step["label"].lower() for step in steps)

    @property
    def uses_offer(self) -> bool:
        """Whether it is computed from the offer on file."""
        return self.arguments.get("offer") == ON_FILE

    @property
    def tells_by_period(self) -> bool:
        """Whether it tells a difference by the month or week, which no table of offers shows."""
        return any(step["label"] in BY_PERIOD for step in self.arguments.get("steps", ()))

    @property
    def is_plain(self) -> bool:
        """Whether it is complete and explains every number of the message, which are several where its words are few."""
        return not (self.missing or self.unused) and (self.sum.weight > 1 or self.used >= SEVERAL)

    @property
    def strength(self) -> int:
        """How well it fits the message."""
        return self.sum.weight - UNUSED_COSTS * self.unused


def read_sum(question: Question, sums: Sequence[Sum]) -> ReadSum | None:
    """The calculation the message asks for: complete before incomplete, then by strength and order.

    One that leaves out as much as it explains is none.
    """
    found = [read for item in sums if (read := _try(question, item)) is not None]
    found = [read for read in found if read.missing or read.strength > 0]
    return max(found, key=lambda read: (not read.missing, read.strength), default=None)


def read_again(question: Question, before: ReadSum) -> ReadSum | None:
    """The calculation of an earlier message with what this one changes or adds; None where it does neither.

    A number that no word names takes the place of one that was told before.
    """
    told = tuple(replace(item, sole=True) if item.name in before.arguments else item for item in before.sum.slots)
    for slots in (before.sum.slots, told):
        shaped = before.sum.shape(replace(before.sum, slots=slots).fill(question)) or {}
        changed = {name: value for name, value in shaped.items() if value not in (None, [], ON_FILE)}
        if changed:
            break
    else:
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
    if "currency" not in arguments and item.tool not in NO_CURRENCY and filled.currency not in (None, "USD"):
        arguments["currency"] = filled.currency
    return _complete(question, item, arguments)


def _complete(question: Question, item: Sum, arguments: dict[str, Any]) -> ReadSum:
    more = tuple(arguments.pop(MORE, ()))
    missing = tuple(ask for names, ask in item.needs if not arguments.keys() & set(names.split("|")))
    if missing and item.on_offer and question.offer:
        arguments, missing = {**arguments, "offer": ON_FILE}, ()
    read = ReadSum(item, arguments, missing, more)
    used, unused = count_used(question, read)
    return replace(read, used=used, unused=unused)


def count_used(question: Question, read: ReadSum) -> tuple[int, int]:
    """How many amounts and percents of the message stand in an argument or in the offer it uses, and how many do not."""
    known = set(numbers_in([read.arguments, *read.more]))
    if read.uses_offer:
        known |= set(numbers_in(tell_terms(question.text)))
    stated = [item for item in question.apart_from_vesting if item.kind not in read.sum.spare]
    wanted = [item for item in stated if item.kind in ("money", "percent", "kept", "count") or _is_pay(item)]
    used = sum(1 for item in wanted if any(value in known for value in _ways_to_write(item)))
    return used, len(wanted) - used


def _is_pay(item: Quantity) -> bool:
    return item.kind == "plain" and (item.explicit or item.value >= LEAST_PAY) and not item.unit


def _ways_to_write(item: Quantity) -> tuple[Decimal, ...]:
    value = abs(item.value)
    return (value, value * 1000, HUNDRED - value) if item.kind == "percent" else (value, value * 1000, value * 12)


def numbers_in(value: Any) -> Iterator[Decimal]:
    """All numbers inside plain JSON, without their signs."""
    if isinstance(value, dict):
        for item in value.values():
            yield from numbers_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from numbers_in(item)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        yield abs(Decimal(str(value)))


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
