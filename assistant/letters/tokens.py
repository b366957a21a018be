"""Tokens: the words, numbers, marks and line breaks of a message, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

MOST_TOKENS = 2_500
_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W_]+)*|\n[ \t\n]*|[^\w\s]|_+")
_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Token:
    """A piece of a message; `word` is it in lower case with every digit as 0."""

    text: str
    word: str
    shape: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    r"""The tokens of a text, the first MOST_TOKENS of them.

    >>> [token.word for token in tokenize("Acme Inc., L62\nBase: $180k")]
    ['acme', 'inc', '.', ',', 'l00', '<line>', 'base', ':', '$', '000k']
    """
    return [_token(match) for match in islice(_TOKEN.finditer(text), MOST_TOKENS)]


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    if text.startswith("\n"):
        word = shape = "<gap>" if text.count("\n") > 1 else "<line>"
    else:
        word, shape = _DIGIT.sub("0", text.lower().replace("’", "'")), _shape(text)
    return Token(text, word, shape, match.start(), match.end())


def _shape(text: str) -> str:
    """The kinds of its characters, a run of one kind as two: "Xx" for "Acme", "XX" for "IBM", "X0" for "L6"."""
    kinds = "".join("0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in text)
    return _RUNS.sub(lambda run: run.group()[:2], kinds)
