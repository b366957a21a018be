"""Searches the library: keywords and meaning, joined by rank, with the right company first."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.domain.evidence import DocumentKind, Hit, SearchMode, SearchResult
from assistant.retrieval.asked import AskedIndex
from assistant.retrieval.chosen_embedding import CHOSEN
from assistant.retrieval.chunking import indexed_text
from assistant.retrieval.companies import find_companies, normalize_company
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.fusion import blend, nearest, rank, weigh
from assistant.retrieval.keyword import KeywordIndex
from assistant.retrieval.snapshot import IndexContents
from assistant.retrieval.support import Closeness, estimate_support

if TYPE_CHECKING:
    from assistant.retrieval.fusion import Scores
    from assistant.retrieval.langchain_retriever import LibraryRetriever

logger = logging.getLogger(__name__)

DEFAULT_HITS = 8
MAX_QUERY_CHARACTERS = 4000
COVERAGE_DEPTH = 5
KEYWORDS_WEIGHT = 0.5
"""Against 1 for meaning: many words of a query are about the person, not the topic."""


class GuidanceRetriever:
    """Searches `contents`. Without an embedder, or when it fails, by keywords only.

    `asked` adds how close the query comes to questions the passages are known to answer.
    """

    def __init__(self, contents: IndexContents, embedder: Embedder | None, asked: AskedIndex | None = None) -> None:
        self._contents = contents
        self._embedder = embedder
        self._asked = asked
        self._ids = [chunk.chunk_id for chunk in contents.chunks]
        self._companies = frozenset(name for chunk in contents.chunks for name in chunk.companies)

    @property
    def mode(self) -> SearchMode:
        """Whether meaning is searched, or words only."""
        return "lexical only" if self._embedder is None else "hybrid"

    def search(
        self,
        query: str,
        k: int = DEFAULT_HITS,
        companies: Iterable[str] = (),
        kinds: Collection[DocumentKind] = (),
    ) -> list[Hit]:
        """The `k` best passages, best first; see `find`."""
        return list(self.find(query, k, companies, kinds).hits)

    def find(
        self,
        query: str,
        k: int = DEFAULT_HITS,
        companies: Iterable[str] = (),
        kinds: Collection[DocumentKind] = (),
    ) -> SearchResult:
        """The `k` best passages with the support they give.

        Args:
            query: the words of a person or of a chat model.
            k: the most hits wanted.
            companies: employers known from elsewhere, such as the case; those the query names are found.
            kinds: when given, only documents of these kinds.
        """
        query = query[:MAX_QUERY_CHARACTERS]
        by_words = self._mask(self._keywords.score_share(query), kinds)
        by_meaning = self._score_by_meaning(query)
        near = []
        if by_meaning is not None:
            by_meaning = self._mask(by_meaning, kinds)
            near.append(by_meaning)
        by_questions = None if self._asked is None else self._asked.score(query)
        if by_questions is not None:
            near.append(self._mask(by_questions, kinds))
        legs = [(KEYWORDS_WEIGHT, by_words), *([(1.0, nearest(near))] if near else [])]
        hits = self._weigh(blend(legs, self._ids), self._find_companies(query, companies))
        return SearchResult(
            hits=tuple(hits[: max(k, 0)]),
            mode=self.mode,
            support=estimate_support(self._measure(query, rank(by_words, self._ids), by_meaning, by_questions)),
        )

    def as_langchain(self, k: int = DEFAULT_HITS) -> LibraryRetriever:
        """The same search as a LangChain retriever of `k` documents."""
        from assistant.retrieval.langchain_retriever import LibraryRetriever

        return LibraryRetriever(guidance=self, k=k)

    @cached_property
    def _keywords(self) -> KeywordIndex:
        return KeywordIndex([indexed_text(chunk) for chunk in self._contents.chunks])

    @cached_property
    def _is_comparable(self) -> Scores:
        """1.0 for each row whose vector is of the embedder's space, else 0.0."""
        import numpy as np

        space = self._embedder.fingerprint if self._embedder else ""
        return np.array([name == space for name in self._contents.embedders], dtype=np.float32)

    def _score_by_meaning(self, query: str) -> Scores | None:
        if self._embedder is None:
            return None
        try:
            vector = self._embedder.embed([query])[0]
        except Exception as error:
            # A broken runtime must cost the meaning leg only, never the search.
            logger.warning("searching by keywords only: %s", type(error).__name__)
            self._embedder = None
            return None
        if self._contents.vectors.shape[1] != len(vector):
            return None
        cosines: Scores = self._contents.vectors @ vector * self._is_comparable
        return cosines

    def _mask(self, scores: Scores, kinds: Collection[DocumentKind]) -> Scores:
        if not kinds:
            return scores
        import numpy as np

        wanted = [chunk.kind in kinds for chunk in self._contents.chunks]
        return scores * np.array(wanted, dtype=np.float32)

    def _find_companies(self, query: str, given: Iterable[str]) -> frozenset[str]:
        return find_companies(query, self._companies) | {normalize_company(name) for name in given if name}

    def _weigh(self, fused: dict[int, float], companies: frozenset[str]) -> list[Hit]:
        chunks = self._contents.chunks
        hits = [
            Hit(chunk=chunks[row], score=round(weigh(score, chunks[row], companies), 6)) for row, score in fused.items()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk.chunk_id))

    def _measure(
        self, query: str, best_rows: list[int], cosines: Scores | None, by_questions: Scores | None
    ) -> Closeness:
        keywords = self._keywords
        tokens = set(keywords.tokenizer.tokenize(query))
        total = sum(map(keywords.weigh_token, tokens))
        coverage = 0.0
        for row in best_rows[:COVERAGE_DEPTH]:
            held = tokens & set(keywords.tokenizer.tokenize(indexed_text(self._contents.chunks[row])))
            coverage = max(coverage, sum(map(keywords.weigh_token, held)) / total)
        # How near is near was measured for the local embedder only; others count words for this.
        measured = self._embedder is not None and not self._embedder.fingerprint.startswith(CHOSEN)
        nearest = float(cosines.max(initial=0.0)) if cosines is not None and measured else None
        asked = float(by_questions.max(initial=0.0)) if by_questions is not None and nearest is not None else None
        return Closeness(cosine=nearest, coverage=coverage, asked=asked)
