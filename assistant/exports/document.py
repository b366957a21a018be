"""Documents for Word (.docx) from Markdown: headings, paragraphs, lists, quotes, tables, text as it was written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.tree import SyntaxTreeNode

_DEEPEST_LIST = 3
_QUOTE = "Quote"


def render_docx(markdown: str, title: str) -> bytes:
    """A Markdown text as a Word document.

    Pictures become their words, links their words and their address; nothing in the file points outside.

    Args:
        markdown: the text; raw HTML in it stays visible text.
        title: of the document, for its properties.
    """
    import docx
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    # Without the "reference" rule no definition further down can turn a [1] into a link.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _plain(title)[:250], "", ""
    for node in SyntaxTreeNode(parser.parse(_plain(markdown))).children:
        _add_block(document, node, None, 0)
    return _save(document)


def render_plain_docx(text: str, title: str) -> bytes:
    """Words as they stand as a Word document: a paragraph after each empty line, line breaks kept."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _plain(title)[:250], "", ""
    for paragraph in _plain(text).strip().split("\n\n"):
        document.add_paragraph(paragraph.strip("\n"))
    return _save(document)


def _save(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _plain(text: str) -> str:
    """The text without the control signs that no XML may hold; lines and tabs stay."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode()
    return "".join(sign for sign in kept if sign in "\n\t" or (sign >= " " and sign not in "\x7f\ufffe\uffff"))


def _add_block(document: Document, node: SyntaxTreeNode, style: str | None, depth: int) -> None:
    if node.type == "heading":
        _write(document.add_heading(level=min(int(node.tag[1]), 9)), node)
    elif node.type == "paragraph":
        _write(document.add_paragraph(style=style), node)
    elif node.type in ("fence", "code_block"):
        document.add_paragraph(node.content.rstrip("\n"), style=_QUOTE)
    elif node.type in ("bullet_list", "ordered_list"):
        _add_list(document, node, depth)
    elif node.type == "table":
        _add_table(document, node)
    elif node.type == "hr":
        document.add_paragraph()
    else:
        for child in node.children:
            _add_block(document, child, _QUOTE if node.type == "blockquote" else style, depth)


def _add_list(document: Document, node: SyntaxTreeNode, depth: int) -> None:
    name = "List Bullet" if node.type == "bullet_list" else "List Number"
    style = name if depth == 0 else f"{name} {min(depth + 1, _DEEPEST_LIST)}"
    for item in node.children:
        for child in item.children:
            _add_block(document, child, style, depth + 1)


def _add_table(document: Document, node: SyntaxTreeNode) -> None:
    rows = [row.children for part in node.children for row in part.children]
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for number, cells in enumerate(rows):
        for cell, held in zip(table.rows[number].cells, cells, strict=False):
            _write(cell.paragraphs[0], held)
            if number == 0:
                for run in cell.paragraphs[0].runs:
                    run.bold = True


def _write(paragraph: Paragraph, node: SyntaxTreeNode) -> None:
    for words, marks in _runs(node, {}):
        run = paragraph.add_run(words)
        for mark in marks:
            setattr(run, mark, True)


def _runs(node: SyntaxTreeNode, marks: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(words, marks) in order; a line break is a newline, which Word shows as one."""
    if node.type == "softbreak":
        yield " ", marks
    elif node.type == "hardbreak":
        yield "\n", marks
    elif not node.children:
        yield node.content, marks
    else:
        inner = {**marks, **{"strong": {"bold": True}, "em": {"italic": True}}.get(node.type, {})}
        for child in node.children:
            yield from _runs(child, inner)
        if node.type == "link":
            yield f" ({node.attrs['href']})", marks
