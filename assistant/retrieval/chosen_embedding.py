"""Chosen embedding: any LangChain embedding as the embedder of the search, in a vector space of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from assistant.retrieval.embedding import Vectors

CHOSEN = "chosen:"


class ChosenEmbedder:
    """Vectors of `model`, brought to length one.

    Args:
        name: what the person chose, "provider:model"; it names the vector space.
        model: the LangChain embedding behind it.
    """

    def __init__(self, name: str, model: Embeddings) -> None:
        self._name, self._model = name, model

    @property
    def fingerprint(self) -> str:
        """The vector space: vectors of another choice are never compared with these."""
        return CHOSEN + self._name

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (texts, dimension) float32 of length one; raises what the provider raises."""
        import numpy as np

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        vectors = np.asarray(self._model.embed_documents(list(texts)), dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        found: Vectors = vectors / np.maximum(lengths, np.float32(1e-12))
        return found


def index_name(embedding: str | None) -> str:
    """Name of the folder that keeps the index of an embedding; each has its own.

    >>> index_name(None), index_name("openai:text-embedding-3-small")
    ('index', 'index-openai-text-embedding-3-small')
    """
    return "index-" + re.sub(r"[^a-z0-9]+", "-", embedding.lower()).strip("-") if embedding else "index"
