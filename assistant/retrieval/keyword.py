"""The keyword leg: BM25 over title, heading and text, with English stems and a short stop list."""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

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
    """BM25, as Lucene reckons it, over a fixed list of texts.

    Written out here: what libraries for it bring along costs a second at each start where it is installed.
    """

    def __init__(self, texts: Sequence[str], tokenizer: Tokenizer | None = None) -> None:
        import numpy as np

        self.tokenizer = tokenizer or Tokenizer()
        self._size = len(texts)
        counted = [Counter(self.tokenizer.tokenize(text)) for text in texts]
        self._counts = Counter(token for counts in counted for token in counts)
        held: dict[str, list[tuple[int, int]]] = {token: [] for token in self._counts}
        for row, counts in enumerate(counted):
            for token, count in counts.items():
                held[token].append((row, count))
        self._ends = dict(zip(held, accumulate(map(len, held.values())), strict=True))
        pairs = [pair for found in held.values() for pair in found]
        self._rows, times = np.ascontiguousarray(np.array(pairs, dtype=np.int32).reshape(-1, 2).T)
        lengths = np.array([counts.total() for counts in counted], dtype=np.float64)
        long = K1 * ((1 - B) + B * lengths / (lengths.mean() if lengths.any() else 1.0))
        rare = np.array([self.weigh_token(token) for token in held], dtype=np.float32)
        rarity = np.repeat(rare, [len(found) for found in held.values()])
        self._scores = (rarity * (times / (long[self._rows] + times))).astype(np.float32)

    def score(self, query: str) -> NDArray[np.float32]:
        """BM25 of every text (texts,) float32; zeros when the query holds no known word."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float32)
        for token in self.tokenizer.tokenize(query):
            if token in self._ends:
                held = slice(self._ends[token] - self._counts[token], self._ends[token])
                scores[self._rows[held]] += self._scores[held]
        return scores

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
        count = self._counts.get(token, 0)
        return math.log(1 + (self._size - count + 0.5) / (count + 0.5))
