"""Offer spans: where a letter says what its sample expects, as tags of its tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.characters import fold_characters
from assistant.letters.employers import EMPLOYERS
from assistant.letters.learnt import FIELDS, OUTSIDE
from assistant.letters.terms import Span
from assistant.letters.tokens import Token

_WORD = re.compile(r"\w+")


def find_spans(text: str, value: str, field: str) -> list[Span]:
    """Where the words of a value stand in a text, whatever its spaces, marks and capitals."""
    spans = _find(text, value)
    if not spans and field == "company":
        others = [alias for alias, name in EMPLOYERS.items() if name == value]
        spans = [span for other in others for span in _find(text, other)]
    return spans


def _find(text: str, value: str) -> list[Span]:
    words = _WORD.findall(fold_characters(value))
    if not words:
        return []
    pattern = r"(?<!\w@)(?<![\w.])" + r"[^\w\n]{0,4}\n?[^\w\n]{0,3}".join(map(re.escape, words)) + r"(?!\w|\.\w|@\w)"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def tag_tokens(text: str, tokens: Sequence[Token], expected: Mapping[str, Any]) -> list[str]:
    """The tag of every token: the beginning or the inside of a field, or none; the longer value wins a token."""
    tags = [OUTSIDE] * len(tokens)
    places = [
        (start, end, field)
        for field in FIELDS
        if isinstance(value := expected.get(field), str)
        for start, end in find_spans(text, value, field)
    ]
    for start, end, field in sorted(places, key=lambda place: place[0] - place[1]):
        inside = [at for at, token in enumerate(tokens) if start <= token.start < end]
        if inside and all(tags[at] == OUTSIDE for at in inside):
            for at in inside:
                tags[at] = f"{'B' if at == inside[0] else 'I'}-{field}"
    return tags
