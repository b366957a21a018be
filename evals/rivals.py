"""Rivals: the searches Parley's own has to beat, over the same library.

Plain keywords (bm25s as it comes), plain Chroma (MiniLM over the same passages), and the LangChain tutorial
(1,000 characters with 200 of overlap, MiniLM, Chroma).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from itertools import groupby
from typing import Any, Protocol

from assistant.domain.evidence import Chunk
from evals.metrics.ranking import Place

TUTORIAL_CHARACTERS, TUTORIAL_OVERLAP = 1000, 200
_BATCH = 500


class Rival(Protocol):
    """A search over the library."""

    def find(self, query: str, k: int = 10) -> list[Place]:
        """The places of the k best passages, best first."""


def build_rivals(chunks: Sequence[Chunk]) -> dict[str, Rival]:
    """Every rival that can run here, by name; those with vectors need the embedder's weights."""
    from assistant.retrieval.embedding import load_embedder

    rivals: dict[str, Rival] = {"plain BM25": PlainKeywords(chunks)}
    embedder = load_embedder()
    if embedder is None:
        return rivals
    rivals["plain Chroma"] = PlainChroma(embedder, [(_place(chunk), chunk.text) for chunk in chunks])
    if importlib.util.find_spec("langchain_text_splitters"):
        rivals["LangChain tutorial"] = PlainChroma(embedder, _cut_like_the_tutorial(chunks))
    return rivals


def _place(chunk: Chunk) -> Place:
    return chunk.source_id, chunk.section


def _cut_like_the_tutorial(chunks: Sequence[Chunk]) -> list[tuple[Place, str]]:
    """Whole documents cut every 1,000 characters; a piece belongs to a document but to no section."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=TUTORIAL_CHARACTERS, chunk_overlap=TUTORIAL_OVERLAP)
    pieces: list[tuple[Place, str]] = []
    for source_id, group in groupby(chunks, key=lambda chunk: chunk.source_id):
        held = list(group)
        text = "\n\n".join([held[0].title, *(f"## {chunk.section}\n{chunk.text}" for chunk in held)])
        pieces += [((source_id, ""), piece) for piece in splitter.split_text(text)]
    return pieces


class PlainChroma:
    """Nearest vectors of the texts alone, out of a Chroma collection in memory."""

    def __init__(self, embedder: Any, pieces: Sequence[tuple[Place, str]]) -> None:
        import chromadb
        from chromadb.config import Settings

        self._embedder, self._places = embedder, [place for place, _ in pieces]
        client: Any = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        self._collection = client.create_collection(
            f"rival-{id(self)}", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        for start in range(0, len(pieces), _BATCH):
            texts = [text for _, text in pieces[start : start + _BATCH]]
            ids = [str(start + number) for number in range(len(texts))]
            self._collection.add(ids=ids, documents=texts, embeddings=embedder.embed(texts))

    def find(self, query: str, k: int = 10) -> list[Place]:
        """The places of the k nearest texts."""
        found = self._collection.query(query_embeddings=self._embedder.embed([query]), n_results=k, include=[])
        return [self._places[int(key)] for key in found["ids"][0]]


class PlainKeywords:
    """BM25 over title, heading and text with the settings and stop words of bm25s, without stems."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        import bm25s

        self._places = [_place(chunk) for chunk in chunks]
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
