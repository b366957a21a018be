"""Library: the documents a person can cite, theirs and those that travel with the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from assistant.domain.evidence import Document, DocumentKind, Trust
from assistant.errors import InputError, StoreUnavailable
from assistant.letters.article import ArticleText, read_article

if TYPE_CHECKING:
    from assistant.reference.claims import Claim
    from assistant.retrieval.guidance import GuidanceLibrary
    from assistant.retrieval.own_documents import OwnDocuments

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx")
MOST_FILES = 2_000
SHARED = "This library is shared with other people: documents of your own are kept only by a Parley of your own."
OnProgress = Callable[[int, int, str], None]


class AddedDocument(BaseModel):
    """What became of one file: its document, or the reason why there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    source_id: str | None = None
    title: str = ""
    dated: str | None = None
    passages: int = 0
    replaced: bool = False
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""


class LibraryEntry(BaseModel):
    """A document of the library as it is listed; trust is that of its weakest source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_id: str
    title: str
    kind: DocumentKind
    publisher: str
    dated: str | None
    trust: Trust
    passages: int


class PersonalLibrary:
    """Adds, lists, opens, removes and rebuilds on top of the opened guidance; a shared one only lists and opens.

    `claims` are those on which the sources disagree.
    """

    def __init__(self, guidance: GuidanceLibrary, *, shared: bool = False, claims: tuple[Claim, ...] = ()) -> None:
        self._guidance, self._shared, self.claims = guidance, shared, claims

    def add_files(self, paths: Sequence[Path], progress: OnProgress | None = None) -> list[AddedDocument]:
        """Take files and whole folders into the library; a file that was there before is replaced.

        One that cannot be read is reported and the others go on.

        Raises:
            InputError: a path does not exist, or a folder holds nothing that can be read.
            StoreUnavailable: nothing can be stored on this machine.
        """
        files = list(_find_files(paths))
        done: list[AddedDocument] = []
        for number, (path, name) in enumerate(files):
            if progress:
                progress(number, len(files), f"Reading {name}")
            done.append(self._add(name, partial(read_article, path, name)))
        self._guidance.refresh(progress or _silent)
        return [self._counted(item) for item in done]

    def add_document(self, name: str, data: bytes, progress: OnProgress | None = None) -> AddedDocument:
        """Take one document given as bytes, such as an upload; see `add_files`."""
        added = self._add(Path(name.replace("\\", "/")).name or "document", partial(read_article, data, name))
        self._guidance.refresh(progress or _silent)
        return self._counted(added)

    def _add(self, name: str, read: Callable[[], ArticleText]) -> AddedDocument:
        from assistant.retrieval.own_documents import make_document_id, read_own_text

        own = self._own()
        try:
            article = read()
            document_id = make_document_id(name)
            known = any(document.id == document_id for document in own.load())
            document = own.add(name, article.text, article.title, article.dated)
            left_out = read_own_text(name, article.text).left_out
        except InputError as error:
            words = f"{name} {error.message}" if error.field == "file" else str(error)
            return AddedDocument(name=name, error=words if words.endswith((".", "!", "?")) else f"{words}.")
        return AddedDocument(
            name=name,
            source_id=document.id,
            title=document.title,
            dated=document.as_of,
            replaced=known,
            left_out=left_out,
            notes=article.notes,
        )

    def _counted(self, added: AddedDocument) -> AddedDocument:
        passages = sum(chunk.source_id == added.source_id for chunk in self._guidance.index.contents.chunks)
        return added.model_copy(update={"passages": passages})

    def list_documents(self, own_only: bool = False) -> list[LibraryEntry]:
        """The documents by id, the person's own first."""
        from assistant.retrieval.own_documents import ID_PREFIX

        if own_only and self._shared:
            return []
        chunks: dict[str, list[tuple[str, Trust]]] = {}
        for chunk in self._guidance.index.contents.chunks:
            chunks.setdefault(chunk.source_id, []).append((chunk.publisher, chunk.trust))
        order: tuple[Trust, ...] = ("low", "medium", "yours", "high")
        entries = [
            LibraryEntry(
                source_id=document.id,
                title=document.title,
                kind=document.kind,
                publisher="; ".join(dict.fromkeys(name for name, _ in held for name in name.split("; ") if name)),
                dated=document.as_of,
                trust=min((trust for _, trust in held), key=order.index),
                passages=len(held),
            )
            for document in self._guidance.library.documents
            if (held := chunks.get(document.id)) and (document.kind == "own" or not own_only)
        ]
        return sorted(entries, key=lambda entry: (not entry.source_id.startswith(ID_PREFIX), entry.source_id))

    def open_document(self, source_id: str) -> Document:
        """A document of the library, whole.

        Raises:
            InputError: there is none of this id.
        """
        for document in self._guidance.library.documents:
            if document.id == source_id:
                return document
        raise InputError("source_id", f'"{source_id}" is not in the library; see "parley library list"')

    def remove_document(self, source_id: str, progress: OnProgress | None = None) -> None:
        """Take one of the person's own documents out.

        Raises:
            InputError: there is none of this id, or it travels with the program.
            StoreUnavailable: its file cannot be deleted.
        """
        document = self.open_document(source_id)
        if document.kind != "own" or not self._own().remove(source_id):
            raise InputError(
                "source_id", f'"{source_id}" belongs to the program; only your own documents can be removed'
            )
        # The index keeps the bytes of a record it drops until it is written anew.
        self._guidance.rebuild(progress or _silent)

    def remove_own(self, progress: OnProgress | None = None) -> int:
        """Take all of the person's own documents out; returns how many there were.

        Raises:
            StoreUnavailable: a file cannot be deleted.
        """
        entries = self.list_documents(own_only=True)
        for entry in entries:
            self._own().remove(entry.source_id)
        if entries:
            self._guidance.rebuild(progress or _silent)
        return len(entries)

    def rebuild(self, progress: OnProgress | None = None) -> int:
        """Build the search index anew from the documents; returns the number of passages.

        Raises:
            StoreUnavailable: it is shared with others.
        """
        if self._shared:
            raise StoreUnavailable(SHARED)
        self._guidance.rebuild(progress or _silent)
        return len(self._guidance.index.contents.chunks)

    def _own(self) -> OwnDocuments:
        if self._shared:
            raise StoreUnavailable(SHARED)
        if self._guidance.own is None:
            raise StoreUnavailable("Documents of your own cannot be kept in this session.")
        return self._guidance.own


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def _find_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with the name it is kept under: below a folder, the path from that folder on."""
    count = 0
    for path in paths:
        if not path.exists():
            raise InputError("path", f"{path} does not exist")
        found = [path]
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
            if not found:
                raise InputError("path", f"{path} holds no {', '.join(SUFFIXES)} file")
        for file in found:
            count += 1
            if count > MOST_FILES:
                raise InputError("path", f"holds more than {MOST_FILES:,} files; add fewer at a time")
            yield file, file.relative_to(path).as_posix() if path.is_dir() else file.name
