"""Models: the fitted conditional random fields of the offer reader, opened once, and what they say of a row of clues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from assistant.crf import Model

ModelName = Literal["fields", "sums", "offers"]
_MODELS: dict[ModelName, Model] = {name: Model("assistant.letters", f"{name}.crf") for name in get_args(ModelName)}


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
    with _MODELS[name].reading(clues) as tagger:
        tags = tagger.tag()
        chances = [tagger.marginal(tag, at) for at, tag in enumerate(tags)]
        known = set(tagger.labels())
        return Judged(tags, chances, {(tag, at): tagger.marginal(tag, at) for tag, at in ask if tag in known})


def use(name: ModelName, model: bytes | Path) -> None:
    """Read with this model from now on."""
    _MODELS[name].use(model if isinstance(model, bytes) else model.read_bytes())
