"""Tells which objection a message reports, by how close it comes to the wordings the library knows."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.retrieval.embedding import Embedder
from assistant.retrieval.loading import Library
from assistant.retrieval.ngrams import NgramIndex
from assistant.retrieval.shipped_vectors import ShippedVectors, find_vectors

if TYPE_CHECKING:
    from assistant.retrieval.embedding import Vectors

Features = list[tuple[float, float]]
NONE = "none"
"""Name of the wordings that report something else."""

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 1500
MAX_PARTS = 16
MIN_PART_WORDS = 3
LEAST_SCORE = 0.05
RIDGE = 3.0

_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{8,})[\"“”«»]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SPEECH = re.compile(
    r"\b(?:say|says|said|saying|told (?:me|them)|tells? me|wrote|claim(?:s|ed)?|replied|goes|mentioned"
    r"|ask(?:s|ed)?|promised?|swears|insists?|warned(?: me)?|hinted|emailed(?: back)?|according to \w+)\b"
    r"[\s,:]*(?:that\s+)?",
    re.IGNORECASE,
)
_SPEAKERS = r"they|he|she|recruiters?|hr|hm|managers?|ceo|founders?|company|guy|lady"
_REPORTED = re.compile(
    r"\btold\b"
    rf"|\b(?:{_SPEAKERS})\b.{{0,40}}?\b(?:says?|said|saying|tells?|wrote|claims?|promised?|asks?|asked|wants?"
    r"|wo?n'?t|can'?t|gave|warned|hinted|swears|keeps?|mentioned|goes)\b",
    re.IGNORECASE,
)
_OWN_MATTER = re.compile(
    r"^\W*(?:what|whats|what's|how|when|which|who|where|why|can you|could you|please|is|are|should|do|does"
    r"|explain|help|compare|draft|write|calculate|tell me|hi|hello|thank|i|my|we're|dear|offer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Weights:
    """A conditional logit over the objections and "none", fitted on the dev half of the dataset.

    `letters` and `meaning` weigh the two numbers of each objection (best and breadth). `none` is what
    no objection weighs; a quotation, retold words and an opening of one's own change that weight.
    """

    letters: tuple[float, float]
    meaning: tuple[float, float]
    none: float
    quoted: float
    reported: float
    own_matter: float

    def weigh_none(self, text: str) -> float:
        """The weight of "none" for a message, before what it says is looked at."""
        return (
            self.none
            + self.quoted * (_QUOTED.search(text) is not None)
            + self.reported * (_REPORTED.search(text) is not None)
            + self.own_matter * (_OWN_MATTER.match(text) is not None)
        )


HYBRID = Weights((8.1, 7.5), (8.3, 8.4), none=7.0, quoted=-2.9, reported=-1.1, own_matter=2.6)
LETTERS_ONLY = Weights((10.6, 13.0), (0.0, 0.0), none=7.2, quoted=-2.8, reported=-1.1, own_matter=2.4)


class ObjectionMatcher:
    """Scores a message against every objection of the library.

    Args:
        library: its objections' `said` wordings and what is `heard` are the exemplars.
        embedder: None leaves the comparison of letters, which knows no paraphrases.
        shipped: vectors of the wordings, so that none is embedded at the start.
    """

    def __init__(
        self,
        library: Library,
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
    ) -> None:
        documents = [document for document in library.documents if document.objection and document.said]
        self._types = sorted({str(document.objection) for document in documents})
        pairs = [(said, str(document.objection)) for document in documents for said in document.said]
        pairs += [(said, name) for name in self._types for said in library.heard.get(name, ())]
        pairs += [(said, NONE) for said in library.heard.get(NONE, ())]
        self._wordings = [said for said, _ in pairs]
        self._columns = [self._types.index(name) if name != NONE else len(self._types) for _, name in pairs]
        self._embedder = embedder
        self._shipped = shipped

    def match(self, text: str) -> list[tuple[str, float]]:
        """(objection type, score 0-1), best first, ties by name; scores under 0.05 are left out.

        A score is the chance that the message reports this objection and not none: from 0.5 on, answer
        it. Each stands for itself, so two objections in one message can both score high.
        """
        parts = split_message(text)
        if not parts or not self._types:
            return []
        letters, meaning = self._compare_letters(parts), self._compare_meaning(parts)
        scores = _score(letters, meaning, text[:MAX_CHARACTERS])
        ranked = sorted(zip(self._types, scores, strict=True), key=lambda item: (-item[1], item[0]))
        return [(objection, round(score, 6)) for objection, score in ranked if score >= LEAST_SCORE]

    @cached_property
    def _letters(self) -> NgramIndex:
        return NgramIndex(self._wordings)

    @cached_property
    def _classifier(self) -> tuple[Vectors, Vectors]:
        """Ridge regression from a vector to the objections: mean vector (384,), weights (384, types)."""
        import numpy as np

        vectors = find_vectors(self._wordings, self._embedder, self._shipped())
        # What reports no objection has no column: it only tells what the others are not.
        labels = np.eye(len(self._types) + 1, dtype=np.float32)[self._columns][:, :-1]
        mean = vectors.mean(axis=0)
        centred = vectors - mean
        gram = centred.T @ centred + RIDGE * np.eye(vectors.shape[1], dtype=np.float32)
        weights = np.linalg.solve(gram, centred.T @ (labels - labels.mean(axis=0)))
        return mean, weights.astype(np.float32)

    def _compare_letters(self, parts: Sequence[str]) -> Features:
        """Per objection: the likeness of its best wording, and the mean of its three best."""
        import numpy as np

        by_wording = np.max([self._letters.score(part) for part in parts], axis=0)
        columns = np.array(self._columns)
        rows = [np.sort(by_wording[columns == column])[::-1][:3] for column in range(len(self._types))]
        return [(float(row[0]), float(row.mean())) for row in rows]

    def _compare_meaning(self, parts: Sequence[str]) -> Features | None:
        """Per objection: what the classifier gives the best part of the message, and the mean part."""
        if self._embedder is None:
            return None
        try:
            mean, weights = self._classifier
            by_part = (self._embedder.embed(parts) - mean) @ weights
        except Exception as error:
            # A broken runtime must cost the meaning only, never the answer.
            logger.warning("objections are compared by letters only: %s", type(error).__name__)
            self._embedder = None
            return None
        return list(zip(by_part.max(axis=0).tolist(), by_part.mean(axis=0).tolist(), strict=True))


def split_message(text: str) -> list[str]:
    """What in a message may hold the objection: the whole, quotations, sentences, and what follows "says".

    >>> split_message('She said "we do not negotiate". What now?')[:2]
    ['She said "we do not negotiate". What now?', 'we do not negotiate']
    """
    text = text[:MAX_CHARACTERS].strip()
    sentences = _SENTENCE.split(text)
    candidates = [text, *_QUOTED.findall(text), *sentences]
    for sentence in sentences:
        if speech := _SPEECH.search(sentence):
            candidates += [sentence[speech.end() :], sentence[: speech.start()]]
    long_enough = [part.strip(' "“”') for part in candidates if len(part.split()) >= MIN_PART_WORDS]
    return list(dict.fromkeys(long_enough or [text] if text else []))[:MAX_PARTS]


def _score(letters: Features, meaning: Features | None, text: str) -> list[float]:
    weights = LETTERS_ONLY if meaning is None else HYBRID
    blank = [(0.0, 0.0)] * len(letters)
    evidence = [
        sum(weight * value for weight, value in zip(weights.letters + weights.meaning, both + of, strict=True))
        for both, of in zip(letters, meaning or blank, strict=True)
    ]
    none = weights.weigh_none(text)
    return [1 / (1 + math.exp(none - value)) for value in evidence]
