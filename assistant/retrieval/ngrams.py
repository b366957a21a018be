"""Likeness of short texts by character n-grams: survives typos, needs no model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

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
        self._place_postings(frequency, frequency.values())
        rows: dict[str, list[int]] = {gram: [] for gram in frequency}
        weights: dict[str, list[float]] = {gram: [] for gram in frequency}
        for row, count in enumerate(counts):
            for gram, weight in self._weigh(count).items():
                rows[gram].append(row)
                weights[gram].append(weight)
        self._rows = np.fromiter(chain.from_iterable(rows.values()), dtype=np.int32)
        self._weights = np.fromiter(chain.from_iterable(weights.values()), dtype=np.float32)

    def _place_postings(self, grams: Iterable[str], counts: Iterable[int]) -> None:
        """Where postings lie in the flat arrays: those of the n-gram at place p from `starts[p]` to `starts[p + 1]`."""
        self._places = {gram: place for place, gram in enumerate(grams)}
        self._starts = [0, *accumulate(counts)]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]], size: int, cut: Callable[[str], Iterator[str]]) -> NgramIndex:
        """The index over so many texts from what `dump` gave of it."""
        index = cls.__new__(cls)
        index._size, index._cut = size, cut
        index._rows, index._weights = arrays["rows"], arrays["weights"].astype("float32")
        index._place_postings(str(arrays["grams"]).split("\n"), arrays["counts"].tolist())
        return index

    def dump(self) -> dict[str, NDArray[Any]]:
        """All postings in two flat arrays, and the n-grams with how many postings each has, in that order."""
        import numpy as np

        return {
            "grams": np.array("\n".join(self._places)),
            "counts": np.diff(self._starts).astype(np.int32),
            "rows": self._rows.astype(np.int32),
            "weights": self._weights.astype(np.float16),
        }

    def score(self, text: str) -> NDArray[np.float32]:
        """Cosine (0-1) of `text` with every text of the index, (texts,) float32."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float64)
        for gram, weight in self._weigh(Counter(self._cut(text))).items():
            place = self._places.get(gram)
            if place is not None:
                postings = slice(self._starts[place], self._starts[place + 1])
                scores[self._rows[postings]] += weight * self._weights[postings]
        return scores.astype(np.float32)

    def _weigh(self, count: Counter[str]) -> dict[str, float]:
        weights = {gram: (1 + math.log(n)) * self._rarity(gram) for gram, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {gram: weight / length for gram, weight in weights.items()}

    def _rarity(self, gram: str) -> float:
        # An n-gram no text holds still counts in the length: what is not understood lowers the score.
        place = self._places.get(gram)
        texts = 0 if place is None else self._starts[place + 1] - self._starts[place]
        return math.log((1 + self._size) / (1 + texts)) + 1
