"""Conditional random fields: the fitted models that travel with the program, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from threading import Lock
from typing import Any

from pycrfsuite import Tagger


class Model:
    """A fitted conditional random field, opened at its first use.

    A tagger keeps the row it read last, so one at a time may ask it; it reads the model where it lies and keeps no
    copy, so that the bytes are kept here.

    Args:
        package: the package the file stands in.
        file: its name.
    """

    def __init__(self, package: str, file: str) -> None:
        self._package, self._file = package, file
        self._opened: tuple[Tagger, bytes] | None = None
        self._lock = Lock()

    @contextmanager
    def reading(self, row: Any) -> Iterator[Tagger]:
        """The tagger with a row of features set, for as long as the block lasts."""
        with self._lock:
            tagger, _ = self._opened or self.use((files(self._package) / self._file).read_bytes())
            tagger.set(row)
            yield tagger

    def tag(self, row: Any) -> list[Any]:
        """The likeliest tags of a row."""
        with self.reading(row) as tagger:
            return list(tagger.tag())

    def weigh(self, row: Any, length: int) -> list[dict[str, float]]:
        """The probability of every tag at each of the first `length` places of a row."""
        with self.reading(row) as tagger:
            labels = tagger.labels()
            return [{label: tagger.marginal(label, place) for label in labels} for place in range(length)]

    def use(self, model: bytes) -> tuple[Tagger, bytes]:
        """Read with these bytes from now on."""
        tagger = Tagger()
        tagger.open_inmemory(model)
        self._opened = (tagger, model)
        return self._opened
