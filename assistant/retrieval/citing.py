"""Citing: quoted sentences with the passages of the library they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from assistant.domain.evidence import Chunk, Citation


class FindsWords(Protocol):
    """A library that knows which passage holds which words."""

    def find_words(self, source_id: str, words: str) -> Chunk | None:
        """The passage of a document that holds these words as they stand."""


class Rests(Protocol):
    """A remark that rests on a sentence of the library."""

    @property
    def source_id(self) -> str:
        """The document."""

    @property
    def source_quote(self) -> str:
        """The sentence, word for word."""


def cite_remarks(library: FindsWords, remarks: Iterable[Rests]) -> tuple[Citation, ...]:
    """The passages that remarks rest on, numbered from 1, each quoted sentence once; unknown ones are left out."""
    found: dict[str, Citation] = {}
    for remark in remarks:
        chunk = library.find_words(remark.source_id, remark.source_quote)
        if chunk is not None and remark.source_quote not in found:
            found[remark.source_quote] = Citation(
                n=len(found) + 1,
                chunk_id=chunk.chunk_id,
                source_id=chunk.source_id,
                title=chunk.title,
                section=chunk.section,
                publisher=chunk.publisher,
                quote=remark.source_quote,
            )
    return tuple(found.values())
