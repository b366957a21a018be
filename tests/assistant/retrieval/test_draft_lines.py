from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.draft_lines import FITTED_FILE, LINES_FILE, DraftLineReader, load_draft_line_reader
from assistant.retrieval.embedding import load_embedder
from assistant.retrieval.loading import load_utterances
from tests.assistant.retrieval.conftest import KNOWLEDGE
from tests.fakes.embeddings import HashEmbeddings

LINES = {
    "warm": ("thank you so much", "I love the team", "so happy about the team"),
    "need, ask": ("my rent is up so I need 60k",),
    "need": ("the mortgage is heavy", "my rent is high", "rent and mortgage"),
    "plain": ("see you on Monday", "the letter came"),
}
HINT = "run: python -m assistant.retrieval.shipped_vectors"


def best(reader: DraftLineReader, line: str) -> str:
    (scores,) = reader.read([line])
    return max(scores, key=lambda tag: scores[tag])


@pytest.mark.parametrize("embedder", [None, HashEmbeddings()])
def test_a_line_is_told_by_its_likeness_with_or_without_vectors(embedder: HashEmbeddings | None) -> None:
    reader = DraftLineReader(LINES, embedder)
    assert reader.tags == ["ask", "need", "warm"]
    assert best(reader, "the rent and the mortgage") == "need"
    assert best(reader, "happy with the team, thank you") == "warm"


def test_what_is_kept_on_disk_gives_the_same_scores(tmp_path: Path) -> None:
    path = tmp_path / FITTED_FILE
    DraftLineReader(LINES, HashEmbeddings()).save(path)
    kept = DraftLineReader(LINES, HashEmbeddings(), path).read(["my rent is high"])[0]
    fresh = DraftLineReader(LINES, HashEmbeddings()).read(["my rent is high"])[0]
    assert kept == pytest.approx(fresh, abs=0.01)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nonsense"])
def test_a_damaged_file_only_costs_time(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FITTED_FILE
    path.write_bytes(content)
    assert best(DraftLineReader(LINES, None, path), "my rent") == "need"


def test_a_broken_embedder_costs_the_meaning_only() -> None:
    class Broken(HashEmbeddings):
        def embed(self, texts: object) -> np.ndarray:  # type: ignore[type-arg, override]
            raise RuntimeError("no runtime")

    assert best(DraftLineReader(LINES, Broken()), "my rent is high") == "need"


def test_a_line_is_embedded_once() -> None:
    embedder = HashEmbeddings()
    reader = DraftLineReader(LINES, embedder)
    reader.read(["my rent"])
    before = len(embedder.texts)
    assert reader.read(["my rent", "my rent"])[0] == reader.read(["my rent"])[0]
    assert len(embedder.texts) == before


def test_the_shipped_file_fits_the_lines() -> None:
    embedder = load_embedder()
    if embedder is None:
        pytest.skip("the weights are not installed")
    reader = load_draft_line_reader(KNOWLEDGE, embedder)
    with np.load(KNOWLEDGE / FITTED_FILE) as arrays:
        assert str(arrays["key"]) == reader._key, HINT


def test_every_tag_has_enough_lines_and_there_are_many_harmless_ones() -> None:
    lines = load_utterances(KNOWLEDGE / LINES_FILE)
    counts = {tag: sum(len(group) for key, group in lines.items() if tag in key.split(", ")) for tag in
              {tag for key in lines for tag in key.split(", ")}}  # fmt: skip
    assert counts.pop("plain") >= 300
    assert min(counts.values()) >= 40
