"""The index as one read needs it: chunks and vectors in memory, and the file they are read from.

Opening Chroma costs a second of imports, so a question reads this derived copy instead. It is written
from what Chroma holds and named by its content hash; whenever it does not match it is written anew.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from assistant.domain.evidence import Chunk

if TYPE_CHECKING:
    from assistant.retrieval.embedding import Vectors

PLACEHOLDER = "placeholder"
_chunks = TypeAdapter(tuple[Chunk, ...])


@dataclass(frozen=True)
class IndexContents:
    """All that is searched. Row i of `vectors` (chunks, 384) and `embedders[i]` belong to `chunks[i]`.

    `embedders` names the vector space of each row; PLACEHOLDER rows must never be ranked.
    """

    chunks: tuple[Chunk, ...]
    vectors: Vectors
    embedders: tuple[str, ...]

    @property
    def content_hash(self) -> str:
        """sha256 over chunks and vector spaces, in order."""
        digest = hashlib.sha256()
        for chunk, embedder in zip(self.chunks, self.embedders, strict=True):
            digest.update(f"{embedder}\n{chunk.model_dump_json()}\n".encode())
        return digest.hexdigest()


def save_snapshot(contents: IndexContents, path: Path) -> None:
    """Writes the copy; a reader sees the old file or the whole new one."""
    import numpy as np

    text = json.dumps([chunk.model_dump(mode="json") for chunk in contents.chunks])
    draft = path.with_suffix(".draft")
    with draft.open("wb") as file:
        np.savez(
            file,
            vectors=contents.vectors.astype(np.float32),
            chunks=np.frombuffer(text.encode(), dtype=np.uint8),
            embedders=np.frombuffer(json.dumps(contents.embedders).encode(), dtype=np.uint8),
        )
    draft.replace(path)


def load_snapshot(path: Path) -> IndexContents | None:
    """The copy, or None when it is missing or damaged (its zip checksums do not hold)."""
    import numpy as np

    try:
        # A path given to numpy would stay open when the file is damaged.
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            contents = IndexContents(
                chunks=_chunks.validate_json(arrays["chunks"].tobytes()),
                vectors=arrays["vectors"],
                embedders=tuple(json.loads(arrays["embedders"].tobytes())),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, ValidationError):
        return None
    return contents if _is_consistent(contents) else None


def _is_consistent(contents: IndexContents) -> bool:
    rows: Sequence[int] = contents.vectors.shape
    return len(rows) == 2 and rows[0] == len(contents.chunks) == len(contents.embedders)
