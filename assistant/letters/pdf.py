"""PDF: the text of a PDF letter, read in a child process that a bad file can only take down alone."""

from __future__ import annotations

import io
import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection

from assistant.errors import InputError

MOST_PAGES = 40
MOST_SECONDS = 10
MOST_MEMORY = 512 * 2**20
_LONGEST_PAGE = 200_000
_FEW_CHARACTERS = 20

Outcome = tuple[str, str, list[str]]
""""text" or "error", the text or the message, and notes."""


def read_pdf(data: bytes) -> tuple[str, list[str]]:
    """The text with its layout kept, a table row on one line, and notes about what was not read.

    Raises:
        InputError: the file is protected, damaged, only an image, or takes longer than 10 s.
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
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send_text, args=(data, sender), daemon=True)
    child.start()
    sender.close()
    try:
        if receiver.poll(MOST_SECONDS):
            outcome: Outcome = receiver.recv()
            return outcome
        return "error", f"took longer than {MOST_SECONDS} seconds to read. Paste the text instead.", []
    except EOFError:
        return "error", "cannot be read as a PDF. Save it again, or paste the text.", []
    finally:
        receiver.close()
        if child.is_alive():
            child.kill()
        child.join(1)


def _send_text(data: bytes, sender: Connection) -> None:
    _limit_memory()
    with suppress(MemoryError, RecursionError, BrokenPipeError):
        sender.send(extract_text(data))
    sender.close()


def _limit_memory() -> None:
    # Windows has no such limit: there only the time and the page cap hold
    with suppress(ImportError, ValueError, OSError):
        import resource

        limit = getattr(resource, "RLIMIT_AS", None)
        if limit is not None:
            resource.setrlimit(limit, (MOST_MEMORY * 2, MOST_MEMORY * 2))


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
        texts = [_read_page(pages[index]) for index in range(min(count, MOST_PAGES))]
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
    notes = [f"Only the first {MOST_PAGES} of {count} pages were read."] if count > MOST_PAGES else []
    empty = sum(not text.strip() for text in texts)
    if 0 < empty < len(texts):
        notes.append(f"{empty} of {len(texts)} pages hold no text: they may be pictures.")
    return "text", "\n\n".join(texts), notes


def _read_page(page: object) -> str:
    try:
        text = page.extract_text(extraction_mode="layout")  # type: ignore[attr-defined]
    except (ZeroDivisionError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        text = page.extract_text()  # type: ignore[attr-defined]
    return str(text)[:_LONGEST_PAGE]
