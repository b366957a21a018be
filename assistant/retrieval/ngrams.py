"""Likeness of short texts by character n-grams: survives typos, needs no model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
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
        import numpy as np

        self._size, self._cut = len(texts), cut
        counts = [Counter(cut(text)) for text in texts]
        frequency = Counter(gram for count in counts for gram in count)
        self._idf = {gram: math.log((1 + self._size) / (1 + n)) + 1 for gram, n in frequency.items()}
        rows: dict[str, list[int]] = {gram: [] for gram in frequency}
        weights: dict[str, list[float]] = {gram: [] for gram in frequency}
        for row, count in enumerate(counts):
            for gram, weight in self._weigh(count).items():
                rows[gram].append(row)
                weights[gram].append(weight)
        # All postings in two flat arrays; each n-gram knows its slice of them.
        self._rows = np.fromiter(chain.from_iterable(rows.values()), dtype=np.int32)
        self._weights = np.fromiter(chain.from_iterable(weights.values()), dtype=np.float64)
        ends = list(accumulate(map(len, rows.values())))
        self._slices = {gram: slice(end - len(rows[gram]), end) for gram, end in zip(rows, ends, strict=True)}

    def score(self, text: str) -> NDArray[np.float32]:
        """Cosine (0-1) of `text` with every text of the index, (texts,) float32."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float64)
        for gram, weight in self._weigh(Counter(self._cut(text))).items():
            place = self._slices.get(gram)
            if place is not None:
                scores[self._rows[place]] += weight * self._weights[place]
        return scores.astype(np.float32)

    def _weigh(self, count: Counter[str]) -> dict[str, float]:
        # An n-gram no text holds still counts in the length: what is not understood lowers the score.
        unknown = math.log(1 + self._size) + 1
        weights = {gram: (1 + math.log(n)) * self._idf.get(gram, unknown) for gram, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {gram: weight / length for gram, weight in weights.items()}
