from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.evidence import Document
from assistant.errors import IndexUnavailable
from assistant.retrieval.chunking import chunk_library
from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.loading import Library
from assistant.retrieval.manifest import load_manifest
from assistant.retrieval.shipped_vectors import ShippedVectors
from assistant.retrieval.snapshot import PLACEHOLDER
from tests.assistant.retrieval.indexes import NOTE, build, with_own
from tests.fakes.embeddings import HashEmbeddings


def test_nothing_can_be_searched_before_the_first_sync(folder: Path) -> None:
    with pytest.raises(IndexUnavailable):
        _ = GuidanceIndex(folder, None).contents


def test_a_fresh_index_holds_every_chunk_with_its_vector(folder: Path, small_library: Library) -> None:
    index = build(folder, small_library)
    assert index.state == "rebuilt"
    assert index.contents.chunks == chunk_library(small_library)
    assert set(index.contents.embedders) == {"hash-1"}
    assert index.notes == ()


def test_chroma_holds_what_is_searched(folder: Path, small_library: Library) -> None:
    from assistant.retrieval.chroma_store import open_collection, read_contents

    index = build(folder, small_library)
    manifest = load_manifest(folder)
    assert manifest is not None
    with open_collection(folder / manifest.generation) as collection:
        stored = read_contents(collection, [chunk.chunk_id for chunk in index.contents.chunks])
        near = collection.query(query_embeddings=index.contents.vectors[:1].tolist(), n_results=1)
    assert stored is not None
    assert stored.chunks == index.contents.chunks
    assert near["ids"] == [[index.contents.chunks[0].chunk_id]]


def test_an_unchanged_library_costs_no_embedding_and_no_write(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    embedder = HashEmbeddings()
    assert build(folder, small_library, embedder).state == "up to date"
    assert embedder.texts == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == before


def test_a_changed_document_replaces_its_chunks_and_embeds_only_what_is_new(
    folder: Path, small_library: Library
) -> None:
    build(folder, with_own(small_library, NOTE + "\n\n## Second\n\n" + "More words here. " * 40))
    embedder = HashEmbeddings()
    index = build(folder, with_own(small_library, NOTE + "\n\nOne more line."), embedder)
    assert index.state == "updated"
    own = [chunk for chunk in index.contents.chunks if chunk.kind == "own"]
    assert len(own) == 1
    assert own[0].text.endswith("One more line.")
    assert len(embedder.texts) == 1


def test_a_removed_document_leaves_nothing_behind(folder: Path, small_library: Library) -> None:
    build(folder, with_own(small_library))
    index = build(folder, small_library)
    assert index.state == "updated"
    assert all(chunk.kind != "own" for chunk in index.contents.chunks)
    assert len(list(folder.glob("snapshot-*"))) == 1


def test_another_embedder_replaces_the_vectors_in_place(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    generation = load_manifest(folder).generation  # type: ignore[union-attr]
    index = build(folder, small_library, HashEmbeddings("hash-2"))
    assert (index.state, set(index.contents.embedders)) == ("updated", {"hash-2"})
    assert load_manifest(folder).generation == generation  # type: ignore[union-attr]


def test_without_an_embedder_vectors_are_placeholders_until_one_arrives(folder: Path, small_library: Library) -> None:
    index = GuidanceIndex(folder, None)
    index.sync(small_library)
    assert set(index.contents.embedders) == {PLACEHOLDER}
    again = build(folder, small_library)
    assert (again.state, set(again.contents.embedders)) == ("updated", {"hash-1"})


def test_vectors_are_kept_when_the_embedder_goes_away_for_a_while(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    index = GuidanceIndex(folder, None)
    index.sync(with_own(small_library))
    assert sorted(set(index.contents.embedders)) == ["hash-1", PLACEHOLDER]
    embedder = HashEmbeddings()
    build(folder, with_own(small_library), embedder)
    assert len(embedder.texts) == 1


def test_shipped_vectors_save_the_embedding(folder: Path, small_library: Library) -> None:
    fake = HashEmbeddings()
    contents = GuidanceIndex(None, fake).sync(small_library)
    pairs = zip(contents.chunks, contents.vectors.astype("float16"), strict=True)
    shipped = ShippedVectors("hash-1", {chunk.content_hash: vector for chunk, vector in pairs})
    embedder = HashEmbeddings()
    index = GuidanceIndex(folder, embedder, lambda: shipped)
    index.sync(small_library)
    assert embedder.texts == []
    assert abs(index.contents.vectors - contents.vectors).max() < 1e-3


def test_progress_counts_up_to_the_total(folder: Path, small_library: Library) -> None:
    seen: list[tuple[int, int, str]] = []
    GuidanceIndex(folder, HashEmbeddings()).sync(small_library, lambda *step: seen.append(step))
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1] > 0


def test_a_rebuild_starts_from_the_documents(folder: Path, small_library: Library) -> None:
    index = build(folder, small_library)
    before = load_manifest(folder)
    index.rebuild(small_library)
    after = load_manifest(folder)
    assert before is not None
    assert after is not None
    assert index.state == "rebuilt"
    assert before.generation != after.generation


def test_documents_are_part_of_what_an_index_was_built_for(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    renamed: list[Document] = [
        document.model_copy(update={"title": "Another title"}) for document in small_library.documents
    ]
    index = build(folder, small_library.with_documents(renamed))
    assert index.state == "updated"
    assert {chunk.title for chunk in index.contents.chunks} == {"Another title"}
