from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.embedding import load_embedder
from assistant.retrieval.loading import Library
from assistant.retrieval.shipped_vectors import (
    VECTORS_FILE,
    list_texts,
    load_shipped_vectors,
    save_shipped_vectors,
)
from tests.assistant.retrieval.conftest import KNOWLEDGE
from tests.fakes.embeddings import HashEmbeddings

HINT = "run: python -m assistant.retrieval.shipped_vectors"


def test_every_text_of_the_built_in_library_has_its_vector(builtin_library: Library) -> None:
    texts = list_texts(builtin_library)
    shipped = load_shipped_vectors(KNOWLEDGE / VECTORS_FILE)
    assert [key for key in texts if key not in shipped.by_hash] == [], HINT
    assert len(shipped.by_hash) == len(texts), HINT


def test_shipped_vectors_agree_with_fresh_ones(builtin_library: Library) -> None:
    embedder = load_embedder()
    if embedder is None:
        pytest.skip("the weights are not installed")
    texts = list_texts(builtin_library)
    shipped = load_shipped_vectors(KNOWLEDGE / VECTORS_FILE)
    assert shipped.embedder == embedder.fingerprint
    sample = sorted(texts)[:: max(1, len(texts) // 20)]
    kept = np.array([shipped.by_hash[key] for key in sample], dtype=np.float32)
    fresh = embedder.embed([texts[key] for key in sample])
    cosines = (kept * fresh).sum(axis=1) / np.linalg.norm(kept, axis=1)
    assert cosines.min() > 0.999


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    texts = {"00" * 32: "one", "ff" * 32: "two"}
    for name in ("a.npz", "b.npz"):
        save_shipped_vectors(tmp_path / name, texts, HashEmbeddings())
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    loaded = load_shipped_vectors(tmp_path / "a.npz")
    assert loaded.embedder == "hash-1"
    assert sorted(loaded.by_hash) == sorted(texts)


def test_a_missing_or_damaged_file_only_costs_time(tmp_path: Path) -> None:
    path = tmp_path / "v.npz"
    assert load_shipped_vectors(path).by_hash == {}
    path.write_bytes(b"PK\x03\x04 nonsense")
    assert load_shipped_vectors(path).by_hash == {}
