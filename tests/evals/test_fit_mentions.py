"""Fitting mentions: tags become places, and a fitted model can be scored."""

from __future__ import annotations

from pathlib import Path

from evals.fit_mentions import fit, load, read_messages, score, take_tags, to_example

MESSAGES = """@@ counter
mail to <to>Tom Reed</to>, i want <want>195</want>
@@
<got>41.50</got> an hour
"""


def test_tags_become_places() -> None:
    text, spans = take_tags("to <to>Tom</to> for <want>195</want>")
    assert text == "to Tom for 195"
    assert [text[start:end] for start, end, _ in spans] == ["Tom", "195"]


def test_a_mention_of_two_words_begins_once() -> None:
    _, tags = to_example("mail to <to>Tom Reed</to> now")
    assert tags == ["O", "O", "B-to", "I-to", "O"]


def test_a_fitted_model_is_scored(tmp_path: Path) -> None:
    path = tmp_path / "mentions.txt"
    path.write_text(MESSAGES, encoding="utf-8")
    assert [purpose for purpose, _ in read_messages(MESSAGES)] == ["counter", ""]
    examples = load(path)
    model = tmp_path / "made.crf"
    fit(examples, model)
    assert score(model, examples)["want"] == (1, 1, 1)


def test_all_shipped_messages_are_tagged_well() -> None:
    for _, message in read_messages(
        (Path(__file__).parents[2] / "knowledge" / "mentions.txt").read_text(encoding="utf-8")
    ):
        text, spans = take_tags(message)
        assert all(start < end <= len(text) for start, end, _ in spans)
