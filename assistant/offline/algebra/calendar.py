"""Calendar: how many of each unit of time or work make a larger one, as told or as is usual."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work

Count = Callable[[], Expr]
TOLD, USUAL = 1, 4
"""How far one unit is from another: a count that was told is nearer than one that is supposed."""
_USUAL = {
    ("month", "year"): (12, ""), ("half_month", "year"): (24, ""), ("bi-week", "year"): (26, ""), ("quarter", "year"): (4, ""),
    ("month", "quarter"): (3, ""), ("week", "bi-week"): (2, ""), ("week", "year"): (52, "52 weeks a year."),
    ("day", "week"): (5, "5 days a week."), ("hour", "week"): (40, "40 hours a week."),
}  # fmt: skip
_WEEKS_IN_MONTH = "52 / 12 weeks a month."


@dataclass
class Calendar:
    """The counts of one sum; the `year` is the whole time the sum is about, where less is told."""

    work: Work
    counts: dict[tuple[str, str], Count] = field(default_factory=dict)
    dropped: set[tuple[str, str]] = field(default_factory=set)

    def tell(self, unit: str, whole: str, count: Count) -> None:
        """That so many of a unit make the whole."""
        self.counts[unit, whole] = count

    def same(self, unit: str, other: str) -> None:
        """That two units are one."""
        self.counts[unit, other] = lambda: Expr("1", Decimal(1))

    def has(self, unit: str, whole: str) -> bool:
        """Whether this count is told."""
        return (unit, whole) in self.counts

    def convert(self, amount: Expr, unit: str, wanted: str) -> Expr | None:
        """An amount by one unit as one by another; None where nothing told leads from one to the other.

        >>> calendar = Calendar(Work())
        >>> calendar.convert(Expr("pay", Decimal(3000)), "month", "week").text
        'pay x 12 / 52'
        """
        factors = self._factors(unit, wanted)
        if factors is None:
            return None
        for count, up in factors:
            amount = amount * count if up else amount / count
        return amount

    def count(self, unit: str, whole: str) -> Expr | None:
        """How many of a unit the whole has."""
        factors = self._factors(unit, whole)
        if not factors:
            return None if factors is None else Expr("1", Decimal(1))
        (made, up), *rest = factors
        made = made if up else Expr("1", Decimal(1)) / made
        for count, more in rest:
            made = made * count if more else made / count
        return made

    def _factors(self, unit: str, wanted: str) -> list[tuple[Expr, bool]] | None:
        path = self._path(unit, wanted)
        if path is None:
            return None
        made = [(self._count(edge), up) for edge, up in path]
        return [(count, up) for count, up in made if count.text != "1"]

    def _count(self, edge: tuple[str, str]) -> Expr:
        if edge in self.counts:
            return self.counts[edge]()
        if edge == ("week", "month"):
            self.work.suppose(_WEEKS_IN_MONTH)
            return Expr("52", Decimal(52)) / 12
        count, words = _USUAL[edge]
        if words:
            self.work.suppose(words)
        return Expr(str(count), Decimal(count))

    def _edges(self) -> dict[tuple[str, str], int]:
        told = dict.fromkeys(self.counts, TOLD)
        usual = {edge: USUAL for edge in _USUAL if edge not in self.dropped}
        if self.dropped:
            usual["week", "month"] = USUAL
        return {**usual, **told}

    def _path(self, unit: str, wanted: str) -> list[tuple[tuple[str, str], bool]] | None:
        """The nearest way from one unit to another, each step with whether it leads to a larger one."""
        edges = self._edges()
        waiting: list[tuple[int, int, str, list[tuple[tuple[str, str], bool]]]] = [(0, 0, unit, [])]
        seen: set[str] = set()
        order = 0
        while waiting:
            cost, _, here, path = heapq.heappop(waiting)
            if here == wanted:
                return path
            if here in seen:
                continue
            seen.add(here)
            for edge, price in edges.items():
                for start, end, up in ((edge[0], edge[1], True), (edge[1], edge[0], False)):
                    if start == here and end not in seen:
                        order += 1
                        heapq.heappush(waiting, (cost + price, order, end, [*path, (edge, up)]))
        return None
