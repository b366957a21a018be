"""English: the list of its words, each with the part of speech it has most often.

The list is TextBlob's, read as data; importing the package would cost a second.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_ENTRY = re.compile(r"^(?!;;;)(\S+) (\S+)", re.MULTILINE)
"""A word of the list with its most frequent tag; lines that begin otherwise are remarks."""


@cache
def english_words() -> dict[str, str]:
    """Word -> its most frequent tag (Penn Treebank); empty where the package is not installed."""
    package = find_spec("textblob")
    if package is None or package.origin is None:
        return {}
    text = (Path(package.origin).parent / "en" / "en-lexicon.txt").read_text(encoding="utf-8")
    # A hundred thousand words share few tags: a string for each would take five megabytes.
    return {word: sys.intern(tag) for word, tag in _ENTRY.findall(text)}
