"""Year table: pay laid out in columns of years, a row for each part of it."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.amounts import read_amounts
from assistant.letters.patterns import LABEL
from assistant.letters.terms import Grant, Span, Terms

LEAST_YEARS = 2
_YEAR_CELL = re.compile(r"\s*(?:year|yr|y) ?(?P<n>[1-6])\s*(?:\([^)]*\))?\s*", re.IGNORECASE)
_CELL_EDGE = re.compile(r"\||\t")


class YearRow(NamedTuple):
    """A row: the kind of its label, the amount of each year in order (None for an empty cell), its place."""

    kind: str
    amounts: tuple[Decimal | None, ...]
    span: Span


def find_year_rows(text: str) -> list[YearRow]:
    """The rows below each header "… | Year 1 | Year 2 | …", up to the first line that does not fit it."""
    rows: list[YearRow] = []
    years, at = 0, 0
    for line in text.splitlines(keepends=True):
        cells = _split(line)
        header = [_YEAR_CELL.fullmatch(cell) for cell, _ in cells[1:]]
        if len(header) >= LEAST_YEARS and all(header):
            years = len(header)
        elif years and re.fullmatch(r"[\s|:+=-]*", line):
            pass
        elif years and len(cells) == years + 1:
            label = LABEL.search(cells[0][0])
            read = [next(iter(read_amounts(cell, 2)), None) for cell, _ in cells[1:]]
            amounts = tuple(amount.value if amount and amount.kind != "percent" else None for amount in read)
            rows.append(YearRow(str(label.lastgroup) if label else "other", amounts, (at, at + len(line.rstrip()))))
        else:
            years = 0
        at += len(line)
    return [row for row in rows if any(row.amounts)]


def _split(line: str) -> list[tuple[str, int]]:
    """The cells of a line with their places in it; bars at its edges are no cells."""
    edges = [-1, *(m.start() for m in _CELL_EDGE.finditer(line)), len(line)]
    cells = [(line[a + 1 : b], a + 1) for a, b in pairwise(edges)]
    while cells and not cells[0][0].strip() and line.lstrip().startswith("|"):
        cells = cells[1:]
    while len(cells) > 1 and not cells[-1][0].strip() and line.rstrip().endswith("|"):
        cells = cells[:-1]
    return cells


def read_year_table(rows: list[YearRow], terms: Terms) -> None:
    """Fill base (its first year), signing (an instalment a year) and equity (the sum with its parts)."""
    for row in rows:
        values = [amount or Decimal(0) for amount in row.amounts]
        if row.kind == "base" and values[0]:
            terms.put("base_annual", values[0], row.span)
        elif row.kind == "sign_on":
            paid = [{"year": year, "amount": value} for year, value in enumerate(values, start=1) if value]
            terms.drop("signing")
            terms.values["signing"] = paid
            terms.spans |= {f"signing[{place}]": row.span for place in range(len(paid))}
        elif row.kind == "equity":
            grant = Grant()
            grant.put("kind", "rsu", row.span)
            grant.put("total_value", sum(values), row.span)
            grant.put("years", len(values), row.span)
            parts = tuple(round(value / sum(values) * 100, 2).normalize() for value in values)
            if sum(parts) == 100:
                grant.put("schedule", parts, row.span)
            terms.grants.append(grant)
