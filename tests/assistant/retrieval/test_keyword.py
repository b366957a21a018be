from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.keyword import KeywordIndex, Tokenizer

TEXTS = ["vesting schedules and cliffs", "signing bonus clawback", "the bonus vests"]


def test_stems_bring_word_forms_together() -> None:
    scores = KeywordIndex(TEXTS).score("vested")
    assert scores[0] > 0
    assert scores[2] > 0
    assert scores[1] == 0


def test_a_query_of_stop_words_or_unknown_words_scores_nothing() -> None:
    index = KeywordIndex(TEXTS)
    for query in ("what is it?", "zxqv", "", "   ", "???", "你好"):
        assert index.score(query).tolist() == [0, 0, 0]


def test_an_index_of_nothing_can_be_asked() -> None:
    assert KeywordIndex([]).score("bonus").tolist() == []
    assert KeywordIndex(["the"]).score("bonus").tolist() == [0]


def test_rare_words_weigh_more() -> None:
    index = KeywordIndex(TEXTS)
    token = Tokenizer().tokenize
    assert index.weigh_token(*token("clawback")) > index.weigh_token(*token("bonus"))
    assert index.weigh_token("zxqv") > index.weigh_token(*token("clawback"))


@given(st.text(max_size=200))
def test_any_query_is_answered(query: str) -> None:
    assert KeywordIndex(TEXTS).score(query).shape == (3,)
