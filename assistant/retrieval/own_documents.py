"""A person's own documents: text they added, cut at its headings and kept as one JSON file each."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from pydantic import ValidationError

from assistant.domain.evidence import Document, Section
from assistant.errors import InputError, StoreUnavailable
from assistant.retrieval.cleaning import CleanText, clean_text
from assistant.retrieval.companies import find_companies
from assistant.retrieval.loading import split_by_heading

ID_PREFIX = "own-"
MAX_HEADING_WORDS = 12
MAX_HEADING_CHARACTERS = 90
TITLE_LINES = 3
MIN_TITLE_WORDS = 3
_SLUG = re.compile(r"[^a-z0-9]+")
_NO_HEADING = re.compile(r"^(?:[-*•>|\"“#·]|\d+[.)]|[QA]:)|[.,;!…:\"”|]$|: ")
_NO_TITLE = re.compile(r"^(?:[-*•>|\"“·]|\d+[.)]|[QA]:)|[.,;!…\"”|]$")
_SAYS_NOTHING = re.compile(
    r"\W*(?:introduction|overview|summary|contents|tl;?dr|background|untitled|about|home)\W*", re.IGNORECASE
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)


class OwnDocuments:
    """The documents in `folder`, which is made by the first `add`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self) -> tuple[Document, ...]:
        """Every readable document, by id; a damaged file is left out (see `list_damaged`)."""
        found = (_read(path) for path in sorted(self._folder.glob(f"{ID_PREFIX}*.json")))
        return tuple(document for document in found if document is not None)

    def list_damaged(self) -> tuple[Path, ...]:
        """The files `load` left out."""
        return tuple(path for path in sorted(self._folder.glob(f"{ID_PREFIX}*.json")) if _read(path) is None)

    def add(self, name: str, text: str, title: str | None = None, dated: str | None = None) -> Document:
        """Stores a document; one of the same name is replaced.

        Args:
            name: file name or title; it becomes the id.
            text: plain text or Markdown, adverts and navigation taken out (see `clean_text`).
            title: its title where it is known; else it is looked for in the text.
            dated: the date the document gives itself, ISO.

        Raises:
            InputError: there is no text.
            StoreUnavailable: the folder cannot be written.
        """
        document = parse_own_document(name, text, title, dated)
        path = self._folder / f"{document.id}.json"
        draft = path.with_suffix(".draft")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_text(document.model_dump_json(), encoding="utf-8")
            draft.replace(path)
        except OSError as error:
            raise StoreUnavailable(f"Your document could not be stored: {error.strerror}") from error
        return document

    def remove(self, document_id: str) -> bool:
        """Deletes a document; False when there is none of this id.

        Raises:
            StoreUnavailable: the file cannot be deleted.
        """
        stored = {path.stem: path for path in self._folder.glob(f"{ID_PREFIX}*.json")}
        if document_id not in stored:
            return False
        try:
            stored[document_id].unlink()
        except OSError as error:
            raise StoreUnavailable(f"Your document could not be removed: {error.strerror}") from error
        return True


def read_own_text(name: str, text: str) -> CleanText:
    """The words of a document worth keeping.

    Raises:
        InputError: there are none.
    """
    cleaned = clean_text("\n".join(line.rstrip() for line in text.replace("\x00", "").splitlines()))
    if not cleaned.text:
        raise InputError("text", f"{name} holds no text: nothing was added")
    return cleaned


def make_document_id(name: str) -> str:
    """The id of a document of this name: "own-" and the name in plain letters, with a sign where some have none.

    >>> make_document_id("notes.md"), make_document_id("合同.txt") == make_document_id("笔记.txt")
    ('own-notes', False)
    """
    stem = unicodedata.normalize("NFKD", str(Path(name).with_suffix("")).lower())
    plain = _SLUG.sub("-", "".join(letter for letter in stem if not unicodedata.combining(letter))).strip("-")
    lost = any(letter.isalnum() and not letter.isascii() for letter in stem)
    sign = hashlib.sha256(stem.encode()).hexdigest()[:6] if lost else ""
    return ID_PREFIX + ("-".join(part for part in (plain, sign) if part) or "document")


def parse_own_document(name: str, text: str, title: str | None = None, dated: str | None = None) -> Document:
    """A document from plain text or Markdown; without Markdown headings, short lines over text count as such.

    Raises:
        InputError: there is no text.
    """
    cleaned = read_own_text(name, text)
    text = cleaned.text
    body = text if _MARKDOWN_HEADING.search(text) else _mark_headings(text)
    sections = _read_sections(body)
    title = title or _find_title(name, text, sections)
    if all(section.path[:1] == (title,) for section in sections):
        sections = [section.model_copy(update={"path": section.path[1:]}) for section in sections]
    return Document(
        id=make_document_id(name),
        title=title,
        kind="own",
        sections=tuple(sections),
        companies=tuple(sorted(find_companies(f"{name} {title}"))),
        as_of=dated or cleaned.dated,
    )


def _find_title(name: str, text: str, sections: list[Section]) -> str:
    """The one heading over everything, else an early line that looks like a title, else the file's name."""
    first = sections[0].path[0] if sections[0].path else ""
    if first and len({section.path[:1] for section in sections}) == 1 and not _SAYS_NOTHING.fullmatch(first):
        return first
    lines = [line.lstrip("# ").strip() for line in text.splitlines()]
    for line in [line for line in lines if line][:TITLE_LINES]:
        if MIN_TITLE_WORDS <= len(line.split()) <= MAX_HEADING_WORDS and not _NO_TITLE.search(line):
            return line
    return " ".join(Path(name).stem.replace("_", " ").split()) or "Untitled"


def _read(path: Path) -> Document | None:
    try:
        return Document.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _mark_headings(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(f"## {line.strip()}" if _is_heading(lines, number) else line for number, line in enumerate(lines))


def _is_heading(lines: list[str], number: int) -> bool:
    """A short line with no closing full stop, set off from what is above, with longer text below."""
    line = lines[number].strip()
    if not line or len(line) > MAX_HEADING_CHARACTERS or len(line.split()) > MAX_HEADING_WORDS:
        return False
    if _NO_HEADING.search(line) or not (line[0].isupper() or line[0].isdigit()):
        return False
    above = lines[number - 1].strip() if number else ""
    below = next((other.strip() for other in lines[number + 1 :] if other.strip()), "")
    return (not above or above[-1] in ".!?:") and len(below.split()) > len(line.split())


def _read_sections(body: str) -> list[Section]:
    parts = list(split_by_heading(body))
    paths = [headings for _, headings, _ in parts]
    sections = []
    for _, headings, lines in parts:
        text = "\n".join(lines).strip()
        is_parent = any(other[:-1] == headings for other in paths)
        # A heading over nothing is kept as text: no word of a person's document may get lost.
        if not text and headings and not is_parent:
            text = headings[-1]
        if text:
            sections.append(Section(path=headings, text=text))
    return sections
