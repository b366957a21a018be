"""What the tests of the stored index share: a library with a note of the person's own, and an index built of it."""

from __future__ import annotations

from pathlib import Path

from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.loading import Library
from assistant.retrieval.own_documents import parse_own_document
from tests.fakes.embeddings import HashEmbeddings

NOTE = "The person's own note about vesting, " + "which is long enough to stand alone. " * 8


def with_own(library: Library, text: str = NOTE) -> Library:
    """The library with one note added."""
    return library.with_documents([parse_own_document("note.txt", text)])


def build(folder: Path, library: Library, embedder: HashEmbeddings | None = None) -> GuidanceIndex:
    """An index in `folder` that is up to date with the library."""
    index = GuidanceIndex(folder, embedder or HashEmbeddings())
    index.sync(library)
    return index
