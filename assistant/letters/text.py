"""Text: the words of a document (PDF, DOCX, HTML, mail, Markdown, plain) with its layout kept."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.errors import InputError
from assistant.letters.markup import read_html, read_mail
from assistant.letters.office import read_docx
from assistant.letters.pdf import read_pdf

LARGEST_FILE = 10_000_000
LONGEST_TEXT = 1_000_000

DocumentKind = Literal["pdf", "docx", "html", "mail", "markdown", "text"]
_KINDS: dict[str, DocumentKind] = {
    ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".eml": "mail", ".md": "markdown",
    ".markdown": "markdown", ".txt": "text",
}  # fmt: skip
_OTHER_FORMATS = {
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc)",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"{\\rtf": "a rich text file (.rtf)",
}


class LetterText(BaseModel):
    """The text of a document, what kind it was, and what a person should know about the reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    kind: DocumentKind
    warnings: tuple[str, ...] = ()


def read_document(source: bytes | Path, name: str = "") -> LetterText:
    """The text of a document given as bytes or as a file.

    The kind is told from the content first and from `name` second: a PDF called letter.txt is a PDF.

    Raises:
        InputError: the file is missing, too large, protected, damaged, or of a kind that holds no text.
    """
    data = load_file(source)
    kind = detect_kind(data, name or (source.name if isinstance(source, Path) else ""))
    warnings: list[str] = []
    if kind == "pdf":
        text, notes = read_pdf(data)
        warnings += notes
    elif kind == "docx":
        text = read_docx(data)
    elif kind == "mail":
        text = read_mail(data)
    else:
        text = decode(data)
        text = read_html(text) if kind == "html" else text
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT]
        warnings.append(f"Only the first {LONGEST_TEXT:,} characters were read.")
    return LetterText(text=text.replace("\x00", ""), kind=kind, warnings=tuple(warnings))


def load_file(source: bytes | Path) -> bytes:
    """The bytes of a document.

    Raises:
        InputError: it is missing, empty or larger than 10 MB.
    """
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > LARGEST_FILE:
            raise InputError("file", f"is {size / 1e6:.1f} MB; at most {LARGEST_FILE // 10**6} MB can be read.")
        data = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as problem:
        raise InputError("file", f"cannot be opened: {problem.strerror or 'unknown reason'}.") from problem
    if not data.strip(b" \t\r\n\x00"):
        raise InputError("file", "is empty. Choose another file, or paste the text.")
    return data


def detect_kind(data: bytes, name: str = "") -> DocumentKind:
    """The kind of a document from its first bytes, then from its name.

    Raises:
        InputError: it is a kind that cannot be read, such as an image or an old Word file.
    """
    head = data[:1024]
    for mark, what in _OTHER_FORMATS.items():
        if head.startswith(mark):
            raise InputError("file", f"is {what}. Save it as PDF or DOCX, or paste the text.")
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    suffix = Path(name.replace("\\", "/")).suffix.lower()
    if suffix in (".pdf", ".docx"):
        raise InputError("file", f"is called {suffix} but does not hold one. Paste the text instead.")
    if suffix in _KINDS:
        return _KINDS[suffix]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<body" in start or b"<table" in start:
        return "html"
    if start.startswith((b"received:", b"return-path:", b"mime-version:", b"delivered-to:")):
        return "mail"
    return "text"


def decode(data: bytes) -> str:
    """Bytes as text: a byte order mark decides, else UTF-8, UTF-16 by its null bytes, Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:4000]
    if sample.count(0) > len(sample) // 4:
        return data.decode("utf-16-be" if sample[0] == 0 else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
