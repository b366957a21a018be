"""Job flows: what a job brings as amounts by the week, month and year, to be told for any period."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.offline.algebra.expression import Expr, add_up, left_of
from assistant.offline.algebra.frames import Parts
from assistant.offline.algebra.terms import Term

Per = Literal["week", "month", "year"]
WEEKS, MONTHS = 52, 12
A_RATE = Decimal(200)
"""Up to here a bare amount beside hours is an hour's."""
PIECES = frozenset({"item", "mile", "trip", "visit", "call", "shift"})
"""Pay by what is done and not by time."""
_BEHIND = re.compile(
    r"^[^.;\n\d]{0,22}?(?:\b(?:a|an|per|each|every|the|am|im|par|al|ao|por|pro|in der|yr) ?|/ ?)(?P<unit>hour|stunde|day|tag|jour|dia|week|wk|woche|semaine|semana|month|mo|monat|mois|mes|quarter|semester|year|yr|jahr|an|ano)\b",
    re.IGNORECASE,
)
_UNITS = {"stunde": "hour", "tag": "day", "jour": "day", "dia": "day", "wk": "week", "woche": "week", "semaine": "week", "semana": "week", "mo": "month", "monat": "month", "mois": "month", "mes": "month", "yr": "year", "jahr": "year", "an": "year", "ano": "year"}  # fmt: skip
TIMES: dict[str, tuple[int, Per]] = {"week": (1, "week"), "bi-week": (26, "year"), "month": (1, "month"), "quarter": (4, "year"), "year": (1, "year")}  # fmt: skip


@dataclass
class Income:
    """What a job brings: amounts by the period they come in, what is paid once, what is taken off and how it grows."""

    flows: list[tuple[Expr, Per]] = field(default_factory=list)
    costs: list[tuple[Expr, Per]] = field(default_factory=list)
    once: list[Expr] = field(default_factory=list)
    spent: list[Expr] = field(default_factory=list)
    weeks: Expr = field(default_factory=lambda: whole(WEEKS))
    hours: Expr | None = None
    yearly_hours: Expr | None = None
    days: Expr | None = None
    taxes: list[Expr] = field(default_factory=list)
    growth: Expr | None = None
    rate: tuple[Expr, str] | None = None

    def by(self, per: Per) -> Expr:
        """All that comes every year in this period."""
        gross = add_up([self._turned(amount, own, per) for amount, own in self.flows])
        if self.taxes:
            gross = gross * left_of(add_up(self.taxes))
        costs = [self._turned(amount, own, per) for amount, own in self.costs]
        return gross - add_up(costs) if costs else gross

    def by_hour(self) -> Expr | None:
        """What an hour comes to, where the hours are known."""
        if self.yearly_hours is not None:
            return self.by("year") / self.yearly_hours
        if self.hours is None:
            return None
        return self.by("year") / (self.hours * self.weeks)

    def by_day(self) -> Expr | None:
        """What a day comes to, where the days are known."""
        return None if self.days is None else self.by("year") / self.days

    def _turned(self, amount: Expr, own: Per, per: Per) -> Expr:
        if own == per:
            return amount
        to_year = {"week": self.weeks, "month": whole(MONTHS), "year": None}[own]
        year = amount if to_year is None else amount * to_year
        return year if per == "year" else year / (self.weeks if per == "week" else MONTHS)


def whole(count: int) -> Expr:
    """A count that words stand for."""
    return Expr(str(count), Decimal(count))


def count_per(parts: Parts, term: Term) -> str | None:
    """Within what a number counts: its own words, or those behind it."""
    found = _BEHIND.match(parts.message.text[term.end :])
    if term.per or found is None:
        return term.per
    return _UNITS.get(found["unit"].lower(), found["unit"].lower())
