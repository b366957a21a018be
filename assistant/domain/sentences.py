"""Sentences of an answer: finding the one a check is about, and taking it out."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?][\"”’')\]*]*(?:\s*\[[^\]\n]{1,300}\])*(?=\s+\S)")
_WHOLE_LINE = re.compile(r"\s*(?:\||[-*]\s|\d+\.\s|#)")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; a table row, list item or heading is one sentence.

    A citation marker belongs to the sentence before it.
    """
    spans = []
    for line in _LINE.finditer(text):
        start = line.start()
        if not _WHOLE_LINE.match(line.group()):
            for end in _END.finditer(text, line.start(), line.end()):
                spans.append((start, end.end()))
                start = end.end()
        spans.append((start, line.end()))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def sentence_at(text: str, position: int) -> str:
    """The sentence around a position."""
    return next((text[start:end].strip() for start, end in sentence_spans(text) if start <= position < end), "")


def drop_sentences(text: str, unwanted: set[str]) -> str:
    """The text without those sentences; empty lines that remain are closed up."""
    kept, last = [], 0
    for start, end in sentence_spans(text):
        if text[start:end].strip() in unwanted:
            kept.append(text[last:start])
            last = end
    kept.append(text[last:])
    lines = [line.rstrip() for line in "".join(kept).split("\n")]
    bare = re.compile(r"\s*(?:>|[-*]|\d+\.)?\s*")
    joined = "\n".join("" if bare.fullmatch(line) and not line.lstrip().startswith(">") else line for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()
