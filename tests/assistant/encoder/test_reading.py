"""What the encoder says of a text, and that those who ask do without it where its weights are missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.encoder import reading
from assistant.encoder.pieces import FEATURES, MOST_PIECES, Part, cut
from assistant.encoder.weights import WEIGHTS_FILE, find_weights_folder, open_session, open_tokenizer
from assistant.offline.briefs.mentions import read_mentions
from assistant.retrieval.embedding import load_embedder

FOLDER = find_weights_folder()
needs_weights = pytest.mark.skipif(FOLDER is None, reason="the weights are not installed")
_RUN = reading._run
TEXT = "write to Marisol at Acme, they gave 180 and i want 195"


@needs_weights
def test_beliefs_of_a_word_and_of_a_text_add_up_to_one() -> None:
    read = reading.read(TEXT)
    assert read is not None
    for shares in (read.at("mention", TEXT.index("Marisol")), read.at("sum", TEXT.index("180")), read.whole("kind")):
        assert sum(shares.values()) == pytest.approx(1)


@needs_weights
def test_the_person_the_offer_and_the_wish_are_told_apart() -> None:
    read = reading.read(TEXT)
    assert read is not None
    for words, label in (("Marisol", "B-to"), ("180", "B-got"), ("195", "B-want")):
        shares = read.at("mention", TEXT.index(words))
        assert max(shares, key=lambda each: shares[each]) == label


@needs_weights
def test_a_message_is_read_in_the_light_of_the_one_before() -> None:
    alone = reading.read_turns(["shorter please"])
    behind = reading.read_turns(["write to Marisol that i want 195", "shorter please"])
    assert alone is not None
    assert behind is not None
    assert behind.whole("kind")["script"] > 0.5
    assert alone.whole("kind") != behind.whole("kind")


@needs_weights
def test_a_text_is_read_once_whatever_for(monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[Part] = []

    def run(session: Any, part: Part) -> Any:
        parts.append(part)
        return _RUN(session, part)

    monkeypatch.setattr(reading, "_run", run)
    reading.forget()
    read = reading.read(TEXT)
    assert read is not None
    assert read is reading.read(TEXT, 0) is reading.read_turns([TEXT])
    read.at("mention", TEXT.index("Marisol"))
    read.whole("kind")
    assert len(parts) == 1


@needs_weights
def test_of_a_long_text_only_what_is_asked_about_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[Part] = []

    def run(session: Any, part: Part) -> Any:
        parts.append(part)
        return _RUN(session, part)

    monkeypatch.setattr(reading, "_run", run)
    reading.forget()
    text = "\n".join(f"line {number} pays {number}k" for number in range(300))
    for told in (text, text + "\nline 300 pays 300k"):
        read = reading.read(told)
        assert read is not None
        assert len(read.parts) > reading.JUDGED_PARTS
        read.whole("offer")
    assert len(parts) == reading.JUDGED_PARTS


@needs_weights
def test_the_parts_of_a_long_text_are_read_in_their_order() -> None:
    lines = [f"line {number} pays {number}k" for number in range(300)]
    read = reading.read("\n".join(lines))
    assert read is not None
    assert len(read.starts) > 2 * MOST_PIECES
    assert list(read.starts) == sorted(read.starts)
    assert len(read.starts) == sum(len(part.ids) - 2 for part in read.parts)
    first = len(lines[0]) + 1 + lines[1].index("1k")
    alone = reading.read("\n".join(lines)[: read.starts[read.firsts[1]]])
    assert alone is not None
    assert read.at("sum", first) == alone.at("sum", first)
    assert read.at_each("sum", [first, read.starts[-1]])[1] == read.at("sum", read.starts[-1])


@needs_weights
@pytest.mark.parametrize("between", ["\n", " "])
def test_of_a_very_long_text_the_beginning_is_read(between: str) -> None:
    read = reading.read(f"base 180k{between}" * 50_000)
    assert read is not None
    assert len(read.starts) < 20_000


def test_without_weights_nothing_is_read_and_messages_still_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_weights_folder", lambda: None)
    monkeypatch.setattr(reading, "_ENCODER", reading._Encoder())
    reading.forget()
    read_mentions.cache_clear()
    assert reading.read(TEXT) is None
    assert ("to", "Marisol") in [(item.role, item.words) for item in read_mentions(TEXT)]
    reading.forget()
    read_mentions.cache_clear()


@needs_weights
def test_adapters_that_learnt_nothing_leave_the_published_model_as_it_is() -> None:
    from assistant.encoder.graph import LAYERS, WIDTH
    from assistant.encoder.reader_graph import ADAPTED, LOWER_LAYERS, build_reader

    assert FOLDER is not None
    wide = {"intermediate.dense": (WIDTH, 4 * WIDTH), "output.dense": (4 * WIDTH, WIDTH)}
    learnt = {
        "features.in.table": np.zeros((len(FEATURES), WIDTH)),
        "head.words.A": np.eye(WIDTH), "head.words.bias": np.zeros(WIDTH),
        "head.texts.A": np.zeros((2 * WIDTH, 1)), "head.texts.bias": np.zeros(1),
    }  # fmt: skip
    for layer in range(LOWER_LAYERS, LAYERS):
        for name in ADAPTED:
            inner, outer = wide.get(name, (WIDTH, WIDTH))
            learnt[f"encoder.layer.{layer}.{name}.A"] = np.zeros((inner, 2))
            learnt[f"encoder.layer.{layer}.{name}.B"] = np.zeros((2, outer))
    labels = {"mention": [str(number) for number in range(WIDTH)]}
    graph = build_reader(Path(FOLDER / WEIGHTS_FILE), learnt, labels, {"kind": ["any"]})
    (part,) = cut(open_tokenizer(FOLDER), TEXT)
    words, _ = reading._run(open_session(graph.SerializeToString(), FOLDER), part)
    mean = words.mean(axis=0)
    embedder = load_embedder()
    assert embedder is not None
    assert float(mean @ embedder.embed([TEXT])[0]) / float(np.linalg.norm(mean)) > 0.999
