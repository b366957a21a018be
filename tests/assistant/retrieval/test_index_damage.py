"""Damage to the stored index: each kind must end in a right answer, never in a dead process."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.retrieval.chunking import chunk_library
from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.loading import Library
from assistant.retrieval.manifest import MANIFEST_FILE
from assistant.retrieval.snapshot import PLACEHOLDER
from tests.assistant.retrieval.indexes import build, with_own
from tests.fakes.embeddings import HashEmbeddings


def generation_files(folder: Path, suffix: str) -> list[Path]:
    return [path for path in folder.rglob(f"*{suffix}") if path.is_file()]


def overwrite(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)


def damage_every(suffix: str, change: Callable[[Path], None]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        found = generation_files(folder, suffix)
        assert found
        for path in found:
            change(path)

    return apply


def random_bytes(path: Path) -> None:
    size = path.stat().st_size
    overwrite(path, random.Random(7).randbytes(max(size, 16)))


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def foreign_manifest(folder: Path) -> None:
    path = folder / MANIFEST_FILE
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(values | {"schema_version": 99}), encoding="utf-8")


def other_chroma(folder: Path) -> None:
    path = folder / MANIFEST_FILE
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(values | {"chroma_version": "0.0.1"}), encoding="utf-8")


DAMAGE = {
    "generation deleted": lambda folder: [shutil.rmtree(path) for path in folder.glob("chroma-*")],
    "manifest deleted": lambda folder: (folder / MANIFEST_FILE).unlink(),
    "manifest cut": lambda folder: truncate(folder / MANIFEST_FILE),
    "manifest foreign": foreign_manifest,
    "manifest of another chroma": other_chroma,
    "sqlite zeroed": damage_every(".sqlite3", lambda path: overwrite(path, bytes(4096))),
    "sqlite random": damage_every(".sqlite3", random_bytes),
    "sqlite cut": damage_every(".sqlite3", truncate),
    "sqlite removed": damage_every(".sqlite3", lambda path: path.unlink()),
    "hnsw random": damage_every(".bin", random_bytes),
    "hnsw cut": damage_every("data_level0.bin", truncate),
    "hnsw removed": damage_every(".bin", lambda path: path.unlink()),
    "stray journal": lambda folder: [
        (path / "chroma.sqlite3-journal").write_bytes(b"x") for path in folder.glob("chroma-*")
    ],
    "snapshot random": damage_every(".npz", random_bytes),
    "snapshot cut": damage_every(".npz", truncate),
    "snapshot removed": damage_every(".npz", lambda path: path.unlink()),
    "all of it": shutil.rmtree,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_index_is_rebuilt_before_chroma_opens_it(kind: str, folder: Path, small_library: Library) -> None:
    library = with_own(small_library)
    expected = build(folder, library).contents
    DAMAGE[kind](folder)
    index = build(folder, library)
    assert index.state in ("rebuilt", "updated")
    assert index.notes == ()
    assert index.contents.chunks == expected.chunks
    assert abs(index.contents.vectors - expected.vectors).max() < 1e-6
    assert build(folder, library).state == "up to date"
    assert len(list(folder.glob("chroma-*"))) == 1


def test_damage_that_keeps_size_and_time_is_found_before_the_next_write(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    for path in generation_files(folder, ".sqlite3"):
        status = path.stat()
        random_bytes(path)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    index = build(folder, with_own(small_library))
    assert (index.state, index.notes) == ("rebuilt", ())


def test_vectors_survive_the_loss_of_the_chroma_files(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    for path in folder.glob("chroma-*"):
        shutil.rmtree(path)
    embedder = HashEmbeddings()
    build(folder, small_library, embedder)
    assert embedder.texts == []


def test_a_folder_that_cannot_be_used_leaves_an_index_in_memory(tmp_path: Path, small_library: Library) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    index = build(blocked / "index", small_library)
    assert index.state == "in memory"
    assert "in memory" in index.notes[0]
    assert len(index.contents.chunks) == len(chunk_library(small_library))


def test_an_error_of_chroma_leaves_an_index_in_memory(
    folder: Path, small_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("assistant.retrieval.index.write_contents", fail)
    index = build(folder, small_library)
    assert index.state == "in memory"
    assert "could not be written" in index.notes[0]


def test_an_embedder_that_fails_costs_the_vectors_only(folder: Path, small_library: Library) -> None:
    class Broken(HashEmbeddings):
        def embed(self, texts: object) -> object:  # type: ignore[override]
            raise RuntimeError("no such instruction")

    index = GuidanceIndex(folder, Broken())
    index.sync(small_library)
    assert index.state == "in memory"
    assert set(index.contents.embedders) == {PLACEHOLDER}
