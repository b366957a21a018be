"""Conditional random fields: a model is opened once, and rows asked at the same time are kept apart."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pycrfsuite
import pytest

from assistant.crf import Model


@pytest.fixture
def model(tmp_path: Path) -> Model:
    trainer = pycrfsuite.Trainer(verbose=False)
    for word in ("red", "blue"):
        trainer.append([[f"w={word}"]] * 3, [word] * 3)
    trainer.train(str(tmp_path / "made.crf"))
    made = Model("assistant", "none.crf")
    made.use((tmp_path / "made.crf").read_bytes())
    return made


def test_a_row_is_tagged_and_weighed(model: Model) -> None:
    assert model.tag([["w=red"]]) == ["red"]
    (weighed,) = model.weigh([["w=blue"]], 1)
    assert sum(weighed.values()) == pytest.approx(1)
    assert weighed["blue"] > weighed["red"]


def test_rows_asked_at_the_same_time_are_kept_apart(model: Model) -> None:
    words = ["red", "blue"] * 200
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda word: model.weigh([[f"w={word}"]], 1)[0], words))
    assert [max(weighed, key=lambda tag: weighed[tag]) for weighed in found] == words
