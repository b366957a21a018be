from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.evidence import Document
from assistant.errors import IndexUnavailable
from assistant.retrieval.chunking import chunk_library
from assistant.retrieval.index import LOCK_FILE, GuidanceIndex
from assistant.retrieval.loading import Library
from assistant.retrieval.manifest import MANIFEST_FILE, load_manifest
from assistant.retrieval.own_documents import parse_own_document
from assistant.retrieval.shipped_vectors import ShippedVectors
from assistant.retrieval.snapshot import PLACEHOLDER
from tests.fakes.embeddings import HashEmbeddings

ROOT = Path(__file__).parents[3]
NOTE = "The person's own note about vesting, " + "which is long enough to stand alone. " * 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def with_own(library: Library, text: str = NOTE) -> Library:
    return library.with_documents([parse_own_document("note.txt", text)])


def build(folder: Path, library: Library, embedder: HashEmbeddings | None = None) -> GuidanceIndex:
    index = GuidanceIndex(folder, embedder or HashEmbeddings())
    index.sync(library)
    return index


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


def test_an_up_to_date_index_is_opened_without_importing_chroma(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    code = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(ROOT)!r})
        from assistant.retrieval.index import GuidanceIndex
        from assistant.retrieval.loading import load_library
        from tests.fakes.embeddings import HashEmbeddings
        index = GuidanceIndex(Path({str(folder)!r}), HashEmbeddings())
        index.sync(load_library(Path({str(folder.parent / "knowledge")!r})))
        print(index.state, "chromadb" in sys.modules, "langchain_core" in sys.modules)
    """
    assert run(code) == "up to date False False"


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


# --- damage: each of these must end in a right answer, never in a dead process ---


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


def test_a_writer_that_never_ends_is_waited_for_and_then_left_alone(folder: Path, small_library: Library) -> None:
    from filelock import FileLock

    folder.mkdir()
    seen: list[str] = []
    with FileLock(folder / LOCK_FILE):
        index = GuidanceIndex(folder, HashEmbeddings(), writer_wait_seconds=0.3)
        index.sync(small_library, lambda done, total, text: seen.append(text))
    assert index.state == "in memory"
    assert "Another window" in index.notes[0]
    assert "Waiting" in seen[0]


def test_a_rebuild_starts_from_the_documents(folder: Path, small_library: Library) -> None:
    index = build(folder, small_library)
    before = load_manifest(folder)
    index.rebuild(small_library)
    after = load_manifest(folder)
    assert before is not None
    assert after is not None
    assert index.state == "rebuilt"
    assert before.generation != after.generation


# --- other processes ---

WRITER = """
    import sys, time
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from assistant.retrieval.index import GuidanceIndex
    from assistant.retrieval.loading import load_library
    from assistant.retrieval.own_documents import parse_own_document
    from tests.fakes.embeddings import HashEmbeddings

    class Slow(HashEmbeddings):
        def embed(self, texts):
            time.sleep({pause})
            return super().embed(texts)

    library = load_library(Path({knowledge!r}))
    notes = [parse_own_document(f"note {{n}}.txt", f"Note {{n}} of a person. " * 30) for n in range({notes})]
    embedder = Slow()
    index = GuidanceIndex(Path({folder!r}), embedder)
    print("ready", flush=True)
    index.sync(library.with_documents(notes))
    print(index.state, len(embedder.texts), len(index.contents.chunks), *index.notes, flush=True)
"""


def start(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True)


def run(code: str) -> str:
    process = start(code)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.strip()


def writer(folder: Path, pause: float = 0.0, notes: int = 3) -> str:
    knowledge = str(folder.parent / "knowledge")
    return WRITER.format(root=str(ROOT), knowledge=knowledge, folder=str(folder), pause=pause, notes=notes)


def test_of_two_writers_one_waits_and_finds_the_index_up_to_date(folder: Path, small_library: Library) -> None:
    processes = [start(writer(folder, pause=0.3)) for _ in range(2)]
    outputs = sorted(process.communicate(timeout=120)[0].split("\n")[1] for process in processes)
    assert [process.returncode for process in processes] == [0, 0]
    first, second = outputs
    assert first.startswith("rebuilt")
    assert second.startswith("up to date 0 ")
    assert first.split()[-1] == second.split()[-1]


def test_readers_go_on_while_another_process_writes(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    process = start(writer(folder, pause=0.1, notes=40))
    states = set()
    while process.poll() is None:
        index = GuidanceIndex(folder, HashEmbeddings(), writer_wait_seconds=60)
        manifest = load_manifest(folder)
        if manifest is not None and len(manifest.files) and process.poll() is None:
            contents = index._open_current(folder, manifest.wanted)
            states.add(len(contents.chunks) if contents else 0)
        time.sleep(0.01)
    process.communicate()
    assert process.returncode == 0
    assert states <= {0, len(chunk_library(small_library)), len(chunk_library(small_library)) + 40}


@pytest.mark.parametrize("after", [0.0, 0.2, 0.6, 1.2, 1.6])
def test_a_writer_killed_at_any_moment_leaves_nothing_broken(
    after: float, folder: Path, small_library: Library
) -> None:
    build(folder, small_library)
    process = start(writer(folder, pause=0.1, notes=30))
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.kill()
    process.communicate()
    notes = [parse_own_document(f"note {n}.txt", f"Note {n} of a person. " * 30) for n in range(30)]
    library = small_library.with_documents(notes)
    index = build(folder, library)
    assert index.contents.chunks == chunk_library(library)
    assert index.notes == ()
    assert build(folder, library).state == "up to date"


def test_documents_are_part_of_what_an_index_was_built_for(folder: Path, small_library: Library) -> None:
    build(folder, small_library)
    renamed: list[Document] = [
        document.model_copy(update={"title": "Another title"}) for document in small_library.documents
    ]
    index = build(folder, small_library.with_documents(renamed))
    assert index.state == "updated"
    assert {chunk.title for chunk in index.contents.chunks} == {"Another title"}
