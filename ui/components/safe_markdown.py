"""Markdown of anybody (chat model, letter, person) as Markup: parsed to a tree, written out anew.

Only what `_BLOCKS` and `_INLINE` name comes through. Images become their words, raw HTML becomes visible
text, links become words unless they lead to one of the addresses given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ui.components.markup import EMPTY, Markup, escape, is_safe_link, join, tag

LONGEST_TEXT = 200_000
# Two private characters carry the highlight through the parser.
_MARK_START, _MARK_END = "\ue000", "\ue001"
_MARK_SIGN = re.compile(f"([{_MARK_START}{_MARK_END}])")
_BLOCK_OPENER = re.compile(r"\s*(?:(?:[-*+>]|\d{1,3}[.)]|#{1,6})[ \t]+)+")
_MARKER = re.compile(
    r"\[(\d{1,3})\]|(?<![\w$€£₹¥.,-])-?(?:[A-Z]{1,2}\$|[$€£₹¥]|[A-Z]{3} )"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d%]| ?(?:million|billion|k|M|B)\b)"
)
"""The number of a source, or an amount of money."""
_BLOCKS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "list_item": "li",
    "blockquote": "blockquote",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
}
_INLINE = {"strong": "strong", "em": "em", "s": "s"}

CiteLink = Callable[[int], Markup | None]
SumLink = Callable[[str], Markup | None]


class Highlight(NamedTuple):
    """Words to highlight in a text, by start and end, and the Markup that stands before them."""

    start: int
    end: int
    sign: Markup = EMPTY


@cache
def _parser() -> MarkdownIt:
    # Without the "reference" rule no definition further down can turn a [1] into a link.
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("reference")


def parse_markdown(markdown: str) -> SyntaxTreeNode:
    """The tree of a text, cut at LONGEST_TEXT characters."""
    return SyntaxTreeNode(_parser().parse(markdown[:LONGEST_TEXT]))


def to_markup(
    markdown: str,
    *,
    links: Collection[str] = (),
    cite: CiteLink | None = None,
    sums: SumLink | None = None,
    marked: Sequence[Highlight] = (),
) -> Markup:
    """The safe subset of a Markdown text.

    Args:
        markdown: any text.
        links: whole addresses that may become links; all others are shown as words.
        cite: gives the Markup of a `[n]` marker, or None to leave it as text.
        sums: gives the Markup of an amount of money outside tables, or None to leave it as text.
        marked: places in `markdown` to highlight, none reaching into another.

    >>> to_markup("**Ask** ![x](//host/p.png) for $5 and $6")
    '<p><strong>Ask</strong> x for $5 and $6</p>'
    """
    text = markdown.replace(_MARK_START, " ").replace(_MARK_END, " ")
    ordered = sorted(marked)
    for place in reversed(ordered):
        text = _put_mark_signs(text, place.start, place.end)
    return _Writer(frozenset(links), cite, sums, [place.sign for place in ordered]).write(parse_markdown(text))


def _put_mark_signs(text: str, start: int, end: int) -> str:
    opener = _BLOCK_OPENER.match(text, start)
    if opener and (start == 0 or text[start - 1] == "\n"):
        start = min(opener.end(), end)
    return f"{text[:start]}{_MARK_START}{text[start:end]}{_MARK_END}{text[end:]}"


class _Writer:
    """Holds what the text may link to, the signs of highlights to come and whether one is open, while it is written."""

    def __init__(self, links: frozenset[str], cite: CiteLink | None, sums: SumLink | None, signs: list[Markup]) -> None:
        self.links = links
        self.cite = cite
        self.sums = sums
        self.signs = signs
        self.marking = False

    def write(self, node: SyntaxTreeNode) -> Markup:
        """One node and all below it."""
        kind = node.type
        if kind in _BLOCKS:
            if kind == "paragraph" and node.hidden:
                return self._children(node)
            return tag(_BLOCKS[kind], self._children(node))
        if kind in _INLINE:
            return tag(_INLINE[kind], self._children(node))
        method = getattr(self, f"_write_{kind}", None)
        if method is not None:
            return Markup(method(node))
        if node.children or node.is_root:
            return self._children(node)
        return escape(node.content)

    def _children(self, node: SyntaxTreeNode) -> Markup:
        return join(self.write(child) for child in node.children)

    def _write_text(self, node: SyntaxTreeNode) -> Markup:
        return join(self._with_marks(node.content))

    def _with_marks(self, text: str) -> Iterator[Markup]:
        for piece in _MARK_SIGN.split(text):
            if piece in (_MARK_START, _MARK_END):
                self.marking = piece == _MARK_START
                if self.marking and self.signs:
                    yield self.signs.pop(0)
            elif piece:
                words = join(self._with_markers(piece))
                yield tag("mark", words) if self.marking else words

    def _with_markers(self, text: str) -> Iterator[str]:
        end = 0
        for match in _MARKER.finditer(text):
            if match[1] is None:
                link = self.sums(match[0]) if self.sums else None
            else:
                link = self.cite(int(match[1])) if self.cite else None
            if link is not None:
                yield text[end : match.start()]
                yield link
                end = match.end()
        yield text[end:]

    def _write_heading(self, node: SyntaxTreeNode) -> Markup:
        # The page has its own first two levels.
        return tag(f"h{min(int(node.tag[1]) + 2, 6)}", self._children(node))

    def _write_ordered_list(self, node: SyntaxTreeNode) -> Markup:
        start = str(node.attrs.get("start", 1))
        return tag("ol", self._children(node), start=start if start.isdigit() else False)

    def _write_table(self, node: SyntaxTreeNode) -> Markup:
        sums, self.sums = self.sums, None
        table = tag("table", self._children(node))
        self.sums = sums
        return tag("div", table, css="pl-table")

    def _write_th(self, node: SyntaxTreeNode) -> Markup:
        return tag("th", self._children(node), css=_alignment(node), scope="col")

    def _write_td(self, node: SyntaxTreeNode) -> Markup:
        return tag("td", self._children(node), css=_alignment(node))

    def _write_fence(self, node: SyntaxTreeNode) -> Markup:
        return tag("pre", tag("code", join(self._with_marks(node.content))))

    _write_code_block = _write_fence

    def _write_code_inline(self, node: SyntaxTreeNode) -> Markup:
        return tag("code", join(self._with_marks(node.content)))

    def _write_hr(self, _: SyntaxTreeNode) -> Markup:
        return tag("hr")

    def _write_hardbreak(self, _: SyntaxTreeNode) -> Markup:
        return tag("br")

    def _write_softbreak(self, _: SyntaxTreeNode) -> Markup:
        return escape("\n")

    def _write_image(self, node: SyntaxTreeNode) -> Markup:
        return self._children(node) if node.children else EMPTY

    def _write_link(self, node: SyntaxTreeNode) -> Markup:
        address = str(node.attrs.get("href", ""))
        sums, self.sums = self.sums, None  # a link in a link leads nowhere
        words = self._children(node)
        self.sums = sums
        if address in self.links and is_safe_link(address):
            return tag("a", words, href=address)
        host = _host_of(address)
        return join((words, f" ({host})")) if host and host not in words else words


def _alignment(cell: SyntaxTreeNode) -> str:
    return "pl-right" if "right" in str(cell.attrs.get("style", "")) else ""


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
