"""Beside pay: what amounts told with a pay are called, and what a percent or a factor makes of them."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Expr, Work
from assistant.offline.algebra.frames import Parts, take_term
from assistant.offline.algebra.terms import Term

MOST_TIMES = 3
"""Up to here a bare number is a factor and no percent."""


def part_of(work: Work, term: Term, name: str) -> Expr:
    """What a percent or a factor multiplies with: 85 % and 0.85 are the same."""
    taken = take_term(work, term, name)
    return taken if term.dim != "percent" and term.value <= MOST_TIMES else taken.part


_NAMED = re.compile(
    r" ?(?:of |for |in )?((?:[a-z]+[ /]){0,2}(?:stipend|allowance|money|budget|credit|perks?|lunch|meals|gym|internet|phone|tips|per diem|insurance|bonus|housing|stock))",
    re.IGNORECASE,
)


def named(parts: Parts, term: Term, usual: str = "extra") -> str:
    """The name an amount has in the words behind it."""
    found = _NAMED.match(parts.message.text[term.end :])
    return found[1].lower().replace("/", " ") if found else usual
