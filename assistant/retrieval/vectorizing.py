"""Gets the vectors of chunks at the least cost: those already known are reused, only the rest is embedded."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.domain.evidence import Chunk
from assistant.retrieval.chunking import indexed_text
from assistant.retrieval.embedding import DIMENSION, Embedder
from assistant.retrieval.shipped_vectors import ShippedVectors
from assistant.retrieval.snapshot import PLACEHOLDER, IndexContents

if TYPE_CHECKING:
    from assistant.retrieval.embedding import Vectors

Progress = Callable[[int, int, str], None]
"""Called with what is done, the total, and what is being done."""

EMBED_BATCH = 16


def no_progress(done: int, total: int, text: str) -> None:
    """Takes progress and shows nothing."""


@dataclass
class Vectorizer:
    """An embedder, if there is one, and every vector that need not be computed again."""

    embedder: Embedder | None
    shipped: Callable[[], ShippedVectors] = ShippedVectors
    _known: dict[tuple[str, str], Any] = field(default_factory=dict)

    def remember(self, contents: IndexContents) -> None:
        """Keeps the vectors of an earlier index for reuse, whatever happens to its files."""
        for chunk, vector, space in zip(contents.chunks, contents.vectors, contents.embedders, strict=True):
            if space != PLACEHOLDER:
                self._known[space, chunk.content_hash] = vector

    def vectorize(self, chunks: Sequence[Chunk], progress: Progress = no_progress) -> IndexContents:
        """The chunks with a vector each; placeholders where nothing can embed them."""
        import numpy as np

        space = self._space()
        spaces = [space] * len(chunks)
        rows: list[Any] = [self._known.get((space, chunk.content_hash)) for chunk in chunks]
        missing = [number for number, row in enumerate(rows) if row is None]
        if self.embedder is None:
            length = next((len(row) for row in rows if row is not None), DIMENSION)
            for number in missing:
                rows[number], spaces[number] = build_placeholder(chunks[number], length), PLACEHOLDER
        else:
            _embed(self.embedder, chunks, missing, rows, progress)
        vectors = np.array(rows, dtype=np.float32) if rows else np.zeros((0, DIMENSION), dtype=np.float32)
        return IndexContents(tuple(chunks), vectors, tuple(spaces))

    def _space(self) -> str:
        shipped = self.shipped()
        for key, vector in shipped.by_hash.items():
            self._known[shipped.embedder, key] = vector
        if self.embedder is not None:
            return self.embedder.fingerprint
        # Without an embedder the vectors of the commonest space are kept for the day it comes back.
        spaces = Counter(sorted(space for space, _ in self._known))
        return spaces.most_common(1)[0][0] if spaces else PLACEHOLDER


def _embed(
    embedder: Embedder, chunks: Sequence[Chunk], missing: list[int], rows: list[Any], progress: Progress
) -> None:
    for start in range(0, len(missing), EMBED_BATCH):
        progress(start, len(missing), "Reading new passages")
        batch = missing[start : start + EMBED_BATCH]
        found = embedder.embed([indexed_text(chunks[number]) for number in batch])
        for number, vector in zip(batch, found, strict=True):
            rows[number] = vector
    if missing:
        progress(len(missing), len(missing), "Reading new passages")


def build_placeholder(chunk: Chunk, length: int = DIMENSION) -> Vectors:
    """A vector (length,) of size one made of hashed words: Chroma wants one, no search ever ranks by it."""
    import numpy as np

    vector = np.zeros(length, dtype=np.float32)
    vector[0] = 1e-6
    for word in chunk.text.lower().split():
        place = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "little")
        vector[place % length] += 1
    return vector / np.float32(np.linalg.norm(vector))
