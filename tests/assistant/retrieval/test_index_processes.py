"""Several processes at one stored index: one writes, the others wait, read on, or find what a killed one left."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from assistant.retrieval.chunking import chunk_library
from assistant.retrieval.index import LOCK_FILE, GuidanceIndex
from assistant.retrieval.loading import Library
from assistant.retrieval.manifest import load_manifest
from assistant.retrieval.own_documents import parse_own_document
from tests.assistant.retrieval.indexes import build
from tests.fakes.embeddings import HashEmbeddings

ROOT = Path(__file__).parents[3]
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
