"""Quotes: finding words again in a text that writes the same characters in other ways."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bv\.)(?<!\bvs\.)(?P<closing>[\"”’')]*)\s+(?=[\"“‘'(>A-Z0-9])|\n\s*\n|\n(?=\s*(?:[-*>#|]|\d+\.)\s)"
)
_FOLDED = {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "…": "..."}
LEFT_OUT = "\u2026"
"""Stands in a quote for words that are left out of it."""
_DASHES = "‐‑‒–—−"
_WORD = re.compile(r"[a-z0-9$%]+")


@cache
def _fold_character(character: str) -> str:
    if character in _DASHES:
        return "-"
    if character in _FOLDED:
        return _FOLDED[character]
    return unicodedata.normalize("NFKC", character).casefold()


def fold_text(text: str) -> str:
    """Text for comparison: compatibility forms, dashes, quotation marks, case and spaces made one."""
    return " ".join("".join(map(_fold_character, text)).split())


def contains_quote(text: str, quote: str) -> bool:
    """Whether the words of `quote` stand in `text`, whatever their case, dashes and spaces."""
    folded = fold_text(quote)
    return bool(folded) and folded in fold_text(text)


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Start and end in `text` of the words of `quote`, or None."""
    wanted = fold_text(quote)
    folded, origin = _fold_with_places(text)
    start = folded.find(wanted) if wanted else -1
    return (origin[start], origin[start + len(wanted) - 1] + 1) if start >= 0 else None


def find_pieces(text: str, quote: str) -> tuple[int, int] | None:
    """Start and end in `text` of a quote that may have an ellipsis for words left out of it, or None.

    >>> find_pieces("they gave 90, i want 95, by friday", "they gave 90 \u2026 by friday")
    (0, 34)
    """
    places: list[tuple[int, int]] = []
    for piece in filter(None, map(str.strip, quote.split(LEFT_OUT))):
        at = places[-1][1] if places else 0
        if (place := find_quote(text[at:], piece)) is None:
            return None
        places.append((at + place[0], at + place[1]))
    return (places[0][0], places[-1][1]) if places else None


@lru_cache(maxsize=256)
def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, a space for each run of spaces, and for each of its characters the place it comes from."""
    folded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for piece in _fold_character(character):
            if not (piece.isspace() and folded and folded[-1] == " "):
                folded.append(" " if piece.isspace() else piece)
                origin.append(index)
    return "".join(folded), origin


def split_sentences(text: str) -> list[str]:
    """Sentences and list items of a passage, in order, each as it stands in the text, its closing quote included.

    >>> split_sentences('Ask: "May I see it? I need it." Then wait.')
    ['Ask: "May I see it?', 'I need it."', 'Then wait.']
    >>> split_sentences("In Hall v. Lee the court agreed. Check it.")
    ['In Hall v. Lee the court agreed.', 'Check it.']
    """
    ends = [(match.start() + len(match["closing"] or ""), match.end()) for match in SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    pieces = (text[start:stop] for start, stop in zip(starts, [*(stop for stop, _ in ends), len(text)], strict=True))
    return [piece.strip() for piece in pieces if piece.strip()]


def pick_sentence(claim: str, passage: str) -> str:
    """The sentence of `passage` that shares most words with `claim`; the first one on a tie."""
    wanted = set(_WORD.findall(claim.casefold()))

    def overlap(sentence: str) -> float:
        words = set(_WORD.findall(sentence.casefold()))
        return len(words & wanted) / (len(words) + 8) if words else -1.0

    return max(split_sentences(passage) or [passage.strip()], key=overlap)
