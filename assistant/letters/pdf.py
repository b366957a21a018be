"""PDF: the text of a PDF letter, read in a child process that a bad file can only take down alone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from assistant.errors import InputError

MOST_PAGES = 40
MOST_SECONDS = 2.0
START_SECONDS = 20.0
"""A child process starts in well under a second; only a machine on its knees needs this long."""
_SECONDS_OF_PAGES = 1.5
MOST_MEMORY = 512 * 2**20
_LONGEST_PAGE = 200_000
_FEW_CHARACTERS = 20
_OUT_OF_TIME = 3
_TOO_SLOW = f"took longer than {MOST_SECONDS:g} seconds to read. Paste the text instead."

Outcome = tuple[str, str, list[str]]
""""text" or "error", the text or the message, and notes."""


def read_pdf(data: bytes) -> tuple[str, list[str]]:
    """The text with its layout kept, a table row on one line, and notes about what was not read.

    Raises:
        InputError: the file is protected, damaged, only an image, or takes longer than 2 s.
    """
    kind, text, notes = _read_apart(data)
    if kind == "error":
        raise InputError("file", text)
    if len(text.split()) < _FEW_CHARACTERS // 4 and len(text.strip()) < _FEW_CHARACTERS:
        raise InputError(
            "file", "holds pictures of pages and no text. Export it with text recognition, or paste the words."
        )
    return text, notes


def _read_apart(data: bytes) -> Outcome:
    command = [sys.executable, "-m", "assistant.letters.pdf", str(MOST_SECONDS)]
    root = Path(__file__).resolve().parents[2]
    limit = START_SECONDS + MOST_SECONDS
    try:
        child = subprocess.run(command, input=data, capture_output=True, cwd=root, timeout=limit, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return "error", _TOO_SLOW, []
    if child.returncode == _OUT_OF_TIME:
        return "error", _TOO_SLOW, []
    try:
        kind, text, notes = json.loads(child.stdout)
    except ValueError:
        return "error", "cannot be read as a PDF. Save it again, or paste the text.", []
    return kind, text, notes


def main() -> None:
    """Reads a PDF from standard input and writes its outcome as JSON, within the limits of memory and time."""
    import pypdf  # noqa: F401 - loaded before the clock starts

    data = sys.stdin.buffer.read()
    _limit_memory()
    clock = threading.Timer(float(sys.argv[1]), os._exit, (_OUT_OF_TIME,))
    clock.daemon = True
    clock.start()
    with suppress(MemoryError, RecursionError):
        sys.stdout.write(json.dumps(extract_text(data)))


def _limit_memory() -> None:
    # Windows has no such limit: there only the time and the page cap hold
    with suppress(ImportError, ValueError, OSError):
        import resource

        limit = getattr(resource, "RLIMIT_AS", None)
        if limit is not None:
            resource.setrlimit(limit, (MOST_MEMORY, MOST_MEMORY))


def extract_text(data: bytes) -> Outcome:
    """The outcome of reading a PDF in this process; damage and protection come back as messages."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return "error", "is protected by a password. Save it without one, or paste the text.", []
        pages = reader.pages
        count = len(pages)
        texts = _read_pages(pages[index] for index in range(min(count, MOST_PAGES)))
    except (
        PyPdfError,
        NotImplementedError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ):
        return "error", "cannot be read as a PDF. Save it again, or paste the text.", []
    notes = [f"Only the first {len(texts)} of {count} pages were read."] if count > len(texts) else []
    empty = sum(not text.strip() for text in texts)
    if 0 < empty < len(texts):
        notes.append(f"{empty} of {len(texts)} pages hold no text: they may be pictures.")
    return "text", "\n\n".join(texts), notes


def _read_pages(pages: Iterable[object]) -> list[str]:
    """The pages that can be read in the time there is, at least one."""
    until = time.monotonic() + _SECONDS_OF_PAGES
    texts: list[str] = []
    for page in pages:
        texts.append(_read_page(page))
        if time.monotonic() > until:
            break
    return texts


def _read_page(page: object) -> str:
    try:
        text = page.extract_text(extraction_mode="layout")  # type: ignore[attr-defined]
    except (ZeroDivisionError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        text = page.extract_text()  # type: ignore[attr-defined]
    return str(text)[:_LONGEST_PAGE]


if __name__ == "__main__":
    main()
