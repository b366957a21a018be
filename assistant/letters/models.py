"""Models: the fitted conditional random fields of the offer reader, opened once, and what they say of a row of clues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from assistant.crf import Model
from assistant.encoder.mixing import likeliest, mix_rows

ModelName = Literal["fields", "sums", "offers"]
_MODELS: dict[ModelName, Model] = {name: Model("assistant.letters", f"{name}.crf") for name in get_args(ModelName)}

ENCODER_WEIGHTS: dict[ModelName, float] = {"fields": 0.15, "sums": 0.3}
"""What the encoder counts beside a model of words or amounts."""


class Judged(NamedTuple):
    """The tag of every item, how probable each is, and how probable the tags asked about are at their places."""

    tags: list[str]
    chances: list[float]
    asked: dict[tuple[str, int], float]


def judge(
    name: ModelName,
    clues: Sequence[Sequence[str]],
    ask: Iterable[tuple[str, int]] = (),
    beside: Sequence[Mapping[str, float]] = (),
) -> Judged:
    """What a model says of a row of clues.

    Args:
        name: the model.
        clues: of every item in order.
        ask: tags at places whose probability is wanted too; a tag the model does not know has none.
        beside: what the encoder says of every item; nothing where it is not installed.
    """
    if not clues:
        return Judged([], [], {})
    if beside:
        rows = mix_rows(_MODELS[name].weigh(clues, len(clues)), beside, ENCODER_WEIGHTS[name])
        told = list(likeliest(rows))
        chances = [_chance(row, tag) for row, tag in zip(rows, told, strict=True)]
        return Judged(told, chances, {(tag, at): rows[at].get(tag, 0.0) for tag, at in ask})
    with _MODELS[name].reading(clues) as tagger:
        tags = tagger.tag()
        chances = [tagger.marginal(tag, at) for at, tag in enumerate(tags)]
        known = set(tagger.labels())
        return Judged(tags, chances, {(tag, at): tagger.marginal(tag, at) for tag, at in ask if tag in known})


def _chance(row: Mapping[str, float], tag: str) -> float:
    """How probable a tag is; one that begins where the model goes on is as probable as going on."""
    return max(row.get(tag, 0.0), row.get(f"I-{tag[2:]}", 0.0) if tag.startswith("B-") else 0.0)


def use(name: ModelName, model: bytes | Path) -> None:
    """Read with this model from now on."""
    _MODELS[name].use(model if isinstance(model, bytes) else model.read_bytes())
