"""Listed terms: pay told as a row with slashes, "180K/400K RSU/30K sign-on", whose order a second row takes over."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import LABEL
from assistant.letters.short_forms import Edit

_ITEM = (
    r"(?:[A-Z]{3} )?[$€£₹]?\d[\d.,]*[kKmM]?\b(?! ?%)(?: (?!vs\b|and\b|or\b|but\b)[A-Za-z][A-Za-z-]*(?: (?:on|bonus))?)?"
)
_ROW = lazy(rf"(?<![\w/.,$€£₹]){_ITEM}(?: ?/ ?{_ITEM}){{1,3}}(?![\w/%])")
_PARTS = lazy(rf"{_ITEM}")
_NAME = lazy(r" (?P<name>[A-Za-z][A-Za-z -]*)$")
_HEAD = lazy(
    r"\b(?P<name>(?!(?:at|is|and|or|vs|pays?|gives?|offers?|offered|with|has|now|me|got|level)\b)[a-z][a-z&'-]{2,})[: ]+$"
)
_SHORT = {"so": "sign-on", "sb": "sign-on", "sign": "sign-on", "s/o": "sign-on"}
"""What is written short only in such rows."""


def name_listed(text: str) -> Iterator[Edit]:
    """The edits that name every sum of rows with slashes; none where no row names a part that is not first.

    >>> list(name_listed("Acme 180k/40k RSU. Orbit 170k/50k"))
    [(9, 10, ' base, '), (13, 17, ' RSU'), (29, 30, ' base, '), (33, 33, ' RSU')]
    """
    names: list[str] = []
    rows = list(_ROW.finditer(text))
    for row in rows:
        items = [(row.start() + item.start(), row.start() + item.end()) for item in _PARTS.finditer(row.group())]
        told = [_name_of(text[start:end]) for start, end in items]
        if any(told[1:]):
            names = [told[0] or "base", *told[1:]]
        if len(names) == len(items) and all(names):
            head = _HEAD.search(text, 0, row.start()) if len(rows) > 1 else None
            if head and not LABEL.fullmatch(head["name"]):
                yield head.start("name"), head.start("name") + 1, head["name"][0].upper()  # a name, as one is written
            yield from _name_row(text, items, told, names)


def _name_of(item: str) -> str:
    """The name of a sum as the reader of offers knows it; empty for none."""
    found = _NAME.search(item)
    words = found["name"].strip() if found else ""
    short = _SHORT.get(words.lower(), words)
    return short if LABEL.fullmatch(short) else ""


def _name_row(text: str, items: list[tuple[int, int]], told: list[str], names: list[str]) -> Iterator[Edit]:
    for at, (start, end) in enumerate(items):
        written = _NAME.search(text[start:end])
        begin = start + written.start() if written and told[at] else end
        closing = items[at + 1][0] if at + 1 < len(items) else end
        yield begin, closing, f" {names[at]}" + (", " if closing > end else "")
