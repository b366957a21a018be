"""Models: the fitted conditional random fields of the offer reader, opened once, and what they say of a row of clues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple

from pycrfsuite import Tagger

ModelName = Literal["fields", "sums", "offers"]
_opened: dict[str, tuple[Tagger, bytes]] = {}
_lock = Lock()
"""A tagger keeps the row it read last: one at a time may ask it."""


class Judged(NamedTuple):
    """The tag of every item, how probable each is, and how probable the tags asked about are at their places."""

    tags: list[str]
    chances: list[float]
    asked: dict[tuple[str, int], float]


def judge(name: ModelName, clues: Sequence[Sequence[str]], ask: Iterable[tuple[str, int]] = ()) -> Judged:
    """What a model says of a row of clues.

    Args:
        name: the model.
        clues: of every item in order.
        ask: tags at places whose probability is wanted too; a tag the model does not know has none.
    """
    if not clues:
        return Judged([], [], {})
    with _lock:
        tagger = _open(name)
        tags = tagger.tag(clues)
        chances = [tagger.marginal(tag, at) for at, tag in enumerate(tags)]
        known = set(tagger.labels())
        return Judged(tags, chances, {(tag, at): tagger.marginal(tag, at) for tag, at in ask if tag in known})


def _open(name: ModelName) -> Tagger:
    if name not in _opened:
        use(name, (files("assistant.letters") / f"{name}.crf").read_bytes())
    return _opened[name][0]


def use(name: ModelName, model: bytes | Path) -> None:
    """Read with this model from now on. A tagger reads it where it lies and keeps no copy, so that it is kept here."""
    data = model if isinstance(model, bytes) else model.read_bytes()
    tagger = Tagger()
    tagger.open_inmemory(data)
    _opened[name] = (tagger, data)
