"""Labelled texts as the encoder learns from them."""

from __future__ import annotations

import pytest

from assistant.encoder.reader_graph import build_reader, read_learnt
from assistant.encoder.weights import WEIGHTS_FILE, find_weights_folder, open_tokenizer
from evals.encoder_data import Labelled
from evals.encoder_items import Labels, to_items
from evals.fit_encoder import OUT

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


def test_what_is_learnt_can_be_read_back_and_gone_on_from() -> None:
    assert FOLDER is not None
    graph = OUT.read_bytes()
    learnt, told = read_learnt(graph)
    labels = Labels(told)
    assert {**labels.words, **labels.texts} == told
    assert labels.number("support", told["support"][0]) == 0
    again = build_reader(FOLDER / WEIGHTS_FILE, learnt, labels.words, labels.texts)
    assert again.SerializeToString() == graph
