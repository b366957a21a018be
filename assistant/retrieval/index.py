"""The guidance index: the library's passages in one Chroma collection, kept in step with the library.

It is a cache of the library: anything missing, damaged or foreign is rebuilt from the documents into a
fresh folder. One process writes at a time; readers use the derived snapshot and never wait or break.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from assistant.errors import IndexUnavailable
from assistant.retrieval.chroma_store import (
    chroma_version,
    open_collection,
    read_contents,
    write_contents,
)
from assistant.retrieval.chunking import CHUNKER_VERSION, chunk_library
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.loading import Library
from assistant.retrieval.manifest import (
    Manifest,
    are_files_intact,
    load_manifest,
    mark_files,
    save_manifest,
)
from assistant.retrieval.shipped_vectors import ShippedVectors
from assistant.retrieval.snapshot import IndexContents, load_snapshot, save_snapshot
from assistant.retrieval.vectorizing import Progress, Vectorizer, no_progress

logger = logging.getLogger(__name__)

State = Literal["up to date", "updated", "rebuilt", "in memory"]
GENERATION_PREFIX = "chroma-"
SNAPSHOT_PATTERN = "snapshot-*.npz"
LOCK_FILE = "writer.lock"
WRITER_WAIT_SECONDS = 600.0
MAX_ROUNDING = 1e-2


class GuidanceIndex:
    """The index in `folder`. Call `sync` first; then `contents` holds what can be searched.

    `state` tells what the last `sync` did and `notes` holds sentences for the person, such as that the
    folder cannot be written. With `folder` None everything stays in memory.
    """

    def __init__(
        self,
        folder: Path | None,
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
        writer_wait_seconds: float = WRITER_WAIT_SECONDS,
    ) -> None:
        self._folder = folder
        self._embedder = embedder
        self._shipped = shipped
        self._wait = writer_wait_seconds
        self._contents: IndexContents | None = None
        self.notes: tuple[str, ...] = ()
        self.state: State = "in memory"

    @property
    def contents(self) -> IndexContents:
        """What the last `sync` left to search.

        Raises:
            IndexUnavailable: `sync` was never called.
        """
        if self._contents is None:
            raise IndexUnavailable("The library was not opened yet: call sync first.")
        return self._contents

    def sync(self, library: Library, progress: Progress = no_progress) -> IndexContents:
        """Brings the index in step with `library`: new and changed chunks are written, stale ones removed.

        Never fails because of the folder: what cannot be stored is kept in memory, with a note.
        """
        return self._sync(library, progress, afresh=False)

    def rebuild(self, library: Library, progress: Progress = no_progress) -> IndexContents:
        """Builds a new index from the documents and throws the stored one away."""
        return self._sync(library, progress, afresh=True)

    def _sync(self, library: Library, progress: Progress, afresh: bool) -> IndexContents:
        self.notes = ()
        folder, wanted = self._folder, fingerprint_wanted(library)
        if folder is None:
            return self._keep_in_memory(library, progress, None)
        current = None if afresh else self._open_current(folder, wanted)
        if current is not None:
            return self._take("up to date", current)
        try:
            return self._write_locked(folder, library, wanted, progress, afresh)
        except Timeout:
            reason = "Another window has been updating the library for a long time"
        except OSError as error:
            reason = f"The library's folder cannot be used ({error.strerror or error})"
        except Exception as error:
            # Chroma raises errors of many kinds; the library must stay usable whatever they are.
            logger.warning("the index could not be written: %s", type(error).__name__)
            reason = "The library's index could not be written"
        return self._keep_in_memory(library, progress, f"{reason}; this session works on a copy in memory.")

    def _take(self, state: State, contents: IndexContents) -> IndexContents:
        self.state, self._contents = state, contents
        return contents

    def _open_current(self, folder: Path, wanted: str) -> IndexContents | None:
        manifest = load_manifest(folder)
        if manifest is None or not self._fits(manifest, wanted):
            return None
        if not are_files_intact(folder, manifest, read_all=False):
            return None
        contents = load_snapshot(folder / manifest.snapshot_name)
        if contents is None or contents.content_hash != manifest.content_hash:
            return None
        return contents

    def _fits(self, manifest: Manifest, wanted: str) -> bool:
        if manifest.wanted != wanted or manifest.chroma_version != chroma_version():
            return False
        return self._embedder is None or set(manifest.embedders) <= {self._embedder.fingerprint}

    def _write_locked(
        self, folder: Path, library: Library, wanted: str, progress: Progress, afresh: bool
    ) -> IndexContents:
        folder.mkdir(parents=True, exist_ok=True)
        with _writer_lock(folder, self._wait, progress):
            current = None if afresh else self._open_current(folder, wanted)
            if current is not None:
                return self._take("up to date", current)
            generation = None if afresh else _find_intact_generation(folder)
            vectorizer = Vectorizer(self._embedder, self._shipped)
            for earlier in _read_earlier(folder, generation):
                vectorizer.remember(earlier)
            contents = vectorizer.vectorize(chunk_library(library), progress)
            state = _store_somewhere(folder, generation, contents, wanted, progress)
            _remove_leftovers(folder)
            return self._take(state, contents)

    def _keep_in_memory(self, library: Library, progress: Progress, note: str | None) -> IndexContents:
        chunks = chunk_library(library)
        self.notes = (note,) if note else ()
        try:
            contents = Vectorizer(self._embedder, self._shipped).vectorize(chunks, progress)
        except Exception as error:
            # What failed may be the embedder itself; the words can still be searched without it.
            logger.warning("new passages have no vectors: %s", type(error).__name__)
            contents = Vectorizer(None, self._shipped).vectorize(chunks, progress)
        return self._take("in memory", contents)


def fingerprint_wanted(library: Library) -> str:
    """What an index must have been built for to serve `library`."""
    return hashlib.sha256(f"{CHUNKER_VERSION}\n{library.fingerprint}".encode()).hexdigest()


@contextmanager
def _writer_lock(folder: Path, wait_seconds: float, progress: Progress) -> Iterator[None]:
    lock = FileLock(folder / LOCK_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress(0, 0, "Waiting for another window to finish updating the library")
        lock.acquire(timeout=wait_seconds)
    try:
        yield
    finally:
        lock.release()


def _find_intact_generation(folder: Path) -> str | None:
    manifest = load_manifest(folder)
    if manifest is None or manifest.chroma_version != chroma_version():
        return None
    return manifest.generation if are_files_intact(folder, manifest, read_all=True) else None


def _read_earlier(folder: Path, generation: str | None) -> list[IndexContents]:
    """Every earlier state whose vectors can be reused; Chroma itself only when no copy is left."""
    copies = [load_snapshot(path) for path in sorted(folder.glob(SNAPSHOT_PATTERN))]
    if not any(copies) and generation is not None:
        with open_collection(folder / generation) as collection:
            copies = [read_contents(collection)]
    return [copy for copy in copies if copy is not None]


def _store_somewhere(
    folder: Path, generation: str | None, contents: IndexContents, wanted: str, progress: Progress
) -> State:
    if generation is not None:
        try:
            _store(folder, generation, contents, wanted, progress)
            return "updated"
        except Exception as error:
            logger.warning("the index is built anew: %s", type(error).__name__)
    _store(folder, f"{GENERATION_PREFIX}{uuid.uuid4().hex[:12]}", contents, wanted, progress)
    return "rebuilt"


def _store(folder: Path, generation: str, contents: IndexContents, wanted: str, progress: Progress) -> None:
    with open_collection(folder / generation) as collection:
        write_contents(collection, contents, progress)
        stored = read_contents(collection, [chunk.chunk_id for chunk in contents.chunks])
    if stored is None or stored.content_hash != contents.content_hash:
        raise IndexUnavailable("The stored library differs from the documents.")
    # Chroma gives vectors back rounded; the copy keeps them as they were computed.
    if abs(stored.vectors - contents.vectors).max(initial=0.0) > MAX_ROUNDING:
        raise IndexUnavailable("The stored vectors differ from those computed.")
    manifest = Manifest(
        chroma_version=chroma_version(),
        generation=generation,
        wanted=wanted,
        embedders=tuple(sorted(set(stored.embedders))),
        count=len(stored.chunks),
        content_hash=stored.content_hash,
        files=mark_files(folder / generation),
    )
    save_snapshot(contents, folder / manifest.snapshot_name)
    save_manifest(folder, manifest)


def _remove_leftovers(folder: Path) -> None:
    """Removes what the manifest does not name; a file another program holds open stays for the next time."""
    manifest = load_manifest(folder)
    if manifest is None:
        return
    for path in folder.glob(f"{GENERATION_PREFIX}*"):
        if path.name != manifest.generation:
            shutil.rmtree(path, ignore_errors=True)
    for path in folder.glob(SNAPSHOT_PATTERN):
        if path.name != manifest.snapshot_name:
            path.unlink(missing_ok=True)
