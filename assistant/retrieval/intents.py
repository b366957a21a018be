"""Tells what a message wants, by how close it comes to the utterances the library knows.

Kernel ridge regression over the utterances. The kernel joins meaning (the squared likeness of sentence vectors)
and words (TF-IDF of words, word pairs, and how the message begins and ends). Fitting takes seconds, so the
fitted coefficients travel with the library; `python -m assistant.retrieval.shipped_vectors` renews them.
"""

from __future__ import annotations

import hashlib
import logging
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.retrieval.embedding import Embedder
from assistant.retrieval.ngrams import NgramIndex
from assistant.retrieval.shipped_vectors import ShippedVectors, find_vectors

if TYPE_CHECKING:
    from assistant.retrieval.embedding import Vectors

logger = logging.getLogger(__name__)

COEFFICIENTS_FILE = "intents.npz"
TOPICS_FILE = "topics.npz"
"""The coefficients of the same regression over the questions asked of each document, instead of intents."""
MAX_CHARACTERS = 1200
WORDS_WEIGHT = 4.0
RIDGE = 1.0
SHARPNESS = 14.0
"""How strongly the best intent stands out when scores become shares."""
EDGE_WORDS = 2
REMEMBERED = 128
"""Messages whose matches are kept: every search of a turn asks about the same one."""
POSTINGS = ("grams", "counts", "rows", "weights")
_WORD = re.compile(r"[a-z0-9%]+")


def cut_words(text: str) -> Iterator[str]:
    """Words, neighbouring pairs, the first and last words as such, and a question mark.

    >>> list(cut_words("Is it low?"))
    ['is', 'it', 'low', 'is it', 'it low', '^is', '^it', 'it$', 'low$', '?']
    """
    words = _WORD.findall(text.lower().replace("'", "").replace("’", ""))
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))
    yield from (f"^{word}" for word in words[:EDGE_WORDS])
    yield from (f"{word}$" for word in words[-EDGE_WORDS:])
    if "?" in text:
        yield "?"


