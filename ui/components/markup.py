"""Markup: HTML that can only be made of allowed tags and escaped text.

Nothing in it can make a browser fetch anything: no image, frame, form, script, style or stylesheet
can be written with it, and a link only leads to an `https` address or to a place on the same page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_TAGS = frozenset(
    [
        "a",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = frozenset(
    [
        "aria-label",
        "aria-hidden",
        "class",
        "colspan",
        "href",
        "id",
        "lang",
        "open",
        "role",
        "scope",
        "start",
        "title",
    ]
)
_VOID = frozenset(("br", "hr"))
_SAFE_VALUE = re.compile(r"[\w .:#/-]*")
_SAFE_LINK = re.compile(r"(?:https://|#)[^\s\x00-\x1f\"'<>\\]*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_FREE_TEXT = frozenset(("aria-label", "title"))


class Markup(str):
    """Text that is safe to put into the page as HTML; made by the functions of this module only."""

    __slots__ = ()


EMPTY = Markup("")


def escape(text: str) -> Markup:
    """Text as itself: no character of it means anything to the browser.

    >>> escape('<img src="//host">')
    '&lt;img src=&quot;//host&quot;&gt;'
    """
    if isinstance(text, Markup):
        return text
    return Markup(html.escape(_UNSEEN.sub("", text)))


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Parts one after the other; plain strings among them are escaped."""
    return Markup(escape(between).join(escape(part) for part in parts))


def tag(name: str, *children: str, css: str = "", **attributes: str | int | bool) -> Markup:
    """An element with its children; plain strings among them are escaped.

    Args:
        name: an allowed tag.
        children: Markup as it is, other strings escaped.
        css: class names.
        attributes: allowed attributes, `_` for `-`; False leaves one out.

    Raises:
        ValueError: the tag, an attribute or its value is not on the allowed list.

    >>> tag("p", "a < b", tag("br"), css="note")
    '<p class="note">a &lt; b<br></p>'
    """
    if name not in _TAGS:
        raise ValueError(f"<{name}> is not an allowed tag")
    given: dict[str, str | int | bool] = {"class": css} if css else {}
    given |= {key.replace("_", "-"): value for key, value in attributes.items()}
    written = "".join(_write_attribute(key, value) for key, value in given.items() if value is not False)
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def _write_attribute(name: str, value: str | int | bool) -> str:
    if name not in _ATTRIBUTES:
        raise ValueError(f"{name} is not an allowed attribute")
    if value is True:
        return f" {name}"
    text = str(value)
    if name == "href" and not _SAFE_LINK.fullmatch(text):
        raise ValueError("a link must be an https address or a place on the page")
    if name not in {"href", *_FREE_TEXT} and not _SAFE_VALUE.fullmatch(text):
        raise ValueError(f"{name} has a value that is not allowed")
    away = ' target="_blank" rel="noopener noreferrer"' if name == "href" and text[:1] != "#" else ""
    return f' {name}="{escape(text)}"{away}'


def is_safe_link(address: str) -> bool:
    """Whether `tag("a", href=...)` takes the address."""
    return bool(_SAFE_LINK.fullmatch(address))
