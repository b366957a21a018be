"""Pieces: a text as the encoder reads it, each word piece with its place and what its letters are like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

FEATURES = (
    "lower", "Title", "UPPER", "mixed", "num", "mark", "name1", "name2", "both", "cont", "opens", "closes", "asked",
    "linefirst",
)  # fmt: skip
"""What is told of a piece beside its letters: capitals; a given name, a family name, both; the second piece of a word;
first or last of a sentence; in the newest message; first of a line."""
FIRST, LINE, LAST = 101, 102, 102
"""The marks that open a text, stand for a line break, and close it."""
MOST_PIECES = 254
MOST_PARTS, MOST_CHARACTERS = 16, 40_000
"""Parts and characters of a text that are read; what follows is left out."""
_AT = {name: place for place, name in enumerate(FEATURES)}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_")
_ENDS = frozenset(".!?:;")


class Part(NamedTuple):
    """Neighbouring pieces that are read together: their numbers, places in the text, and features."""

    ids: tuple[int, ...]
    places: list[tuple[int, int]]
    features: tuple[tuple[int, ...], ...]


def cut(tokenizer: Any, text: str, newest: int = 0) -> list[Part]:
    """The parts of a text, cut at a line break where there is one.

    Args:
        tokenizer: of the weights.
        text: a message, or the messages of a conversation in lines.
        newest: where the message begins that is asked about.
    """
    ids: list[int] = []
    places: list[tuple[int, int]] = []
    features: list[tuple[int, ...]] = []
    begin, text = 0, text[:MOST_CHARACTERS]
    for line in text.split("\n"):
        if len(ids) > MOST_PIECES * MOST_PARTS:
            break
        for piece, place, known in _read_line(tokenizer, line, begin, newest):
            ids.append(piece)
            places.append(place)
            features.append(known)
        begin += len(line) + 1
        if begin <= len(text):
            ids.append(LINE)
            places.append((begin - 1, begin - 1))
            features.append(())
    return [
        Part(
            (FIRST, *ids[low:high], LAST), [(-1, -1), *places[low:high], (-1, -1)], ((), *features[low:high], ())
        )
        for low, high in _bounds(ids)
    ]  # fmt: skip


def _bounds(ids: list[int]) -> Iterator[tuple[int, int]]:
    low = 0
    while True:
        high = min(low + MOST_PIECES, len(ids))
        if high < len(ids):
            breaks = (at for at in range(high, low + MOST_PIECES // 2, -1) if ids[at - 1] == LINE)
            high = next(breaks, high)
        yield low, high
        low = high
        if low >= len(ids) or low >= MOST_PIECES * MOST_PARTS:
            return


def _read_line(
    tokenizer: Any, line: str, begin: int, newest: int
) -> Iterator[tuple[int, tuple[int, int], tuple[int, ...]]]:
    words = [match.span() for match in _WORD.finditer(line)]
    encoded = tokenizer.encode(line, add_special_tokens=False)
    at = 0
    for number, (piece, (start, end)) in enumerate(zip(encoded.ids, encoded.offsets, strict=True)):
        while at < len(words) and words[at][1] <= start:
            at += 1
        known = []
        if at < len(words) and words[at][0] <= start:
            known = _describe(line, words, at, continued=start > words[at][0])
        if number == 0:
            known.append("linefirst")
        if begin + start >= newest:
            known.append("asked")
        yield piece, (begin + start, begin + end), tuple(_AT[name] for name in known)


def _describe(line: str, words: list[tuple[int, int]], at: int, *, continued: bool) -> list[str]:
    word = line[slice(*words[at])]
    known = _letters(word) if word[0].isalpha() else ["num" if word[0].isdigit() else "mark"]
    if continued:
        known.append("cont")
    if at == 0 or line[slice(*words[at - 1])] in _ENDS:
        known.append("opens")
    if at + 1 == len(words) or line[slice(*words[at + 1])] in _ENDS:
        known.append("closes")
    return known


def _letters(word: str) -> list[str]:
    if word.islower():
        known = ["lower"]
    elif word.isupper() and len(word) > 1:
        known = ["UPPER"]
    else:
        known = ["Title" if word[0].isupper() and word[1:] == word[1:].lower() else "mixed"]
    kinds = names().get(_fold(word), 0)
    if kinds & 1:
        known.append("name1")
    if kinds & 2:
        known.append("name2")
    if kinds == 1 | 2:
        known.append("both")
    return known


def _fold(word: str) -> str:
    parted = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).lower()


@cache
def names() -> dict[str, int]:
    """Names of people of many countries: 1 given, 2 family, 3 both. Source: the lists of Faker 40.63 (MIT)."""
    lines = (files("assistant.encoder") / "names.txt").read_text(encoding="utf-8").split()
    return {name: int(kind) for name, kind in (line.split("=") for line in lines)}
