"""Chroma's vector file holds no memory of the process that made it."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from assistant.domain.evidence import Chunk
from assistant.retrieval.chroma_store import open_collection, read_contents, write_contents
from assistant.retrieval.snapshot import IndexContents
from assistant.retrieval.vector_file import blank_unused


def write_file(folder: Path, *, most: int, held: int, size: int, whole: int | None = None) -> Path:
    folder.mkdir(parents=True)
    (folder / "header.bin").write_bytes(struct.pack("<iQQQQ", 1, 0, most, held, size) + bytes(64))
    data = folder / "data_level0.bin"
    data.write_bytes(b"x" * (most * size if whole is None else whole))
    return data


def test_what_was_never_filled_becomes_zeros_and_what_is_held_stays(tmp_path: Path) -> None:
    data = write_file(tmp_path / "a", most=100, held=40, size=1676)
    assert blank_unused(tmp_path) == 60 * 1676
    assert data.read_bytes() == b"x" * 40 * 1676 + bytes(60 * 1676)


def test_a_file_that_is_full_or_laid_out_otherwise_is_left_alone(tmp_path: Path) -> None:
    full = write_file(tmp_path / "full", most=4, held=4, size=10)
    other = write_file(tmp_path / "other", most=4, held=1, size=10, whole=50)
    (tmp_path / "short").mkdir()
    (tmp_path / "short" / "header.bin").write_bytes(b"\x01")
    assert blank_unused(tmp_path) == 0
    assert set(full.read_bytes()) == set(other.read_bytes()) == {ord("x")}


def test_a_new_index_holds_zeros_where_it_holds_nothing_and_can_still_be_read(tmp_path: Path) -> None:
    chunk = Chunk(chunk_id="a#0", source_id="a", title="A", section="S", publisher="P", text="words", trust="high")
    contents = IndexContents(chunks=(chunk,), vectors=np.ones((1, 8), dtype=np.float32), embedders=("e",))
    with open_collection(tmp_path) as collection:
        write_contents(collection, contents)
    (data,) = tmp_path.glob("*/data_level0.bin")
    assert not data.read_bytes().strip(b"\x00")
    with open_collection(tmp_path) as collection:
        assert read_contents(collection, ["a#0"]) is not None
        assert collection.query(query_embeddings=np.ones((1, 8)), n_results=1)["ids"] == [["a#0"]]
