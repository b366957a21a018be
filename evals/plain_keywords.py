"""Plain keyword search: bm25s as it comes, the baseline that Parley's search has to beat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.domain.evidence import Chunk
from evals.metrics.ranking import Place


class PlainKeywords:
    """BM25 over title, heading and text with the settings and stop words of bm25s, without stems."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        import bm25s

        self._places = [(chunk.source_id, chunk.section) for chunk in chunks]
        texts = [f"{chunk.title}\n{chunk.section}\n{chunk.text}" for chunk in chunks]
        self._bm25: Any = bm25s.BM25()
        self._bm25.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)

    def find(self, query: str, k: int = 10) -> list[Place]:
        """The places of the k best passages that share a word with the query, best first."""
        import bm25s

        tokens = bm25s.tokenize([query], stopwords="en", return_ids=False, show_progress=False)[0]
        known = [token for token in tokens if token in self._bm25.vocab_dict]
        if not known:
            return []
        scores = self._bm25.get_scores(known)
        best = sorted(range(len(scores)), key=lambda row: (-scores[row], row))[:k]
        return [self._places[row] for row in best if scores[row] > 0]
