"""Asked: how people word the questions a section answers, and how close a query comes to those wordings.

A passage and a question about it often share neither words nor shape; two questions about it do. The
wordings live in `knowledge/asked/<document id>.yaml`, a list under each heading.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.domain.evidence import Chunk
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.ngrams import NgramIndex
from assistant.retrieval.shipped_vectors import ShippedVectors, find_vectors

if TYPE_CHECKING:
    from assistant.retrieval.fusion import Scores

logger = logging.getLogger(__name__)

Heading = tuple[str, str]
"""A document's id and one of its headings."""


class WordingIndex:
    """Short texts, and how close a query comes to each: by meaning, or by letters without an embedder."""

    def __init__(
        self,
        wordings: Sequence[str],
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
    ) -> None:
        self._wordings, self._embedder, self._shipped = list(wordings), embedder, shipped

    def score(self, query: str) -> Scores:
        """Likeness 0-1 of the query with each wording, (wordings,) float32."""
        import numpy as np

        if not self._wordings or not query.strip():
            return np.zeros(len(self._wordings), dtype=np.float32)
        if self._embedder is not None:
            try:
                likeness: Scores = self._vectors @ self._embedder.embed([query])[0]
                return likeness
            except Exception as error:
                # A broken runtime must cost the meaning only, never the search.
                logger.warning("questions are compared by letters only: %s", type(error).__name__)
                self._embedder = None
        return self._letters.score(query)

    @cached_property
    def _vectors(self) -> Scores:
        return find_vectors(self._wordings, self._embedder, self._shipped())

    @cached_property
    def _letters(self) -> NgramIndex:
        return NgramIndex(self._wordings)


class AskedIndex:
    """The wordings of the sections that stand among `chunks`.

    Args:
        asked: wordings by heading.
        chunks: the passages searched; scores are given for these rows.
        embedder: None compares letters, which knows no paraphrases.
        shipped: vectors of the wordings, so that none is embedded at the start.
    """

    def __init__(
        self,
        asked: Mapping[Heading, Sequence[str]],
        chunks: Sequence[Chunk],
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
    ) -> None:
        rows = _find_rows(asked, chunks)
        self._size = len(chunks)
        self._rows = [rows[heading] for heading, wordings in asked.items() if heading in rows for _ in wordings]
        self._lines = [line for heading, wordings in asked.items() if heading in rows for line in wordings]
        self._wordings = WordingIndex(self._lines, embedder, shipped)
        self.documents = frozenset(document for document, _ in asked)

    def by_row(self) -> dict[int, list[str]]:
        """The wordings of each passage that has some, by its row."""
        held: dict[int, list[str]] = {}
        for row, line in zip(self._rows, self._lines, strict=True):
            held.setdefault(row, []).append(line)
        return held

    def score(self, query: str) -> Scores:
        """How close the query comes to the nearest wording of each passage, 0-1, (chunks,) float32."""
        import numpy as np

        best = np.zeros(self._size, dtype=np.float32)
        np.maximum.at(best, self._rows, self._wordings.score(query))
        return best


def _find_rows(asked: Mapping[Heading, Sequence[str]], chunks: Sequence[Chunk]) -> dict[Heading, int]:
    """The first passage below each heading; neighbours that were joined carry both headings."""
    wanted: dict[str, list[str]] = {}
    for document, heading in asked:
        wanted.setdefault(document, []).append(heading)
    rows: dict[Heading, int] = {}
    for row, chunk in enumerate(chunks):
        for heading in wanted.get(chunk.source_id, ()):
            if heading in chunk.section:
                rows.setdefault((chunk.source_id, heading), row)
    return rows
