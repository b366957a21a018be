"""Rows: the lines of a letter that name a term and give its value ("Location: Austin", "site,Dublin")."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.letters.row_keys import RowField, field_of
from assistant.letters.terms import Span

LONGEST_READ = 30_000
_BULLET = r"[^\w\n(\[<>]{0,6}(?:(?:item|no\.?|nr\.?|point) ?\d{1,2}[ \t]*[|:)][ \t]*)?(?:\(?(?:[A-H]?\d{1,2}(?:\.\d{1,2})?|[A-Ha-h])[.)][ \t]+)?"
_ROW = re.compile(
    rf"(?:^{_BULLET}|(?<=[.;|\u2022] ))"
    r"(?P<key>[^\W\d][^\n:|=,.;!?]{0,38}?)[ \t*]*(?:[:|=]|(?<= )-(?= )|\.(?= )|[ ]?(?:\.{3,}|…))[ \t|*]*(?P<value>[^\n|;]{1,160})",
    re.MULTILINE,
)
_STACKED = re.compile(
    r"^[ \t|*#]*(?P<key>[^\W\d][^\n:|=,.;!?]{1,30}?)[ \t|*]*:?[ \t|*]*\n[ \t|*]*(?P<value>[^\n|;:]{2,100})$",
    re.MULTILINE,
)


_NEXT_KEY = re.compile(r"\s+(?=[A-Z][a-z]+(?: [a-z]+)?:\s)")
"""Where the next key begins on a line with several."""


class Row(NamedTuple):
    """One named value with its place in the text."""

    field: RowField
    value: str
    start: int

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.start, self.start + len(self.value)


def find_rows(text: str) -> list[Row]:
    """The rows whose key names a field, in order; a key on a line of its own names the next line."""
    found: list[Row] = []
    head = text[:LONGEST_READ]
    for pattern in (_ROW, _STACKED):
        for match in pattern.finditer(head):
            name = field_of(match["key"])
            value = _NEXT_KEY.split(match["value"])[0].strip(" \t\"'*")
            if name is not None and value:
                start = match.start("value") + match["value"].index(value)
                if not any(row.start == start for row in found):
                    found.append(Row(name, value, start))
    return sorted(found, key=lambda row: row.start)
