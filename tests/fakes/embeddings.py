"""HashEmbeddings: an embedder without a model, the same on every machine and in every process."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DIMENSION = 384


class HashEmbeddings:
    """Texts that share words get vectors that are close; `texts` holds all that was embedded so far."""

    def __init__(self, fingerprint: str = "hash-1") -> None:
        self._fingerprint = fingerprint
        self.texts: list[str] = []

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts.extend(texts)
        return np.array([self._embed(text) for text in texts], dtype=np.float32).reshape(-1, DIMENSION)

    def _embed(self, text: str) -> NDArray[np.float32]:
        vector = np.full(DIMENSION, 1e-3, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            digest = hashlib.blake2b(f"{self._fingerprint}:{word}".encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "little") % DIMENSION] += 1
        return vector / np.linalg.norm(vector)
