"""Message: a question as its terms and goals, the way the topics look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from assistant.offline.algebra.goals import asks_number, read_goals
from assistant.offline.algebra.terms import Term, read_terms

PAY = ("salary", "current", "offered", "mine", "package", "")
"""Roles of money that is somebody's pay."""


_PAID_IN = {"EUR": "RAL|mensilita|lord[io]|tredicesima", "BRL": "CLT|reais", "CAD": "rrsp", "INR": "ctc|lpa"}
"""Words of pay that one country alone uses, by its currency."""


@dataclass(frozen=True)
class Message:
    """The words a sum is worked out from. `newest`: the part that asks, where earlier messages hold the numbers."""

    text: str
    newest: str = ""

    @cached_property
    def terms(self) -> list[Term]:
        """All its numbers."""
        return read_terms(self.text)

    @cached_property
    def goals(self) -> list[str]:
        """What is asked, in order."""
        if self.newest:
            return read_goals(self.newest, read_terms(self.newest))
        return read_goals(self.text, self.terms)

    @cached_property
    def asks_number(self) -> bool:
        """Whether a number is asked for at all."""
        return asks_number(self.newest or self.text)

    def has(self, words: str) -> bool:
        """Whether these words stand in it."""
        return bool(_whole(words).search(self.text))

    def asks_in(self, words: str) -> bool:
        """Whether these words stand in the part that asks."""
        return bool(_whole(words).search(self.newest or self.text))

    @property
    def asked_last(self) -> str:
        """The newest message of its conversation."""
        return self.text[self.text.rfind("\n") + 1 :]

    def asks(self, *goals: str) -> bool:
        """Whether one of the goals is asked for."""
        return any(goal in self.goals for goal in goals)

    def pick(self, dims: str, *roles: str) -> list[Term]:
        """The terms of these dimensions and, where named, roles."""
        kinds = dims.split()
        return [term for term in self.terms if term.dim in kinds and (not roles or term.role in roles)]

    def one(self, dims: str, *roles: str) -> Term | None:
        """The first of them."""
        return next(iter(self.pick(dims, *roles)), None)

    @property
    def money(self) -> list[Term]:
        """All amounts."""
        return self.pick("money")

    @property
    def currency(self) -> str | None:
        """The one currency named, or the one in which people who use such a word are paid."""
        codes = {term.currency for term in self.terms if term.currency}
        codes = codes or {code for code, words in _PAID_IN.items() if self.has(words)}
        return codes.pop() if len(codes) == 1 else None


@cache
def _whole(words: str) -> re.Pattern[str]:
    # There are more of them than the 512 that `re` remembers.
    return re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE)
