"""Tells what a line of a draft does (thanks, asks, threatens …), by how close it comes to lines the library knows.

Ridge regression with the kernel of the intents: the squared likeness of sentence vectors, and TF-IDF of words and
word pairs. A line may do several things, so each gets a score of its own. Vectors and coefficients travel with the
library in `draft_lines.npz`; `python -m assistant.retrieval.shipped_vectors` renews them.
"""

from __future__ import annotations

import hashlib
import logging
import re
import zipfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.retrieval.embedding import Embedder
from assistant.retrieval.intents import cut_words
from assistant.retrieval.loading import Names, load_utterances
from assistant.retrieval.ngrams import NgramIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

logger = logging.getLogger(__name__)

LINES_FILE = "draft_lines.yaml"
FITTED_FILE = "draft_lines.npz"
PLAIN = "plain"
"""Key of the lines that do nothing of note."""
MAX_CHARACTERS = 400
WORDS_WEIGHT = 4.0
RIDGE = 1.0
MOST_REMEMBERED = 4096
_SUM = re.compile(r"[$€£₹¥]?\d[\d.,' ]*\d\s?%?|[$€£₹¥]?\d\s?%")


def level_numbers(text: str) -> str:
    """The text with every sum the same, so that "195k" and "62,000" are alike.

    >>> level_numbers("from 62,000 to 195k is 8%")
    'from 90 to 90k is 10%'
    """
    return _SUM.sub(lambda found: "10%" if "%" in found[0] else "90" + " " * found[0].endswith(" "), text)


class DraftLineReader:
    """Scores lines of a draft against every tag of `draft_lines.yaml`.

    Args:
        lines: example lines by what they do, several tags joined with ", ".
        embedder: None leaves the comparison of words, which knows no paraphrases.
        fitted: file with vectors and coefficients; without it, or when it is of other lines, they are made on
            first use, which takes seconds.
    """

    def __init__(self, lines: Mapping[str, Names], embedder: Embedder | None, fitted: Path | None = None) -> None:
        rows = [(level_numbers(line), key.split(", ")) for key, group in lines.items() for line in group]
        self.tags = sorted({tag for _, tags in rows for tag in tags} - {PLAIN})
        self._lines = [line for line, _ in rows]
        self._labels = [[float(tag in tags) for tag in self.tags] for _, tags in rows]
        self._embedder, self._file = embedder, fitted
        self._remembered: dict[str, dict[str, float]] = {}

    def read(self, lines: Sequence[str]) -> list[dict[str, float]]:
        """Score of every tag, about 0-1, for each line, in order."""
        cut = [line[:MAX_CHARACTERS] for line in lines]
        fresh = [line for line in dict.fromkeys(cut) if line not in self._remembered]
        if len(self._remembered) + len(fresh) > MOST_REMEMBERED:
            self._remembered, fresh = {}, list(dict.fromkeys(cut))
        if fresh:
            for line, row in zip(fresh, self._score([level_numbers(line) for line in fresh]).tolist(), strict=True):
                self._remembered[line] = dict(zip(self.tags, row, strict=True))
        return [self._remembered[line] for line in cut]

    def save(self, path: Path) -> None:
        """Make vectors and coefficients, with and without meaning, and write them."""
        import numpy as np

        vectors = self._make_vectors().astype(np.float16)
        self._known["vectors"] = vectors.astype(np.float32)
        with path.open("wb") as file:
            np.savez(file, key=np.array(self._key), vectors=vectors, hybrid=self._fit(True), words=self._fit(False))

    def _score(self, lines: Sequence[str]) -> Array:
        """Scores (lines, tags) float32."""
        import numpy as np

        words = WORDS_WEIGHT * np.stack([self._words.score(line) for line in lines])
        meaning = self._compare_meaning(lines)
        kernel = words if meaning is None else words + meaning
        fitted = self._coefficients("words" if meaning is None else "hybrid")
        return np.asarray(kernel @ fitted + self._mean_labels, dtype=np.float32)

    def _compare_meaning(self, lines: Sequence[str]) -> Array | None:
        if self._embedder is None:
            return None
        try:
            return self._kernel(self._embedder.embed(lines))
        except Exception as error:
            # A broken runtime must cost the meaning only, never the review.
            logger.warning("drafts are read by words only: %s", type(error).__name__)
            self._embedder = None
            return None

    def _kernel(self, vectors: Array) -> Array:
        import numpy as np

        mean, around = self._space
        centred = vectors - mean
        lengths = np.linalg.norm(centred, axis=1, keepdims=True)
        return np.asarray((1 + centred / np.where(lengths == 0, 1, lengths) @ around.T) ** 2, dtype=np.float32)

    @cached_property
    def _space(self) -> tuple[Array, Array]:
        """Mean vector (384,) and the known lines' vectors around it, of length 1, (lines, 384)."""
        import numpy as np

        if "vectors" not in self._known:
            self._known["vectors"] = self._make_vectors()
        vectors = self._known["vectors"]
        mean = vectors.mean(axis=0)
        centred = vectors - mean
        return mean, centred / np.linalg.norm(centred, axis=1, keepdims=True)

    def _make_vectors(self) -> Array:
        if self._embedder is None:
            raise ValueError("no vectors without an embedder")
        return self._embedder.embed(self._lines)

    @cached_property
    def _words(self) -> NgramIndex:
        return NgramIndex(self._lines, cut_words)

    @cached_property
    def _mean_labels(self) -> Array:
        import numpy as np

        means: Array = np.asarray(self._labels, dtype=np.float32).mean(axis=0)
        return means

    @cached_property
    def _key(self) -> str:
        """What the file depends on: lines, tags, vector space, kernel."""
        space = self._embedder.fingerprint if self._embedder else ""
        parts = [space, f"{WORDS_WEIGHT} {RIDGE}", *self.tags, *self._lines, *map(str, self._labels)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def _known(self) -> dict[str, Array]:
        """What was read or made so far: vectors, and coefficients with ("hybrid") and without meaning ("words")."""
        import numpy as np

        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                if self._embedder is not None and str(arrays["key"]) != self._key:
                    return {}
                held = {name: arrays[name].astype(np.float32) for name in ("vectors", "hybrid", "words")}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return {}
        fits = held["words"].shape == held["hybrid"].shape == (len(self._lines), len(self.tags))
        return held if fits else {}

    def _coefficients(self, name: str) -> Array:
        if name not in self._known:
            self._known[name] = self._fit(name == "hybrid")
        return self._known[name]

    def _fit(self, with_meaning: bool) -> Array:
        import numpy as np

        kernel = WORDS_WEIGHT * np.stack([self._words.score(line) for line in self._lines])
        if with_meaning:
            _, around = self._space
            kernel = kernel + (1 + around @ around.T) ** 2
        labels = np.asarray(self._labels, dtype=np.float32) - self._mean_labels
        fitted: Array = np.linalg.solve(kernel + RIDGE * np.eye(len(kernel)), labels).astype(np.float32)
        return fitted


def load_draft_line_reader(knowledge: Path, embedder: Embedder | None) -> DraftLineReader:
    """The reader of the built-in library; a folder without such lines gives one that knows nothing.

    Raises:
        KnowledgeError: the file of the lines does not follow its format.
    """
    return DraftLineReader(load_utterances(knowledge / LINES_FILE), embedder, knowledge / FITTED_FILE)
