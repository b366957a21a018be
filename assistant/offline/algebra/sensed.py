"""Sensed: the numbers of a conversation with how likely each plays each part of a sum."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.offline.algebra.lending import LENT, lend
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PASSING, fits


@dataclass(frozen=True)
class Senses:
    """The numbers of a conversation with the likelihood of each of their senses, as logarithms; `turns`: where each begins."""

    terms: tuple[Term, ...]
    shares: tuple[dict[str, float], ...]
    turns: tuple[int, ...] = (0,)

    @property
    def best(self) -> float:
        """The likelihood of the best reading of each number by itself."""
        return sum(max(each.values()) for each in self.shares)

    def turn(self, term: Term) -> int:
        """The message a number stands in."""
        return bisect_right(self.turns, term.start) - 1

    def cut(self, text: str) -> list[str]:
        """The messages of the conversation, some of which have several lines."""
        return [text[begin : end - 1] for begin, end in pairwise((*self.turns, len(text) + 1))]

    @cached_property
    def could_be(self) -> frozenset[str]:
        """The parts that one of the numbers may play for one sum or another."""
        own = frozenset().union(*self.shares)
        return own | {name for name, others in LENT.items() if others & own}

    @cached_property
    def fitting(self) -> tuple[frozenset[str], ...]:
        """The parts each number can play by what it measures."""
        return tuple(
            frozenset(sense for sense in {*shares, *LENT, *PASSING} if fits(term, sense))
            for term, shares in zip(self.terms, self.shares, strict=True)
        )

    def as_seen(self, known: frozenset[str], beside: frozenset[str]) -> list[dict[str, float]]:
        """How likely each number plays each part for a sum that knows some and leaves others aside."""
        last = len(self.turns) - 1
        return [
            lend(shares, known, beside if self.turn(term) < last else frozenset())
            for term, shares in zip(self.terms, self.shares, strict=True)
        ]
