"""The likeness of short texts by their n-grams, made now or read from what was stored."""

from __future__ import annotations

import numpy as np

from assistant.retrieval.intents import cut_words
from assistant.retrieval.ngrams import NgramIndex

TEXTS = ["is the base too low", "they said no", "is the sign-on too low for this level", "write the mail"]


def test_a_text_is_most_like_itself_and_a_typo_stays_near() -> None:
    index = NgramIndex(TEXTS)
    scores = index.score("they sadi no")
    assert int(scores.argmax()) == 1
    assert abs(float(index.score(TEXTS[0])[0]) - 1) < 1e-5


def test_words_no_text_holds_lower_the_likeness() -> None:
    index = NgramIndex(TEXTS, cut_words)
    assert index.score("write the mail")[3] > index.score("write the mail about zebras")[3] > 0


def test_what_was_stored_scores_as_what_was_built() -> None:
    built = NgramIndex(TEXTS, cut_words)
    read = NgramIndex.load(built.dump(), len(TEXTS), cut_words)
    for text in ("is it too low", "no", "something else entirely"):
        assert np.allclose(built.score(text), read.score(text), atol=2e-3)
