"""Readings: what the encoder makes of a text, for each of the tasks it was fitted for by `python -m evals.fit_encoder`.

The graph holds what was learnt; the published weights under it are read in place. Without them nothing is read, and
those who ask go by what else they know.
"""

from __future__ import annotations

import json
import threading
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from assistant.encoder.pieces import FEATURES, Part, cut
from assistant.encoder.weights import are_published_weights, find_weights_folder, open_session, open_tokenizer
from assistant.encoder.workers import run_beside

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

WordTask = Literal["mention", "field", "sum", "sense", "clause", "term"]
TextTask = Literal["kind", "offer", "support", "objection", "purpose"]
GRAPH = "reader.onnx"
REMEMBERED = 256
"""Parts of about 50 KB, and texts: what fifty conversations have read in a turn."""
JUDGED_PARTS = 2
"""Parts of a text by which it is judged as a whole: the first of those asked about."""
MOST_ASKED, MOST_BEFORE = 1200, 800
"""Characters of a newest message, and of those before it, by which its kind is told."""
_ASKED = FEATURES.index("asked")


class Labels(NamedTuple):
    """The labels of a task in the order of the columns from `first` on."""

    first: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What the encoder says of a text, of which it reads the parts that are asked about.

    Attributes:
        parts: of the text, in their order.
        starts: where each piece begins, ascending.
        firsts: how many pieces stand before each part.
        labels: of every task.
    """

    parts: Sequence[Part]
    starts: Sequence[int]
    firsts: Sequence[int]
    labels: Mapping[str, Labels]

    def at(self, task: WordTask, place: int) -> dict[str, float]:
        """The probability of every label of the word that stands at a place of the text."""
        return self.at_each(task, [place])[0]

    def at_each(self, task: WordTask, places: Iterable[int]) -> list[dict[str, float]]:
        """The same of the words at several places."""
        rows = [max(0, bisect_right(self.starts, place) - 1) for place in places]
        parts = [bisect_right(self.firsts, row) - 1 for row in rows]
        read = dict(zip(used := sorted({*parts}), self._read(used), strict=True))
        return [
            self._share(task, read[part][0][1 + row - self.firsts[part]]) for row, part in zip(rows, parts, strict=True)
        ]

    def whole(self, task: TextTask) -> dict[str, float]:
        """The probability of every label of the text, by the first of its parts that are asked about."""
        import numpy as np

        asked = [at for at, part in enumerate(self.parts) if any(_ASKED in own for own in part.features)]
        read = self._read((asked or [len(self.parts) - 1])[:JUDGED_PARTS])
        return self._share(task, np.mean([texts for _, texts in read], axis=0))

    def _read(self, parts: Sequence[int]) -> list[tuple[Numbers, Numbers]]:
        return run_beside(_read_part, [_Key(self.parts[at].ids, self.parts[at].features) for at in parts])

    def _share(self, task: str, row: Numbers) -> dict[str, float]:
        import numpy as np

        first, names = self.labels[task]
        own = row[first : first + len(names)].astype(np.float64)
        shares = np.exp(own - own.max())
        return dict(zip(names, (shares / shares.sum()).tolist(), strict=True))


class _Key(NamedTuple):
    """A part by what the graph is told of it."""

    ids: tuple[int, ...]
    features: tuple[tuple[int, ...], ...]


class _Encoder:
    """The opened graph; the first to ask opens it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: tuple[Any, Any, dict[str, Labels]] | None = None
        self._is_missing = False

    def open(self) -> tuple[Any, Any, dict[str, Labels]] | None:
        """Session, tokenizer and labels; None without weights."""
        with self._lock:
            if self._opened is None and not self._is_missing:
                folder = find_weights_folder()
                graph = files("assistant.encoder") / GRAPH
                if folder is None or not are_published_weights(folder) or not graph.is_file():
                    self._is_missing = True
                    return None
                session = open_session(graph.read_bytes(), folder)
                told = json.loads(session.get_modelmeta().custom_metadata_map["labels"])
                labels = {task: Labels(first, tuple(names)) for task, (first, names) in told.items()}
                self._opened = session, open_tokenizer(folder), labels
            return self._opened

    def close(self) -> None:
        """Open the graph anew when it is asked for again."""
        with self._lock:
            self._opened = None


_ENCODER = _Encoder()


def is_installed() -> bool:
    """Whether the encoder can read here: its weights are those that were published."""
    folder = find_weights_folder()
    return folder is not None and are_published_weights(folder)


def close_encoder() -> None:
    """Forget the graph and what it has read, so that one written anew is opened."""
    _ENCODER.close()
    forget()


def forget() -> None:
    """Read every text anew."""
    _read.cache_clear()
    _read_part.cache_clear()


def open_encoder() -> None:
    """Open the graph, so that it is ready when the first message comes."""
    _ENCODER.open()


def read(text: str, newest: int = 0) -> Reading | None:
    """What the encoder says of a text; None where its weights are not installed.

    A text is read once, whatever for: its kind, its numbers, what it says of an offer.

    Args:
        text: a message, a letter, or the messages of a conversation in lines.
        newest: where the message begins that is asked about.
    """
    return _read(text, newest)


@lru_cache(maxsize=REMEMBERED)
def _read(text: str, newest: int) -> Reading | None:
    opened = _ENCODER.open()
    if opened is None or not text.strip():
        return None
    _, tokenizer, labels = opened
    parts = cut(tokenizer, text, newest)
    starts = [start for part in parts for start, _ in part.places[1:-1]]
    firsts = [0, *accumulate(len(part.ids) - 2 for part in parts[:-1])]
    return Reading(parts, starts, firsts, labels)


@lru_cache(maxsize=REMEMBERED)
def _read_part(part: _Key) -> tuple[Numbers, Numbers]:
    """The numbers of its words and of the whole; texts that differ in one part have the others in common."""
    opened = _ENCODER.open()
    if opened is None:
        raise RuntimeError("a part was cut without the weights")
    return _run(opened[0], part)


def read_turns(turns: Sequence[str]) -> Reading | None:
    """What the encoder says of the newest message of a conversation, in the light of the end of what went before.

    Args:
        turns: what the person wrote, oldest first.
    """
    before, newest = "\n".join(map(_in_a_line, turns[:-1])), _in_a_line(turns[-1])[:MOST_ASKED]
    before = f"{before[-MOST_BEFORE:]}\n" if before else ""
    return read(before + newest, len(before))


def _in_a_line(text: str) -> str:
    return text.replace("\n", " ")


def _run(session: Any, part: Part | _Key) -> tuple[Numbers, Numbers]:
    import numpy as np

    features = np.zeros((1, len(part.ids), len(FEATURES)), dtype=np.float32)
    for place, known in enumerate(part.features):
        features[0, place, list(known)] = 1
    asked = features[0, :, _ASKED]
    if not asked.any():
        asked = np.ones_like(asked)
    words, texts = session.run(
        ["words", "texts"],
        {
            "input_ids": np.array([part.ids], dtype=np.int64),
            "features": features,
            "asked": (asked / asked.sum())[None].astype(np.float32),
        },
    )
    return words, texts[0]
