"""Article: a document meant to be read again, as Markdown with its headings, its title and its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InputError
from assistant.letters.markup import read_html
from assistant.letters.office import read_docx
from assistant.letters.text import decode, detect_kind, load_file, read_document

LONGEST_ARTICLE = 1_000_000
YEAR_ONLY = "-01-01"
"""What a page that names only its year is dated with by the reader of its main text."""
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_HEADING, _ROW = re.compile(r"^#+ \S", re.MULTILINE), re.compile(r"^.*\S \| \S", re.MULTILINE)
_ENDS_A_LINE = re.compile(r"[.!?:;|]$")


@dataclass(frozen=True)
class ArticleText:
    """Markdown or plain text; `title` and `dated` (ISO) when the document itself says so."""

    text: str
    title: str | None = None
    dated: str | None = None
    notes: tuple[str, ...] = ()


def read_article(source: bytes | Path, name: str = "") -> ArticleText:
    """The main text of a saved page, a Word document, a PDF, Markdown or plain text.

    Raises:
        InputError: the file is missing, too large, protected, damaged, or of a kind that holds no text.
    """
    data = load_file(source)
    name = name or (source.name if isinstance(source, Path) else "")
    kind = detect_kind(data, name)
    if kind == "html":
        return _read_page(decode(data))
    if kind == "docx":
        return ArticleText(read_docx(data, mark_headings=True)[:LONGEST_ARTICLE])
    letter = read_document(data, name)
    text = _join_lines(letter.text) if kind == "pdf" else letter.text
    return ArticleText(text, notes=letter.warnings)


def _read_page(markup: str) -> ArticleText:
    """The main text of a page; all that stands inside it where none can be told, or its parts ran together."""
    import trafilatura

    outline = read_html(markup, as_article=True)  # refuses what is nested too deep before another reader sees it
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=True)
    text = trafilatura.extract(markup, output_format="markdown", include_comments=False, include_tables=True)
    title, dated = (getattr(found, key, None) for key in ("title", "date"))
    if not text or _is_flattened(text, outline):
        text = _checked(outline or read_html(markup))
    if dated and dated.endswith(YEAR_ONLY) and dated not in markup:
        dated = dated.removesuffix(YEAR_ONLY)
    return ArticleText(text[:LONGEST_ARTICLE], title or None, dated or None)


def _is_flattened(text: str, outline: str) -> bool:
    """Whether the headings and tables of a page, mostly a short one, ran together in its main text."""
    return any(mark.search(outline) and not mark.search(text) for mark in (_HEADING, _ROW))


def _checked(text: str) -> str:
    if not text.strip():
        raise InputError("file", "holds no text.")
    return text


def _join_lines(text: str) -> str:
    """Paragraphs of a PDF on one line each; short lines and table rows stay as they are."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", _HYPHENATED.sub("", text)):
        lines = [
            " ".join(line.split()) if not re.search(r"\S {3,}\S", line) else line.strip() for line in block.splitlines()
        ]
        lines = [re.sub(r" {3,}", " | ", line) for line in lines if line]
        joined: list[str] = []
        width = max(map(len, lines), default=0)
        for line in lines:
            runs_on = (
                joined and len(joined[-1].rsplit("\n", 1)[-1]) > width * 0.7 and not _ENDS_A_LINE.search(joined[-1])
            )
            if joined and (runs_on or line[0].islower()) and " | " not in line:
                joined[-1] += f" {line}"
            else:
                joined.append(line)
        paragraphs.append("\n".join(joined))
    return "\n\n".join(paragraphs)
