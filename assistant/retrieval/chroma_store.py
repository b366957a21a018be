"""The Chroma collection: one record per chunk, everything needed to rebuild the chunk in its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.domain.evidence import Chunk
from assistant.retrieval.snapshot import IndexContents
from assistant.retrieval.vector_file import blank_unused
from assistant.retrieval.vectorizing import Progress, no_progress

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

COLLECTION = "guidance"
WRITE_BATCH = 500
_LISTS = ("companies", "topics", "fact_sources")
_SEPARATOR = "|"


def chroma_version() -> str:
    """The installed version, without importing the package."""
    return version("chromadb")


@contextmanager
def open_collection(folder: Path) -> Iterator[Collection]:
    """The collection in `folder`, made when missing; closed at the end, so that no file stays open."""
    import chromadb
    from chromadb.config import Settings

    # Given here, so that no variable and no .env file of the current folder can send traces anywhere.
    quiet = Settings(anonymized_telemetry=False, chroma_otel_collection_endpoint="")
    client: Any = chromadb.PersistentClient(str(folder), settings=quiet)
    try:
        yield client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
    finally:
        client.close()
        blank_unused(folder)


def write_contents(collection: Collection, contents: IndexContents, progress: Progress = no_progress) -> int:
    """Makes the collection hold exactly `contents`; returns the number of records written or removed.

    A record whose chunk and vector space are unchanged is not touched.
    """
    stored = _read_states(collection)
    wanted = {
        chunk.chunk_id: _state(_to_metadata(chunk, space))
        for chunk, space in zip(contents.chunks, contents.embedders, strict=True)
    }
    stale = [key for key in stored if key not in wanted]
    rows = [row for row, key in enumerate(wanted) if stored.get(key) != wanted[key]]
    for start in range(0, len(stale), WRITE_BATCH):
        collection.delete(ids=stale[start : start + WRITE_BATCH])
    for start in range(0, len(rows), WRITE_BATCH):
        progress(start, len(rows), "Storing passages")
        _write_rows(collection, contents, rows[start : start + WRITE_BATCH])
    progress(len(rows), len(rows), "Storing passages")
    return len(stale) + len(rows)


def read_contents(collection: Collection, order: Sequence[str] | None = None) -> IndexContents | None:
    """The chunks of the collection in the order of `order`, or None when it holds other ones."""
    import numpy as np

    found = collection.get(include=["documents", "metadatas", "embeddings"])
    rows = {key: row for row, key in enumerate(found["ids"])}
    documents, metadatas, vectors = found["documents"], found["metadatas"], found["embeddings"]
    if documents is None or metadatas is None or vectors is None or set(rows) != set(rows if order is None else order):
        return None
    places = [rows[key] for key in order or sorted(rows)]
    return IndexContents(
        chunks=tuple(_to_chunk(found["ids"][row], documents[row], metadatas[row]) for row in places),
        vectors=np.asarray([vectors[row] for row in places], dtype=np.float32).reshape(
            len(places), -1 if places else 0
        ),
        embedders=tuple(str(metadatas[row]["embedder"]) for row in places),
    )


def _read_states(collection: Collection) -> dict[str, tuple[tuple[str, Any], ...]]:
    found = collection.get(include=["metadatas"])
    metadatas = found["metadatas"] or []
    return {key: _state(dict(values)) for key, values in zip(found["ids"], metadatas, strict=True)}


def _state(metadata: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(metadata.items()))


def _write_rows(collection: Collection, contents: IndexContents, rows: list[int]) -> None:
    chunks = [contents.chunks[row] for row in rows]
    collection.upsert(
        ids=[chunk.chunk_id for chunk in chunks],
        documents=[chunk.text for chunk in chunks],
        embeddings=contents.vectors[rows],
        metadatas=[_to_metadata(contents.chunks[row], contents.embedders[row]) for row in rows],
    )


def _to_metadata(chunk: Chunk, embedder: str) -> dict[str, Any]:
    values = chunk.model_dump(exclude={"chunk_id", "text"}, exclude_none=True)
    lists = {name: _SEPARATOR.join(values[name]) for name in _LISTS}
    return {**values, **lists, "embedder": embedder}


def _to_chunk(chunk_id: str, text: str, metadata: Any) -> Chunk:
    values = {key: value for key, value in metadata.items() if key != "embedder"}
    for name in _LISTS:
        values[name] = tuple(part for part in str(values[name]).split(_SEPARATOR) if part)
    return Chunk(chunk_id=chunk_id, text=text, **values)
