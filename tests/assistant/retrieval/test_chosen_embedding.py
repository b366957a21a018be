from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding, Embeddings

from assistant.errors import InputError
from assistant.llm.embeddings import build_embeddings
from assistant.retrieval.chosen_embedding import ChosenEmbedder, index_name
from assistant.retrieval.guidance import GuidanceLibrary

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


class Unreachable(Embeddings):
    """A provider that cannot be reached."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise ConnectionError

    def embed_query(self, text: str) -> list[float]:
        raise ConnectionError


def test_vectors_have_length_one_whatever_their_number() -> None:
    embedder = ChosenEmbedder("fake:small", DeterministicFakeEmbedding(size=50))
    vectors = embedder.embed(["one", "two"])
    assert vectors.shape == (2, 50)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1])
    assert embedder.embed([]).shape[0] == 0


def test_each_embedding_keeps_an_index_of_its_own(tmp_path: Path) -> None:
    for name, size in (("fake:small", 50), ("fake:large", 70)):
        embedder = ChosenEmbedder(name, DeterministicFakeEmbedding(size=size))
        folder = tmp_path / index_name(name)
        GuidanceLibrary(KNOWLEDGE, folder, search_embedder=embedder)
        again = GuidanceLibrary(KNOWLEDGE, folder, search_embedder=embedder)
        assert again.index.state == "up to date"
        assert again.index.contents.vectors.shape[1] == size
        assert again.mode == "hybrid"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_provider_that_cannot_be_reached_leaves_the_search_by_words(tmp_path: Path) -> None:
    library = GuidanceLibrary(KNOWLEDGE, tmp_path, search_embedder=ChosenEmbedder("fake:x", Unreachable()))
    assert library.notes
    assert library.find("what is a cliff").hits


def test_a_provider_nobody_knows_is_named() -> None:
    with pytest.raises(InputError, match="PARLEY_EMBEDDINGS"):
        build_embeddings("nobody:model", None, None)
