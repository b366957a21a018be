"""Slips: misspelt words of a message, put right where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONE_WORD = re.compile(r"(?<![\w.@/'’-])[a-z]+(?![\w@/'’-]|\.\w)")
"""A word in small letters that is no part of a name, an address or a longer word."""


def put_right(text: str, slips: Mapping[str, str]) -> str:
    """The text with each misspelt word in its place put right.

    >>> put_right("teh ofer, teh", {"teh": "the"})
    'the ofer, the'
    """
    return LONE_WORD.sub(lambda match: slips.get(match[0], match[0]), text) if slips else text
