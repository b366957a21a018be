from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.sentences import drop_sentences, sentence_at, sentence_spans

plain = st.sampled_from(
    ["Ask for $5.", "They said no!", "Is it final?", 'Wait [1 "Wait. Then act."].', "He said “go.”"]
)
lines = st.lists(plain, min_size=1, max_size=4).map(" ".join) | st.sampled_from(
    ["", "- an item. With two parts.", "1. First. Then.", "| a | b. c |", "## Head. Line", "> Quoted. Twice."]
)
texts = st.lists(lines, max_size=8).map("\n".join)


def sentences_of(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_spans(text)]


@given(text=st.text(max_size=80) | texts)
def test_spans_are_in_order_and_leave_out_only_space(text: str) -> None:
    end_before = 0
    for start, end in sentence_spans(text):
        assert end_before <= start < end
        assert not text[end_before:start].strip()
        end_before = end
    assert not text[end_before:].strip()


@given(text=texts, data=st.data())
def test_a_dropped_sentence_is_gone_and_nothing_is_invented(text: str, data: st.DataObject) -> None:
    sentences = sentences_of(text)
    unwanted = set(data.draw(st.lists(st.sampled_from(sentences)))) if sentences else set()
    left = drop_sentences(text, unwanted)
    assert not unwanted & set(sentences_of(left))
    rest = iter(text)
    assert all(character in rest for character in left)


@given(text=texts)
def test_dropping_nothing_keeps_every_sentence(text: str) -> None:
    assert sentences_of(drop_sentences(text, set())) == [s for s in sentences_of(text) if s.strip(" -*.0123456789")]


@given(text=texts, data=st.data())
def test_the_sentence_at_a_position_holds_it(text: str, data: st.DataObject) -> None:
    spans = sentence_spans(text)
    if not spans:
        return
    start, end = data.draw(st.sampled_from(spans))
    assert sentence_at(text, data.draw(st.integers(start, end - 1))) == text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Base is $1.5M. Fine.", ["Base is $1.5M.", "Fine."]),
        ("Ask for more, e.g. $5,000. Then wait.", ["Ask for more, e.g. $5,000.", "Then wait."]),
        ("It is so [1]. And so. [2] Next.", ["It is so [1].", "And so. [2]", "Next."]),
        ('Say it [1 "Ask. Always."]. Wait.', ['Say it [1 "Ask. Always."].', "Wait."]),
        ("- one. two.\n- three", ["- one. two.", "- three"]),
        ("| a. b | c |", ["| a. b | c |"]),
    ],
)
def test_sentences_are_cut_where_people_end_them(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_a_position_outside_the_text_has_no_sentence() -> None:
    assert sentence_at("Ask.", 99) == ""


def test_empty_lines_that_remain_are_closed_up() -> None:
    text = "First.\n\n- drop me\n\nLast."
    assert drop_sentences(text, {"- drop me"}) == "First.\n\nLast."
