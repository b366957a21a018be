"""Documents made for tests: letters as PDF and as Word files."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

Line = tuple[int, int, str]
"""Row from the top, points from the left, words."""
_LINES_A_PAGE = 44
_WIDTH = 95


def make_pdf(lines: Sequence[Line], pages: int = 1, password: str | None = None) -> bytes:
    """A PDF whose every page shows these lines."""
    return make_pages([lines] * pages, password)


def make_pages(pages: Sequence[Sequence[Line]], password: str | None = None) -> bytes:
    """A PDF with a page for each list of lines."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=612, height=792)
        stream = DecodedStreamObject()
        shown = [f"BT /F1 11 Tf {x} {740 - 16 * row} Td ({_escaped(words)}) Tj ET" for row, x, words in lines]
        stream.set_data("\n".join(shown).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def print_letter(text: str) -> bytes:
    """A letter as a program prints it to PDF: long lines wrapped, a blank line between paragraphs, many pages."""
    wrapped = [part for line in text.split("\n") for part in (textwrap.wrap(line, _WIDTH) or [""])]
    starts = range(0, len(wrapped), _LINES_A_PAGE)
    pages = [wrapped[start : start + _LINES_A_PAGE] for start in starts]
    return make_pages([[(row, 72, words) for row, words in enumerate(page) if words] for page in pages])


def type_letter(text: str) -> bytes:
    """A letter as a Word file: a paragraph a line, and a table where lines have cells."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) > 1:
            rows.append(cells)
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    table.cell(place, column).text = cell
            rows = []
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
