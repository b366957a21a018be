"""Sentence vectors: all-MiniLM-L6-v2 on onnxruntime; without its published weights the search is lexical only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.encoder.weights import (
    SHA256,
    WEIGHTS_FILE,
    are_published_weights,
    find_weights_folder,
    open_session,
    open_tokenizer,
)
from assistant.encoder.workers import run_beside

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DIMENSION = 384
MAX_TOKENS = 256
BATCH = 32
ONE_BY_ONE = 16
"""So many texts at most are the parts of a message. Each is computed alone: a batch would pad the short ones to the
length of the longest, and the vector of a text would depend, in its last digit, on the texts beside it."""
REMEMBERED = 1024
"""Vectors of 1.5 KB: what a hundred conversations compare in a turn."""
GRAPH_FILE = Path(__file__).with_name("minilm.onnx")


class Embedder(Protocol):
    """Anything that turns texts into vectors of length one; `fingerprint` names the vector space."""

    @property
    def fingerprint(self) -> str:
        """Equal fingerprints mean comparable vectors."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (texts, dimension) float32 of length one, in the order of `texts`."""


class MiniLmEmbedder:
    """all-MiniLM-L6-v2: mean of the token states, at most 256 tokens of each text.

    The session is made by `open` or the first `embed`, whichever comes first; one object serves all threads.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None
        self._embed_one = lru_cache(maxsize=REMEMBERED)(self._embed_now)

    @property
    def fingerprint(self) -> str:
        """Model and settings in one string."""
        return f"minilm-l6-v2:{SHA256[WEIGHTS_FILE][:12]}:mean:{MAX_TOKENS}"

    def open(self) -> None:
        """Loads the session, so that it is ready when the first question comes."""
        self._load()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (texts, 384) float32 of length one, in the order of `texts`.

        A few texts are remembered: one message is compared with passages, questions, objections and intents.
        """
        import numpy as np

        if 0 < len(texts) <= ONE_BY_ONE:
            return np.concatenate(run_beside(self._embed_one, texts))
        return self._embed_now(*texts)

    def _embed_now(self, *texts: str) -> Vectors:
        import numpy as np

        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        if not texts:
            return vectors
        session, tokenizer = self._load()
        tokens = [_cut(encoding.ids) for encoding in tokenizer.encode_batch(list(texts))]
        # Texts of like length share a batch, so that little is computed on padding.
        order = sorted(range(len(texts)), key=lambda place: len(tokens[place]))
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            vectors[places] = _run(session, [tokens[place] for place in places])
        return vectors

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = (open_session(GRAPH_FILE.read_bytes(), self._folder), open_tokenizer(self._folder))
            return self._loaded


def _cut(ids: list[int]) -> list[int]:
    """The first tokens, and the one that closes every text."""
    return ids if len(ids) <= MAX_TOKENS else [*ids[: MAX_TOKENS - 1], ids[-1]]


def _run(session: Any, token_ids: list[list[int]]) -> Vectors:
    import numpy as np

    ids = np.zeros((len(token_ids), max(map(len, token_ids))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(token_ids):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    (vectors,) = session.run(["embedding"], {"input_ids": ids, "attention_mask": mask})
    return np.asarray(vectors, dtype=np.float32)


def load_embedder(
    find_weights: Callable[[], Path | None] = find_weights_folder,
) -> MiniLmEmbedder | None:
    """The embedder when its published weights are installed, else None; one for the whole process."""
    folder = find_weights()
    if folder is None or not are_published_weights(folder):
        return None
    return _embedder_of(folder)


@cache
def _embedder_of(folder: Path) -> MiniLmEmbedder:
    return MiniLmEmbedder(folder)
