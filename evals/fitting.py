"""Fitting: the training and the scoring that all fitted conditional random fields share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

Rows = Iterable[tuple[Any, Sequence[str]]]
"""Features of the items of each row, and the tag of each."""


def train(rows: Rows, settings: Mapping[str, Any], out: Path) -> None:
    """Write the model of these rows."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(dict(settings))
    for features, tags in rows:
        trainer.append(features, tags)
    trainer.train(str(out))


def open_tagger(model: Path) -> pycrfsuite.Tagger:
    """The tagger of a written model."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    return tagger


def count_tags(
    model: Path, rows: Iterable[tuple[Any, Sequence[str | Collection[str]]]]
) -> tuple[int, int, Counter[tuple[str, str]]]:
    """The items, those that get their tag or one of their tags, and the confusions (wanted, told)."""
    tagger = open_tagger(model)
    wrong: Counter[tuple[str, str]] = Counter()
    total = 0
    for features, tags in rows:
        for wanted, told in zip(tags, tagger.tag(features), strict=True):
            right = (wanted,) if isinstance(wanted, str) else tuple(wanted)
            total += 1
            if told not in right:
                wrong[(right[0], told)] += 1
    return total, total - wrong.total(), wrong
