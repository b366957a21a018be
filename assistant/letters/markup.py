"""Markup: the visible text of HTML pages and of mails."""

from __future__ import annotations

import re
import warnings
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING

from assistant.errors import InputError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

MOST_NESTED = 500
_INVISIBLE = ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "embed", "textarea")
_BLOCKS = (
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "ul",
    "ol",
    "section",
    "blockquote",
    "dt",
    "dd",
)
_AROUND = ("nav", "footer", "aside", "form", "button", "dialog")
_HEADINGS = ("h1", "h2", "h3", "h4")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?:[;\s.]0*)?(?:;|$)", re.IGNORECASE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*?(/?)>")
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source", "embed", "param", "track"}


def read_html(markup: str, as_article: bool = False) -> str:
    """The visible text of a page: scripts, styles and hidden parts left out, a table row on one line.

    Args:
        markup: the page.
        as_article: leave out what stands around the main text, and mark headings as Markdown does.

    Raises:
        InputError: tags are nested deeper than a real page ever is.
    """
    from bs4 import BeautifulSoup

    if _depth(markup) > MOST_NESTED:
        raise InputError("file", f"has tags nested deeper than {MOST_NESTED}. Paste the text instead.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(markup, "html.parser")
    _drop_invisible(soup)
    if as_article:
        _keep_article(soup)
    for cell in soup.find_all(["td", "th"]):
        if cell.find_next_sibling(["td", "th"]) is not None:
            cell.append(" | ")
    for quote in soup.find_all("blockquote"):
        _mark_quoted(quote)
    for block in soup.find_all(_BLOCKS):
        block.insert_before("\n") if block.name == "br" else block.append("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _depth(markup: str) -> int:
    """Deepest nesting, closing tags that fit no opening one ignored."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[3] or match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _drop_invisible(soup: BeautifulSoup) -> None:
    from bs4 import Comment

    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(_INVISIBLE):
        tag.decompose()
    for tag in soup.find_all(True):
        if not tag.decomposed and _is_hidden(tag):
            tag.decompose()


def _keep_article(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(_AROUND):
        tag.decompose()
    for heading in soup.find_all(_HEADINGS):
        heading.insert(0, f"\n\n{'#' * int(heading.name[1])} ")
        heading.append("\n")


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style") or "")
    return tag.has_attr("hidden") or str(tag.get("aria-hidden")).lower() == "true" or bool(_HIDDEN.search(style))


def _mark_quoted(quote: Tag) -> None:
    """Quoted mail keeps its ">" so that newer words can win over it."""
    for text in list(quote.find_all(string=True)):
        if text.strip():
            text.replace_with("\n> " + " ".join(text.split()))


def read_mail(data: bytes) -> str:
    """Sender, subject and the body of a mail; the plain part is preferred over HTML.

    Raises:
        InputError: the mail has no text part.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    body = message.get_body(preferencelist=("plain", "html")) if isinstance(message, EmailMessage) else None
    if body is None:
        raise InputError("file", "is a mail without text. Open its attachment, or paste the text.")
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError, ValueError):
        content = (body.get_payload(decode=True) or b"").decode("utf-8", errors="replace")  # type: ignore[union-attr]
    if body.get_content_type() == "text/html":
        content = read_html(content)
    headers = [f"{name}: {message[name]}" for name in ("From", "Subject") if message[name]]
    return "\n".join([*headers, "", content.replace("\r\n", "\n")])
