"""The keyword leg: BM25 over title, heading and text, with English stems and a short stop list."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K1, B = 1.2, 0.75
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_APOSTROPHES = re.compile(r"['’]")
_STOP_WORDS = """
a an and are as at be been but by can could did do does for from had has have how i if in into is it
its just me my of on or our s should so t than that the their them then there these they this to was
we were what when which who will with would you your im ive dont
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Tokenizer:
    """Turns text into stems, stop words left out."""

    def __init__(self) -> None:
        import Stemmer

        self._stemmer = Stemmer.Stemmer("english")
        self._lock = threading.Lock()  # a stemmer serves one thread at a time

    def tokenize(self, text: str) -> list[str]:
        """The stems of `text` in order; empty when it holds stop words only.

        >>> Tokenizer().tokenize("What is the vesting of 10,000 RSUs?")
        ['vest', '10', '000', 'rsus']
        """
        words = _APOSTROPHES.sub("", "\n".join(_WORD.findall(text.lower()))).split("\n")
        telling = [word for word in words if word and word not in STOP_WORDS]
        with self._lock:
            stems: list[str] = self._stemmer.stemWords(telling)
        return stems


class KeywordIndex:
    """BM25 over a fixed list of texts."""

    def __init__(self, texts: Sequence[str], tokenizer: Tokenizer | None = None) -> None:
        import bm25s

        self.tokenizer = tokenizer or Tokenizer()
        self._size = len(texts)
        tokens = [self.tokenizer.tokenize(text) for text in texts]
        self._bm25: Any = None
        if any(tokens):
            self._bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
            self._bm25.index(tokens, show_progress=False)
        self._counts = _count_documents(tokens)

    def score(self, query: str) -> NDArray[np.float32]:
        """BM25 of every text (texts,) float32; zeros when the query holds no known word."""
        import numpy as np

        # bm25s fails on a query without a single known token.
        tokens = [token for token in self.tokenizer.tokenize(query) if token in self._counts]
        if not tokens:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(tokens), dtype=np.float32)

    def score_share(self, query: str) -> NDArray[np.float32]:
        """How much of the query's weight each text holds, 0-1; words no text holds count as missing."""
        import numpy as np

        total = sum(map(self.weigh_token, set(self.tokenizer.tokenize(query))))
        share: NDArray[np.float32] = np.minimum(self.score(query) / (total or 1.0), 1.0).astype(np.float32)
        return share

    def know_share(self, query: str) -> float:
        """The share (0-1) of the query's telling words that any text holds; 1 where it has none, numbers are none."""
        words = {token for token in self.tokenizer.tokenize(query) if token.isalpha()}
        return sum(word in self._counts for word in words) / len(words) if words else 1.0

    def weigh_token(self, token: str) -> float:
        """How much a stem tells (lucene idf): high for rare words, highest for words never seen."""
        import math

        count = self._counts.get(token, 0)
        return math.log(1 + (self._size - count + 0.5) / (count + 0.5))


def _count_documents(tokens: Sequence[Sequence[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for document in tokens:
        for token in set(document):
            counts[token] = counts.get(token, 0) + 1
    return counts
