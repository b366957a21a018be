from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.quotes import contains_quote, find_quote, fold_text, pick_sentence, split_sentences

words = st.text(alphabet="abcXYZ éß½…’“”–-  \n\t.,$%0123456789ﬁ", min_size=0, max_size=40)


@given(before=words, quote=words, after=words)
def test_a_quote_is_found_where_the_same_words_stand(before: str, quote: str, after: str) -> None:
    text = f"{before} {quote} {after}"
    span = find_quote(text, quote)
    assert (span is not None) == contains_quote(text, quote) == bool(quote.strip())
    if span is not None:
        start, end = span
        assert 0 <= start < end <= len(text)
        assert fold_text(quote) in fold_text(text[start:end])


@given(text=st.text(max_size=60), quote=st.text(max_size=6))
def test_finding_and_containing_agree_on_any_text(text: str, quote: str) -> None:
    assert (find_quote(text, quote) is not None) == contains_quote(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We can offer “$180,000” – base.", '"$180,000" - base'),
        ("Sign-on of   $40K,\n payable", "sign‑on of $40k, payable"),
        ("It’s final…", "it's final..."),
        ("The ﬁnal oﬀer", "final offer"),
        ("Base\u00a0salary 150 000", "base salary 150 000"),
    ],
)
def test_the_same_words_in_other_characters_are_the_same_words(text: str, quote: str) -> None:
    assert contains_quote(text, quote)
    assert find_quote(text, quote) is not None


@pytest.mark.parametrize("quote", ["", "  \n", "190,000"])
def test_words_that_do_not_stand_there_are_not_found(quote: str) -> None:
    assert find_quote("Base is 180,000", quote) is None
    assert not contains_quote("Base is 180,000", quote)


def test_the_span_is_the_quote_itself() -> None:
    text = "First. The BASE  is “fixed”. Last."
    start, end = find_quote(text, 'the base is "fixed"') or (0, 0)
    assert text[start:end] == "The BASE  is “fixed”"


def test_sentences_and_items_stand_as_written() -> None:
    passage = "Ask once. Then wait.\n\nNext part\n- first item\n- second item, with 3.5 parts"
    assert split_sentences(passage) == [
        "Ask once.",
        "Then wait.",
        "Next part",
        "- first item",
        "- second item, with 3.5 parts",
    ]


@given(st.text(max_size=80))
def test_every_sentence_is_a_piece_of_its_text(text: str) -> None:
    assert all(sentence in text for sentence in split_sentences(text))


def test_the_sentence_nearest_to_the_claim_is_picked() -> None:
    passage = "Be polite. Most sign-on bonuses are flexible. Ask for the range."
    assert pick_sentence("the sign-on bonus is flexible", passage) == "Most sign-on bonuses are flexible."


def test_the_first_sentence_is_picked_when_none_is_near() -> None:
    assert pick_sentence("zzz", "Be kind. Be brief.") == "Be kind."
    assert pick_sentence("anything", "  ") == ""
    assert pick_sentence("anything", "… …") == "… …"
