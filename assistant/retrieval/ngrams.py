"""Likeness of short texts by character n-grams: survives typos, needs no model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIZES = (3, 4, 5)
_WORD = re.compile(r"[a-z0-9%]+")


def cut_ngrams(text: str) -> Iterator[str]:
    """The n-grams inside the words of `text`, blanks marking where a word begins and ends.

    >>> list(cut_ngrams("Pay"))
    [' pa', 'pay', 'ay ', ' pay', 'pay ', ' pay ']
    """
    for word in _WORD.findall(text.lower().replace("'", "").replace("’", "")):
        framed = f" {word} "
        for size in SIZES:
            yield from (framed[start : start + size] for start in range(len(framed) - size + 1))


class NgramIndex:
    """TF-IDF of character n-grams, or of what else `cut` makes of a text, over a fixed list of texts."""

    def __init__(self, texts: Sequence[str], cut: Callable[[str], Iterator[str]] = cut_ngrams) -> None:
        self._size, self._cut = len(texts), cut
        counts = [Counter(cut(text)) for text in texts]
        frequency = Counter(gram for count in counts for gram in count)
        self._idf = {gram: math.log((1 + self._size) / (1 + n)) + 1 for gram, n in frequency.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for row, count in enumerate(counts):
            for gram, weight in self._weigh(count).items():
                self._postings.setdefault(gram, []).append((row, weight))

    def score(self, text: str) -> NDArray[np.float32]:
        """Cosine (0-1) of `text` with every text of the index, (texts,) float32."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float32)
        for gram, weight in self._weigh(Counter(self._cut(text))).items():
            for row, other in self._postings.get(gram, ()):
                scores[row] += weight * other
        return scores

    def _weigh(self, count: Counter[str]) -> dict[str, float]:
        # An n-gram no text holds still counts in the length: what is not understood lowers the score.
        unknown = math.log(1 + self._size) + 1
        weights = {gram: (1 + math.log(n)) * self._idf.get(gram, unknown) for gram, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {gram: weight / length for gram, weight in weights.items()}