class IntentMatcher:
    """Scores a message against every intent.

    Args:
        utterances: example messages by intent.
        embedder: None leaves the comparison of words, which knows no paraphrases.
        shipped: vectors of the utterances, so that none is embedded at the start.
        coefficients: file with the fitted coefficients; without it, or when it is of other utterances, they
            are fitted on first use.
    """

    def __init__(
        self,
        utterances: Mapping[str, Sequence[str]],
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
        coefficients: Path | None = None,
    ) -> None:
        self.intents = sorted(utterances)
        self._lines = [line for intent in self.intents for line in utterances[intent]]
        self._columns = [column for column, intent in enumerate(self.intents) for _ in utterances[intent]]
        self._embedder, self._shipped, self._file = embedder, shipped, coefficients
        self._match = lru_cache(maxsize=REMEMBERED)(self._match_now)

    def match(self, text: str) -> list[tuple[str, float]]:
        """(intent, share of belief 0-1), best first, ties by name; the shares of all intents sum to 1."""
        return list(self._match(text.strip()))

    def _match_now(self, text: str) -> list[tuple[str, float]]:
        if not text or not self.intents:
            return []
        shares = self.share([text])[0].tolist()
        ranked = sorted(zip(self.intents, shares, strict=True), key=lambda item: (-item[1], item[0]))
        return [(intent, round(share, 6)) for intent, share in ranked]

    @property
    def is_fitted(self) -> bool:
        """Whether the file held the coefficients, so that nothing has to be fitted."""
        return bool(self._known)

    def score(self, texts: Sequence[str]) -> Vectors:
        """What the regression gives each intent, near 1 for a clear one and near 0 for others: (texts, intents)."""
        import numpy as np

        texts = [text[:MAX_CHARACTERS] for text in texts]
        meaning = self._compare_meaning(texts)
        words = WORDS_WEIGHT * np.stack([self._words.score(text) for text in texts])
        kernel = words if meaning is None else words + meaning
        scores: Vectors = (kernel @ self._coefficients(meaning is not None)).astype(np.float32)
        return scores

    def share(self, texts: Sequence[str]) -> Vectors:
        """The share of belief in each intent, in the order of `intents`, for each text: (texts, intents)."""
        import numpy as np

        scores = self.score(texts)
        shares = np.exp(SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
        belief: Vectors = (shares / shares.sum(axis=1, keepdims=True)).astype(np.float32)
        return belief

    def save(self, path: Path) -> None:
        """Fit the coefficients with and without meaning and write them."""
        import numpy as np

        with path.open("wb") as file:
            fitted: dict[str, Any] = {"hybrid": self._fit(True), "words": self._fit(False), **self._words.dump()}
            np.savez_compressed(file, key=np.array(self._key), **fitted)

    @cached_property
    def _key(self) -> str:
        """What the coefficients depend on: utterances, vector space, kernel."""
        space = self._embedder.fingerprint if self._embedder else ""
        parts = [space, f"{WORDS_WEIGHT} {RIDGE}", *self._lines, *map(str, self._columns)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def _words(self) -> NgramIndex:
        stored = self._read(*POSTINGS)
        return NgramIndex.load(stored, len(self._lines), cut_words) if stored else NgramIndex(self._lines, cut_words)

    @cached_property
    def _space(self) -> tuple[Vectors, Vectors]:
        """Mean vector (384,) and the utterances' vectors around it, of length 1, (utterances, 384)."""
        import numpy as np

        vectors = find_vectors(self._lines, self._embedder, self._shipped())
        mean = vectors.mean(axis=0)
        vectors -= mean
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return mean, vectors

    def _read(self, *names: str) -> dict[str, Any]:
        """These arrays of the file; none where it is missing, damaged or of other utterances."""
        import numpy as np

        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                return {name: arrays[name] for name in names} if self._fits(arrays) else {}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return {}

    def _fits(self, arrays: Mapping[str, Any]) -> bool:
        """Whether the file is of these utterances; without a vector space to name, their number must do."""
        if self._embedder is None:
            return bool(arrays["words"].shape == (len(self._lines), len(self.intents)))
        return str(arrays["key"]) == self._key

    @cached_property
    def _known(self) -> dict[bool, Vectors]:
        """Coefficients read or fitted so far, by whether they use meaning; first what is needed here and stored."""
        return self._read_coefficients(self._embedder is not None)

    def _read_coefficients(self, with_meaning: bool) -> dict[bool, Vectors]:
        name = "hybrid" if with_meaning else "words"
        stored = self._read(name)
        return {with_meaning: stored[name].astype("float32")} if stored else {}

    def _coefficients(self, with_meaning: bool) -> Vectors:
        if with_meaning not in self._known:
            self._known.update(self._read_coefficients(with_meaning))
        if with_meaning not in self._known:
            self._known[with_meaning] = self._fit(with_meaning).astype("float32")
        return self._known[with_meaning]

    def _fit(self, with_meaning: bool) -> Vectors:
        import numpy as np

        kernel = WORDS_WEIGHT * np.stack([self._words.score(line) for line in self._lines])
        if with_meaning:
            _, around = self._space
            kernel = kernel + (1 + around @ around.T) ** 2
        labels = np.eye(len(self.intents), dtype=np.float32)[self._columns] - 1 / len(self.intents)
        fitted: Vectors = np.linalg.solve(kernel + RIDGE * np.eye(len(kernel)), labels).astype(np.float16)
        return fitted

    def _compare_meaning(self, texts: Sequence[str]) -> Vectors | None:
        import numpy as np

        if self._embedder is None:
            return None
        try:
            mean, around = self._space
            vectors = self._embedder.embed(texts) - mean
            vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
            likeness: Vectors = (1 + vectors @ around.T) ** 2
        except Exception as error:
            # A broken runtime must cost the meaning only, never the answer.
            logger.warning("intents are compared by words only: %s", type(error).__name__)
            self._embedder = None
            return None
        return likeness
