"""Messages put plainly: shorthand always, another language only when the message is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.retrieval.plain_words import WORDS_FILE, PlainWords, load_plain_words, without_accents
from tests.assistant.retrieval.conftest import KNOWLEDGE

WORDS = PlainWords(
    {
        "chat": {"idk": "i do not know", "tbh": ""},
        "spanish": {"oferta": "offer", "tengo": "i have", "más": "more", "la": "the"},
        "hinglish": {"kitna": "how much", "paisa": "money", "hai": "is"},
    }
)


def test_a_message_without_any_of_the_words_stays_as_it_is() -> None:
    text = "Can I  negotiate\nthe Base?"
    assert WORDS.put_plainly(text) == text


def test_shorthand_is_written_out_in_every_message_and_filler_is_dropped() -> None:
    assert WORDS.put_plainly("idk if that is low tbh") == "i do not know if that is low"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Tengo la oferta", "i have the offer"),
        ("OFERTA mas?", "offer more?"),
        ("kitna paisa hai", "how much money is"),
    ],
)
def test_the_language_of_most_words_is_put_into_english(text: str, plain: str) -> None:
    assert WORDS.put_plainly(text) == plain


def test_one_foreign_word_in_an_english_message_is_left_alone() -> None:
    assert WORDS.put_plainly("they moved me to la last year") == "they moved me to la last year"
    assert WORDS.put_plainly("what is the word oferta in the la letter they sent to my old home") == (
        "what is the word oferta in the la letter they sent to my old home"
    )


def test_of_two_languages_only_the_stronger_one_is_read() -> None:
    assert WORDS.put_plainly("tengo oferta kitna la") == "i have offer kitna the"


def test_accents_are_no_difference() -> None:
    assert without_accents("¿CUÁNTO más?") == "¿cuanto mas?"
    assert WORDS.put_plainly("tengo más") == WORDS.put_plainly("tengo mas")


def test_an_empty_message_stays_empty() -> None:
    assert WORDS.put_plainly("") == ""


def test_a_missing_list_changes_nothing(tmp_path: Path) -> None:
    assert load_plain_words(tmp_path / "none.yaml").put_plainly("idk") == "idk"


@pytest.mark.parametrize("content", ["- a list", "spanish: [la]", "spanish: {la: [the]}", "a: {b: c"])
def test_a_damaged_list_is_named_with_the_fix(content: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"words\.yaml.*write a list of words"):
        load_plain_words(path)


def test_the_words_that_travel_along_know_shorthand_spanish_and_hinglish() -> None:
    words = load_plain_words(KNOWLEDGE / WORDS_FILE)
    assert "offer" in words.put_plainly("me dieron una oferta y necesito decidir")
    assert words.put_plainly("Could the base be higher?") == "Could the base be higher?"
