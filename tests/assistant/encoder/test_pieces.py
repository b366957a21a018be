"""A text in pieces: nothing is lost, and each piece knows where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.encoder.pieces import FEATURES, FIRST, LAST, MOST_PIECES, Part, cut
from assistant.encoder.weights import find_weights_folder, open_tokenizer

FOLDER = find_weights_folder()
pytestmark = pytest.mark.skipif(FOLDER is None, reason="the weights are not installed")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    assert FOLDER is not None
    return open_tokenizer(FOLDER)


def told(part: Part, text: str, word: str) -> set[str]:
    start = text.index(word)
    row = next(at for at, (low, high) in enumerate(part.places) if low <= start < high)
    return {FEATURES[number] for number in part.features[row]}


def test_every_piece_stands_where_its_letters_are(tokenizer: Any) -> None:
    text = "write to Marisol, they gave 185k\nBase: €72.500"
    (part,) = cut(tokenizer, text)
    assert (part.ids[0], part.ids[-1]) == (FIRST, LAST)
    written = "".join(text[start:end] for start, end in part.places[1:-1])
    assert written.replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_capitals_and_names_are_told_beside_the_letters(tokenizer: Any) -> None:
    text = "write to Marisol at ACME"
    (part,) = cut(tokenizer, text)
    assert {"Title", "name1"} <= told(part, text, "Marisol")
    assert "UPPER" in told(part, text, "ACME")
    assert {"lower", "opens", "linefirst"} <= told(part, text, "write")


def test_only_the_newest_message_is_asked_about(tokenizer: Any) -> None:
    text = "they gave 180\nis that good"
    (part,) = cut(tokenizer, text, newest=text.index("is"))
    assert "asked" in told(part, text, "good")
    assert "asked" not in told(part, text, "gave")


def test_a_long_text_is_cut_at_lines_and_kept_whole(tokenizer: Any) -> None:
    text = "\n".join(f"line {number} of a long letter about pay" for number in range(120))
    parts = cut(tokenizer, text)
    assert len(parts) > 1
    assert all(len(part.ids) <= MOST_PIECES + 2 for part in parts)
    places = [place for part in parts for place in part.places[1:-1]]
    assert places == sorted(places)
    assert text[places[-1][0] : places[-1][1]] == "pay"
