"""Characters: the many ways to write a digit, space, dash or quote, brought to the plain one."""

from __future__ import annotations

import unicodedata

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"
_SINGLE_QUOTES = "\u2018\u2019\u02bc\u2032\u00b4`"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u2033\u00ab\u00bb"
_BULLETS = "\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u2043"


def fold_characters(text: str) -> str:
    """The text with plain digits, spaces, dashes and quotes; every position stays where it was.

    Invisible and control characters become spaces, line breaks stay.

    >>> fold_characters("€１２\u202f000 \u2013 ok")
    '€12 000 - ok'
    """
    unusual = {char for char in set(text) if not " " <= char <= "~"} - {"\n"}
    return text.translate({ord(char): _fold(char) for char in unusual | {"`"}})


def _fold(char: str) -> str:
    if ord(char) in _FULL_WIDTH:
        return chr(ord(char) - 0xFEE0)
    for plain, variants in (("-", _DASHES), ("'", _SINGLE_QUOTES), ('"', _DOUBLE_QUOTES), ("*", _BULLETS)):
        if char in variants:
            return plain
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    category = unicodedata.category(char)
    if char in "\u2028\u2029\x85":
        return "\n"
    return " " if category in ("Zs", "Cc", "Cf", "Cn", "Co", "Cs") else char
