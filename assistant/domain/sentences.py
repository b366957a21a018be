"""Sentences of an answer: finding the one a check is about, and taking it out."""

from __future__ import annotations

import re
from functools import lru_cache

MARKER = re.compile(r"\[(?P<n>\d{1,3})(?:\s*[:,]?\s*[\"“](?P<quote>[^\n]{3,600}?)[\"”])?\](?!\()")
"""A citation as the chat model writes it: [3], or [3 "the words that support this"]."""

_COVER = "\ue000"
_LINE = re.compile(r"[^\n]+")
_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bInc)[.!?]"
    rf"[\"”’')\]*]*(?:\s*{_COVER}+)*+(?=\s+[^\sa-z])"
)
_WHOLE_LINE = re.compile(r"\s*(?:\||[-*]\s|\d+\.\s|#)")
_BARE_LINE = re.compile(r"\s*(?:[-*]|\d+\.)?\s*")


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; a table row, list item or heading is one sentence.

    A citation marker belongs to the sentence before it, and the words quoted in it end none.
    """
    covered = MARKER.sub(lambda marker: _COVER * len(marker[0]), text)
    spans = []
    for line in _LINE.finditer(covered):
        start = line.start()
        if not _WHOLE_LINE.match(line.group()):
            for end in _END.finditer(covered, line.start(), line.end()):
                spans.append((start, end.end()))
                start = end.end()
        spans.append((start, line.end()))
    return tuple((start, end) for start, end in spans if text[start:end].strip())


def sentence_at(text: str, position: int) -> str:
    """The sentence around a position.

    >>> sentence_at('Ask first [1 "Ask. Always."]. Then wait.', 30)
    'Then wait.'
    """
    return next((text[start:end].strip() for start, end in sentence_spans(text) if start <= position < end), "")


def drop_sentences(text: str, unwanted: set[str]) -> str:
    """The text without those sentences; empty lines that remain are closed up.

    >>> drop_sentences("Ask first. [1] They pay $9. [2]", {"They pay $9. [2]"})
    'Ask first. [1]'
    """
    kept, last = [], 0
    for start, end in sentence_spans(text):
        if text[start:end].strip() in unwanted:
            kept.append(text[last:start])
            last = end
    kept.append(text[last:])
    lines = [line.rstrip() for line in "".join(kept).split("\n")]
    joined = "\n".join("" if _BARE_LINE.fullmatch(line) else line for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()
