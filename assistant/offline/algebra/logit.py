"""Logit: the weights of what was learnt to be chosen, and how much several rows of features weigh by them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

Features = dict[str, float]


@cache
def load_weights(name: str) -> dict[str, float]:
    """The weight of each feature, from a file of this package."""
    made: dict[str, float] = json.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return made


def weigh(rows: Sequence[Mapping[str, float]], known: Mapping[str, float]) -> list[float]:
    """How likely each row is the right one, the larger the likelier."""
    return [sum(known.get(name, 0.0) * value for name, value in row.items()) for row in rows]
