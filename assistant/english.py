"""English: the list of its words, each with the part of speech it has most often.

The list is TextBlob's, read as data; importing the package would cost a second.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def english_words() -> dict[str, str]:
    """Word -> its most frequent tag (Penn Treebank); empty where the package is not installed."""
    package = find_spec("textblob")
    if package is None or package.origin is None:
        return {}
    lines = (Path(package.origin).parent / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split()[:2] for line in lines if line.strip() and not line.startswith(";;;"))
