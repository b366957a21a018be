"""Sentences: a letter cut into the pieces within which an amount belongs to a label."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.letters.terms import Span

LONGEST_SENTENCE = 1000
_WRAPPED_LINE = 52
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|mr|mrs|ms|dr|no|st|vs|approx|e\.g|i\.e|etc|sr|jr|dept|est|nov|dec|jan|feb|aug"
    r"|sept?|oct|apr|rs|fr|p\.m|a\.m)"
    r"|(?<!\bthe )(?<!\bseries )\b[A-Za-z])\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?]+[)\"']?(?=\s|$)|;(?=\s|$)|\n[ \t]*\n|\n")
_HANGING = re.compile(
    r"\b(?:to|of|as|with|and|the|in|our|at|is|are|be|will|your|for|by|an?|or|on|from|that|which|you|we|(?<!\d )(?-i:INR"
    r"|USD|EUR|GBP|CHF"
    r"|CAD|AUD|SGD|JPY))$",
    re.IGNORECASE,
)
"""No line of a list ends like this: it goes on in the next one."""
_NEW_ITEM = re.compile(
    r"[ \t]*(?:[-*+>|#\[]|(?:\w+[ \t]{1,3})?\d{1,2}:\d\d\b|\d{1,2}[.)]\s|[A-Za-z][\w /()&-]{1,40}(?::| \|)|[A-Za-z][\w ().]{0,30}[\[ (]\d{1,2}:\d\d)"
)


class Sentence(NamedTuple):
    """A sentence, list item, table row or line; `paragraph` counts blank lines before it."""

    start: int
    end: int
    paragraph: int = 0


def split_sentences(text: str) -> list[Sentence]:
    """The sentences in order. Lines a mail program wrapped are one sentence; list items are their own."""
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for match in _STOP.finditer(text):
        if match.start() < start or not _is_end(text, start, match):
            continue
        _add(found, text, start, match.end(), paragraph)
        start = match.end()
        if match.group().count("\n") > 1:
            paragraph += 1
    _add(found, text, start, len(text), paragraph)
    return found


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark == "\n":
        return not _is_wrapped(text, match.start())
    if mark.strip() == ".":
        return not _ABBREVIATION.search(text[max(start, match.start() - 8) : match.end()]) or text[
            match.end() : match.end() + 1
        ] in ("", "\n")
    if mark == ";":
        opened = text.rfind("(", start, match.start())
        return opened < 0 or ")" in text[opened : match.start()] or "\n" in text[opened : match.start()]
    return True


def _is_wrapped(text: str, newline: int) -> bool:
    line_start = text.rfind("\n", 0, newline) + 1
    line = text[line_start:newline].rstrip()
    if _HANGING.search(line) and not _NEW_ITEM.match(text, newline + 1):
        return True
    if len(line) < _WRAPPED_LINE or line[-1] in ".!?:;|" or " | " in line:
        return False
    return not _NEW_ITEM.match(text, newline + 1)


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    for cut in range(start, end, LONGEST_SENTENCE):
        stop = min(cut + LONGEST_SENTENCE, end)
        if text[cut:stop].strip():
            found.append(Sentence(cut, stop, paragraph))


def trim_marks(words: str) -> str:
    """The words without the separators that stand around a value."""
    return words.rstrip(" .,;:-").lstrip(" :|-").strip()


def place_of(start: int, whole: str, part: str) -> Span:
    """Where `part` stands when `whole` stands at `start`."""
    at = start + max(0, whole.find(part))
    return at, at + len(part)
