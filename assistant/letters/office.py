"""Office: the text of a DOCX letter, headers, footers and tables included."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import InputError

if TYPE_CHECKING:
    from docx.table import Table

LARGEST_UNPACKED = 50_000_000
MOST_PARTS = 2_000
_DEEPEST_TABLE = 5
_HEADING_STYLE = re.compile(r"Heading [1-9]$")


def read_docx(data: bytes, mark_headings: bool = False) -> str:
    """The paragraphs and tables in order, a table row on one line, then headers and footers.

    Args:
        data: the file.
        mark_headings: headings as in Markdown, paragraphs apart, and no headers and footers of the page.

    Raises:
        InputError: it is no DOCX, is protected or damaged, or unpacks to more than a letter can hold.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    _check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        if mark_headings:
            return "\n".join(_marked_blocks(document))
        parts = [*_edges(document, "header"), *_blocks(document), *_edges(document, "footer")]
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as problem:
        raise InputError("file", "is not a readable Word document. Save it as PDF, or paste the text.") from problem
    return "\n".join(parts)


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as problem:
        raise InputError("file", "is a damaged Word document. Save it again, or paste the text.") from problem
    if not any(part.filename.startswith("word/") for part in parts):
        raise InputError("file", "is a ZIP archive, not a Word document. Give the letter itself.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        limit = LARGEST_UNPACKED // 10**6
        raise InputError("file", f"unpacks to more than {limit} MB, which no letter does. Paste the text instead.")


def _blocks(container: Any, depth: int = 0) -> Iterator[str]:
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block, depth)
        else:
            yield block.text


def _marked_blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from ("", *_rows(block, 0), "")
            continue
        style = str(block.style.name) if block.style is not None else ""
        depth = 1 if style == "Title" else int(style[-1]) + 1 if _HEADING_STYLE.match(style) else 0
        item = "- " if style.startswith("List") else ""
        yield f"{'#' * min(depth, 6)} {block.text}\n" if depth and block.text.strip() else f"{item}{block.text}"
        if not item:
            yield ""


def _rows(table: Table, depth: int) -> Iterator[str]:
    if depth > _DEEPEST_TABLE:
        return
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            # a merged cell stands in the row once for each column it spans
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append(" ".join(" ".join(_blocks(cell, depth + 1)).split()))
        yield " | ".join(cells)


def _edges(document: Any, which: str) -> Iterator[str]:
    seen: set[str] = set()
    for section in document.sections:
        for name in (f"first_page_{which}", which):
            text = "\n".join(_blocks(getattr(section, name))).strip()
            if text and text not in seen:
                seen.add(text)
                yield text
