"""Tags: the markup of a pasted page made unreadable in place, so that every position of the text stays."""

from __future__ import annotations

import re
from html import unescape

GONE = "\u200b"
"""Stands for a character of markup; the reading copy leaves it out."""
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?P<rest>(?:\s[^<>]{0,2000})?)/?>")
_DOCTYPE = re.compile(r"<!doctype[^<>]{0,300}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_KNOWN = re.compile(
    r"a|abbr|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|li|main|meta"
    r"|ol|p|pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|template|tfoot|th|thead|title|tr|u|ul",
    re.IGNORECASE,
)
_BLOCKS = frozenset({
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section", "header",
    "footer", "main", "dt", "dd", "hr", "body",
})  # fmt: skip
_VOID = frozenset(("br", "hr", "img", "meta"))
_UNSEEN = frozenset(("script", "style", "template", "head", "title"))
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?:[;\s\"']|$)"
    r"|\shidden(?:[\s=>]|$)|aria-hidden\s*=\s*[\"']?true",
    re.IGNORECASE,
)
_FEWEST_TAGS = 2


def blank_tags(text: str) -> str:
    r"""The text of a page with tags, comments and hidden parts blanked; of text that is no page, the comments only.

    >>> blank_tags("<p>Base <b>$9</b></p>").replace(GONE, "")
    '\nBase $9\n'
    """
    text = _blank_comments(text)
    tags = [tag for tag in _TAG.finditer(text) if _KNOWN.fullmatch(tag["name"])] if "</" in text else []
    if len(tags) < _FEWEST_TAGS or not any(tag["close"] for tag in tags):
        return text
    parts, at = [], 0
    for start, end, shown in _replacements(text, tags):
        parts += [_blank_entities(text[at:start]), shown + GONE * (end - start - len(shown))]
        at = end
    return "".join([*parts, _blank_entities(text[at:])])


def _replacements(text: str, tags: list[re.Match[str]]) -> list[tuple[int, int, str]]:
    """Places to blank, in order, and what to show there; a hidden part is one place."""
    places: list[tuple[int, int, str]] = []
    hidden_until = -1
    for index, tag in enumerate(tags):
        if tag.start() < hidden_until:
            continue
        if _is_hidden(tag):
            hidden_until = _end_of(tags, index, len(text))
            places.append((tag.start(), hidden_until, "\n"))
        else:
            places.append((tag.start(), tag.end(), _shown(tag)))
    return places


def _blank_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[at:start], GONE * (end + 3 - start)]
        at = end + 3
    return _DOCTYPE.sub(lambda mark: GONE * len(mark.group()), "".join([*parts, text[at:]]))


def _is_hidden(tag: re.Match[str]) -> bool:
    if tag["close"] or tag["name"].lower() in _VOID:
        return False
    return tag["name"].lower() in _UNSEEN or bool(_HIDDEN.search(tag["rest"]))


def _end_of(tags: list[re.Match[str]], index: int, length: int) -> int:
    """Where the element that opens at `index` closes; the end of the text when it never does."""
    name, depth = tags[index]["name"].lower(), 0
    for tag in tags[index:]:
        if tag["name"].lower() == name:
            depth += -1 if tag["close"] else 1
            if depth == 0:
                return tag.end()
    return length


def _shown(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in ("td", "th"):
        return " | " if tag["close"] else ""
    return "\n" if name in _BLOCKS else ""


def _blank_entities(text: str) -> str:
    return _ENTITY.sub(_blank_entity, text) if "&" in text else text


def _blank_entity(match: re.Match[str]) -> str:
    char = unescape(match.group())
    return char + GONE * (len(match.group()) - 1) if len(char) == 1 else match.group()
