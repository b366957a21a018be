"""Script: the words to send inside an answer, told apart from what is said about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_FENCE = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})")
_QUOTE_SIGN = re.compile(r" {0,3}> ?")
_MARKER = re.compile(r" ?\[\d{1,3}\]")
_GREETING = re.compile(r"^(?P<word>Hi|Hello|Dear)(?: [^\n,!]{1,40})?(?=[,!])", re.MULTILINE)
_CLOSING = re.compile(
    r"(?P<words>^(?:(?:Best|Warm|Kind) regards|Best|Thanks|Thank you)),?(?:\n[^\n]{1,60})?\s*\Z", re.MULTILINE
)
_DIRECTION = re.compile(r"^\([^\n]*\)$\n*", re.MULTILINE)
_STRESS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def split_scripts(markdown: str, *, quoted: bool = True) -> Iterator[tuple[bool, str]]:
    r"""(is a script, text) in order; scripts without source markers and Markdown stress.

    Args:
        markdown: the text of an answer.
        quoted: whether quoted blocks are scripts, too; fenced ones always are.

    >>> list(split_scripts("Send this:\n\n> Hi **Dana** [1]\n\nDone."))
    [(False, 'Send this:\n\n'), (True, 'Hi Dana'), (False, '\nDone.')]
    """
    marked = _mark_lines(markdown.splitlines(keepends=True), quoted=quoted)
    for kind, lines in groupby(marked, key=lambda item: item[0]):
        text = "".join(line for _, line in lines)
        yield bool(kind), plain_words(text) if kind else text


def _mark_lines(lines: list[str], *, quoted: bool) -> Iterator[tuple[str, str]]:
    """Each line with the block it belongs to, "" for none; the fences themselves are left out."""
    closing, block = "", 0
    for line in lines:
        fence = _FENCE.match(line)
        if closing:
            if line.strip() and not line.strip().strip(closing[0]) and len(line.strip()) >= len(closing):
                closing = ""
            else:
                yield f"fence {block}", line
        elif fence is not None:
            closing, block = fence["sign"], block + 1
        elif quoted and line.lstrip(" ").startswith(">"):
            yield "quote", _QUOTE_SIGN.sub("", line, count=1)
        else:
            yield "", line


def plain_words(markdown: str) -> str:
    r"""A script as it goes into a mail: no source markers, no Markdown stress.

    >>> plain_words("I would **gladly** sign [1].\n")
    'I would gladly sign.'
    """
    return _STRESS.sub(r"\2", _MARKER.sub("", markdown)).strip()


def find_script(markdown: str) -> str:
    r"""The first script of an answer, empty without any.

    >>> find_script("Here:\n\n```text\nHi Ann\n```\n")
    'Hi Ann'
    """
    return next((text for is_script, text in split_scripts(markdown) if is_script and text), "")


def address_script(text: str, to: str = "", sender: str = "") -> str:
    r"""The script with whom it greets and who signs it, where it greets and closes at all.

    >>> address_script("Hi,\n\nthank you.\n\nBest regards", "Dana", "Sam")
    'Hi Dana,\n\nthank you.\n\nBest regards,\nSam'
    """
    if to:
        text = _GREETING.sub(lambda found: f"{found['word']} {to}", text, count=1)
    if sender:
        text = _CLOSING.sub(lambda found: f"{found['words']},\n{sender}", text, count=1)
    return text


def split_directions(text: str) -> tuple[str, tuple[str, ...]]:
    r"""The words to say, and the stage directions, which stand on lines of their own in brackets.

    >>> split_directions("What room do you see?\n\n(Then wait.)")
    ('What room do you see?', ('(Then wait.)',))
    """
    directions = tuple(found.group().strip() for found in _DIRECTION.finditer(text))
    return _DIRECTION.sub("", text).strip() if directions else text, directions
