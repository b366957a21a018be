"""Flaws: the labels of a draft's flaws, one flaw with its place, and the facts a draft is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

FlawLabel = Literal[
    "ultimatum", "bluff", "reveals_current_salary", "vague_ask", "need_based", "no_enthusiasm", "apologetic",
    "accepts_on_spot", "aggressive", "too_many_asks", "wrong_numbers", "negotiates_after_acceptance",
    "no_justification",
]  # fmt: skip


@dataclass(frozen=True)
class MessageFlaw:
    """A flaw and the place of the words that show it.

    `about` of a wrong number is its start, its end and what it should be, ":" between; of too many asks their names; of a
    yes in advance "fallback" where it is to less than what is asked for; of a bluff "untrue" where the person says so.
    """

    label: FlawLabel
    start: int
    end: int
    about: str = ""


@dataclass(frozen=True)
class MessageFacts:
    """What is known of the case.

    `other_names` are words by which the competing offers are told (a company, a trade). `terms` are the amounts of the offer being answered (base, sign_on, equity),
    `rates` its percents (bonus, equity: 15 is 15 %), `counts` its numbers by their unit (days, shares). `other_offers` are the sums of
    competing offers; `no_other_offer` says that there is none, `no_other_search` that nobody else was even asked. `known` is every other sum on file. `is_fresh`: the
    offer was only told, or parts of it are open. `settled`: the terms were agreed before. `wanted` is the base pay the person said they want and `promised` the one
    they were told before a letter came with another, both in their words; `prefers`: they said that this employer is the one they prefer.
    """

    terms: dict[str, Decimal] = field(default_factory=dict)
    rates: dict[str, Decimal] = field(default_factory=dict)
    counts: dict[str, Decimal] = field(default_factory=dict)
    other_offers: tuple[Decimal, ...] = ()
    other_names: frozenset[str] = frozenset()
    known: tuple[Decimal, ...] = ()
    no_other_offer: bool = False
    no_other_search: bool = False
    accepted: bool = False
    is_fresh: bool = False
    settled: bool = False
    wanted: str = ""
    promised: str = ""
    prefers: bool = False


def has_name(text: str, names: frozenset[str]) -> bool:
    """Whether one of the words stands in the text."""
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)
