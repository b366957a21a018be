from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.citations import MISQUOTED, UNKNOWN, check_citations, resolve_citations
from assistant.checks.numbers import check_numbers, numbers_in_text
from assistant.domain.evidence import Chunk


def passage(number: int, text: str = "Ask for the range. Most sign-on bonuses are “flexible”. Wait.") -> Chunk:
    return Chunk(
        chunk_id=f"doc:{number}",
        source_id="doc",
        title="Title",
        section="Section",
        publisher="Publisher",
        text=text,
    )


PASSAGES = {number: passage(number) for number in range(1, 6)}
markers = st.integers(0, 7).map(lambda n: f"[{n}]")
pieces = st.lists(st.sampled_from(["Ask for it. ", "Wait, then call ", "\n", "- item "]) | markers, max_size=12)


@given(parts=pieces)
def test_markers_count_up_in_the_order_they_appear(parts: list[str]) -> None:
    text, citations = resolve_citations("".join(parts), PASSAGES)
    numbers = [int(n) for n in re.findall(r"\[(\d+)\]", text)]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(citations) + 1))
    assert [citation.n for citation in citations] == list(range(1, len(citations) + 1))


@given(parts=pieces)
def test_resolving_is_stable(parts: list[str]) -> None:
    text = "".join(part for part in parts if part not in ("[0]", "[6]", "[7]"))
    first = resolve_citations(text, PASSAGES)
    assert resolve_citations(text, PASSAGES) == first
    renumbered = {citation.n: PASSAGES[int(citation.chunk_id.split(":")[1])] for citation in first[1]}
    assert resolve_citations(first[0], renumbered)[0] == first[0]


@given(parts=pieces)
def test_every_quote_stands_in_its_passage(parts: list[str]) -> None:
    for citation in resolve_citations("".join(parts), PASSAGES)[1]:
        assert citation.quote in PASSAGES[1].text


def test_the_same_passage_and_quote_keep_one_number() -> None:
    text, citations = resolve_citations(
        "Ask for the range [3]. Ask for the range [3]. Sign-on bonuses bend [3].", PASSAGES
    )
    assert text == "Ask for the range [1]. Ask for the range [1]. Sign-on bonuses bend [2]."
    assert [citation.quote for citation in citations] == [
        "Ask for the range.",
        "Most sign-on bonuses are “flexible”.",
    ]


def test_a_quote_is_given_in_the_passages_own_characters() -> None:
    text, (citation,) = resolve_citations('They bend [2 "MOST sign-on bonuses are "flexible""].', PASSAGES)
    assert text == "They bend [1]."
    assert citation.quote == "Most sign-on bonuses are “flexible”"


def test_a_quote_that_does_not_stand_there_is_replaced_by_one_that_does() -> None:
    _, (citation,) = resolve_citations('The range helps [2 "always ask for the ranges"].', PASSAGES)
    assert citation.quote == "Ask for the range."


def test_links_are_no_citations() -> None:
    text = "See [1](https://example.com)."
    assert resolve_citations(text, PASSAGES) == (text, ())
    assert check_citations(text, {}) == []


def test_a_number_without_a_passage_is_found_and_taken_out() -> None:
    text = "Ask first. Then wait [9]."
    (finding,) = check_citations(text, PASSAGES)
    assert (finding.check, finding.detail, finding.quote) == (UNKNOWN, "[9] is no passage", "Then wait [9].")
    assert resolve_citations(text, PASSAGES) == ("Ask first. Then wait .", ())


@pytest.mark.parametrize("quote", ["Ask for the range", "most SIGN‑ON bonuses", 'are "flexible". Wait'])
def test_words_of_the_passage_are_a_quote(quote: str) -> None:
    assert check_citations(f"So it is [1 “{quote}”].", PASSAGES) == []


def test_words_that_are_not_the_passages_are_found() -> None:
    (finding,) = check_citations('So it is [1: "always ask twice"].', PASSAGES)
    assert finding.check == MISQUOTED
    assert finding.quote == 'So it is [1: "always ask twice"].'


def test_an_amount_of_a_passage_counts_only_where_that_passage_is_cited() -> None:
    passages = {1: passage(1, "Sign-ons run from $70,000 up."), 2: passage(2, "Be polite.")}

    def findings(text: str) -> int:
        cited = [citation.chunk_id for citation in resolve_citations(text, passages)[1]]
        texts = [item.text for item in passages.values() if item.chunk_id in cited]
        return len(check_numbers(text, numbers_in_text(" ".join(texts))))

    assert findings("Sign-ons start at $70,000 [1].") == 0
    assert findings("Sign-ons start at $70,000 [2].") == 1
    assert findings("Sign-ons start at $70,000.") == 1
