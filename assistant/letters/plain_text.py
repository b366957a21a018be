"""Plain text: a pasted text made even for reading, with the way back to the original positions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from assistant.domain.characters import fold_characters
from assistant.domain.lazy_pattern import lazy
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.terms import Span

_CELL_GAP = lazy(r"(?<=[^\s:|]) {3,}(?=[^\s|])")
_DOT_GAP = lazy(r"(?<=[\w)%]) ?\.{4,} ?(?=[^\s|.])")
"""Dots that lead from a name to its value."""
_TAB_GAP = lazy(r"(?<=[\w)%])\t+(?=[^\s|:])")
_SLASHED = lazy(
    r"(?<![\w/.,])[$€£]?\d{2,3}(?:,\d{3}|\.\d)?k?(?:/| / )\d{1,2}(?:\.\d)? ?%"
    r"(?:(?:/| / )[$€£]?\d{1,3}(?:,\d{3}|\.\d)?k?(?: (?:rsus?|stock|equity|over \d|sign(?:-?on)?)| ?/ ?\d ?y(?:r|ear)s?)*)+",
    re.IGNORECASE,
)
_ITEM_GAP = lazy(r"/(?! ?\d ?y(?:r|ear)s?)", re.IGNORECASE)
"""Base, bonus and more as a note slashes them, "215/20%/600k over 4/50k sign": items of a sum."""
_BROKEN_CELL = lazy(
    r"(?m)^(?P<row>[^\n|:]{2,30}\|[ ]*[^\n|]{1,40})\n"
    rf"(?=[ \t]*(?:[a-z][^\n|:]{{0,40}}|\d[\d.,]* ?%|{JOB_NOUN})[ ]*\n[^\n|:]{{2,30}}\|)"
)
"""A row of a pasted table whose value goes on in the next line."""
_RUN_ON = lazy(r"(?m)(?P<first>^[ ]{0,4}[A-Z][\w /&]{2,24}: {2,}[^\n:]{3,60})\n(?= {8,}[^\s:|][^\n:|]*$)")
_CSV_GAP = lazy(
    r"(?m)^(?P<label>[ \"]*[A-Za-z][A-Za-z /()-]{2,30}(?<!day)\"?)[,;]"
    r"(?= ?\"?(?:[A-Z]{3} ?)?[$€£¥₹~]?\d)(?! ?\"?20\d\d\b)"
)
_CSV_ROW = lazy(r"(?m)^(?P<key>\"?[A-Za-z]+(?:[_ ][A-Za-z]+){0,3}\"?),(?=\S)")
_FEWEST_ROWS = 5
"""So many lines "key,value" make a table of a text; a letter addresses one person only."""
_NUMBER_WORD = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)"
)
_SAID_TWICE = lazy(
    rf"\b{_NUMBER_WORD}(?:(?:[ -]|,? and ){_NUMBER_WORD}){{0,12}}(?: and (?:00|no)/100)?"
    r"(?: (?:percent|per cent|(?:us |u\.s\. )?dollars|euros?|pounds(?: sterling)?|francs|rupees))?"
    r"\s\((?P<figure>(?:[A-Z]{3} ?|[A-Z]{0,2}[$€£₹] ?)?\d[\d,.]*(?: ?%)?)\)",
    re.IGNORECASE,
)
"""A number in words and again in brackets, "thirty (30) days": the figure alone is left."""
_DROPPED = lazy(
    r"(?<=[a-z])-\n(?=[a-z]{2})|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|\*\*+"
    r"|(?: \.|\.)\.{2,}(?= ?(?:[$€£¥₹\d]|[A-Z]{3} ?\d))|__+(?=\S)|(?<=\S)__+|`+|(?<=[ \t\u00a0])"
    r" +|\r(?=\n)"
)


@dataclass(frozen=True)
class EvenText:
    """`text` is the reading copy; `starts` and `shifts` lead a position back to the original."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def cut(self, places: list[Span]) -> EvenText:
        """These places of the reading copy as a reading copy of their own, each on new lines."""
        parts: list[str] = []
        starts, shifts, length = [0], [self.shifts[0]], 0
        for start, end in places:
            first = bisect_right(self.starts, start) - 1
            last = bisect_right(self.starts, max(start, end - 1))
            for index in range(first, last):
                begin = max(start, self.starts[index])
                starts.append(length + begin - start)
                shifts.append(self.shifts[index] + start - length)
            parts.append(self.text[start:end])
            length += end - start + 1
        return EvenText("\n".join(parts), tuple(starts), tuple(shifts))

    def original_span(self, start: int, end: int) -> Span:
        """The place in the original of a place in the reading copy."""
        first = self._original(start)
        return first, max(first, self._original(end - 1) + 1) if end > start else first

    def _original(self, position: int) -> int:
        return position + self.shifts[bisect_right(self.starts, position) - 1]


def even_out(original: str) -> EvenText:
    """Odd characters folded; invisible marks, emphasis marks and repeated spaces left out.

    Three spaces or more between words are a table's column gap and stay as " | "; the comma between a line's
    first words and its figure is one as well.
    """
    tabbed = _TAB_GAP.sub(lambda gap: "|" + " " * (len(gap.group()) - 1), original)
    tabbed = _DOT_GAP.sub(lambda gap: " |" + " " * (len(gap.group()) - 2), tabbed)
    tabbed = _BROKEN_CELL.sub(lambda cell: cell["row"] + " ", tabbed) if tabbed != original else tabbed
    tabbed = _SLASHED.sub(lambda items: _ITEM_GAP.sub("+", items.group()), tabbed)
    columns = _CELL_GAP.sub(lambda gap: " |" + " " * (len(gap.group()) - 2), _fold_spaces(tabbed))
    while (joined := _RUN_ON.sub(lambda cell: cell["first"] + " ", columns)) != columns:
        columns = joined
    if len(_CSV_ROW.findall(columns)) >= _FEWEST_ROWS:
        columns = _CSV_ROW.sub(lambda row: row["key"].replace("_", " ") + ":", columns)
    columns = _CSV_GAP.sub(lambda row: row["label"] + ":", columns)
    parts: list[str] = []
    starts, shifts = [0], [0]
    at = length = 0
    for start, end in _dropped(columns):
        parts.append(columns[at:start])
        length += start - at
        at = end
        starts.append(length)
        shifts.append(at - length)
    parts.append(columns[at:])
    return EvenText(fold_characters("".join(parts)), tuple(starts), tuple(shifts))


def _dropped(text: str) -> list[Span]:
    """What the reading copy leaves out, in order, none inside another."""
    said_twice = [
        span
        for match in _SAID_TWICE.finditer(text)
        for span in ((match.start(), match.start("figure")), (match.end("figure"), match.end()))
    ]
    found: list[Span] = []
    for span in sorted([*said_twice, *(match.span() for match in _DROPPED.finditer(text))]):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _fold_spaces(text: str) -> str:
    return text.translate({0x09: " ", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " "})
