"""Labelled texts as the encoder learns from them."""

from __future__ import annotations

import pytest

from assistant.encoder.weights import find_weights_folder, open_tokenizer
from evals.encoder_data import Labelled
from evals.encoder_items import Labels, to_items

FOLDER = find_weights_folder()
pytestmark = pytest.mark.skipif(FOLDER is None, reason="the weights are not installed")


def test_marked_words_get_their_label_and_all_others_none() -> None:
    assert FOLDER is not None
    labels = Labels()
    text = "to Marisol now"
    (item,) = to_items(Labelled(text, marked={"mention": [(3, 10, "to")]}), open_tokenizer(FOLDER), labels)
    names = [labels.words["mention"][label] for _, label in item.words["mention"]]
    assert names[0] == names[-1] == "O"
    assert names[1] == "B-to"
    assert set(names[2:-1]) <= {"I-to"}


def test_of_numbers_only_those_with_a_label_are_learnt_from() -> None:
    assert FOLDER is not None
    labels = Labels()
    text = "base 180k, 15% bonus"
    labelled = Labelled(text, numbers={"sense": [(5, 9, "pay"), (11, 14, "bpct")]}, kinds={"kind": ("calculation",)})
    (item,) = to_items(labelled, open_tokenizer(FOLDER), labels)
    assert [labels.words["sense"][label] for _, label in item.words["sense"]] == ["pay", "bpct"]
    assert item.texts == {"kind": [labels.texts["kind"].index("calculation")]}
