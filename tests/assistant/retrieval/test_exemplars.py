from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.retrieval.embedding import load_embedder
from assistant.retrieval.exemplars import ObjectionMatcher, split_message
from assistant.retrieval.loading import Library, load_library
from assistant.retrieval.shipped_vectors import VECTORS_FILE, load_shipped_vectors
from tests.assistant.retrieval.conftest import KNOWLEDGE
from tests.fakes.embeddings import HashEmbeddings


@cache
def letters_only() -> ObjectionMatcher:
    return ObjectionMatcher(load_library(KNOWLEDGE).objection_lines, None)


@pytest.fixture(scope="module")
def with_meaning(builtin_library: Library) -> ObjectionMatcher:
    embedder = load_embedder()
    if embedder is None:
        pytest.skip("the weights are not installed")
    return ObjectionMatcher(
        builtin_library.objection_lines, embedder, lambda: load_shipped_vectors(KNOWLEDGE / VECTORS_FILE)
    )


def test_every_known_wording_finds_its_own_objection(builtin_library: Library) -> None:
    matcher = letters_only()
    pairs = [(d.objection, said) for d in builtin_library.documents for said in d.said]
    right = sum(matcher.match(f'The recruiter said: "{said}"')[0][0] == objection for objection, said in pairs)
    assert right / len(pairs) > 0.98


def test_a_paraphrase_is_recognised(with_meaning: ObjectionMatcher) -> None:
    best = with_meaning.match("the recruiter says my number is above what their grade allows")
    assert best[0][0] == "band_limit"
    assert best[0][1] > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "What does a one year cliff mean?",
        "hello",
        "thanks!",
        "Base salary: $180,000. RSUs: $200,000 over 4 years.",
    ],
)
def test_what_is_no_objection_scores_low(text: str, with_meaning: ObjectionMatcher) -> None:
    assert all(score < 0.5 for _, score in with_meaning.match(text))


@pytest.mark.parametrize(
    "text",
    [
        "recruiter said no to base because of internal equity",
        "they say internal equity prevents a higher base",
        "he says internal fairness",
        "no, it'd be unfair, parity with the existing team she says",
    ],
)
def test_internal_equity_is_about_colleagues_and_no_stock(text: str, with_meaning: ObjectionMatcher) -> None:
    assert with_meaning.match(text)[0][0] == "internal_equity"


def test_typos_do_not_hide_the_objection(with_meaning: ObjectionMatcher) -> None:
    draw = random.Random(3)
    text = "they told me this is the final offer and there is no room to move"
    for _ in range(10):
        place = draw.randrange(1, len(text) - 2)
        typo = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        assert with_meaning.match(typo)[0][0] == "final_offer"


def test_two_objections_in_one_message_both_score_high(with_meaning: ObjectionMatcher) -> None:
    found = dict(with_meaning.match('"This is our final offer." Also "we do not pay signing bonuses."')[:2])
    assert set(found) == {"final_offer", "no_signing_bonus"}


def test_shipped_vectors_save_the_embedding_of_the_wordings(builtin_library: Library) -> None:
    embedder = HashEmbeddings()
    ObjectionMatcher(builtin_library.objection_lines, embedder).match("they say no")
    assert len(embedder.texts) > 100
    real = load_embedder()
    if real is not None:
        shipped = load_shipped_vectors(KNOWLEDGE / VECTORS_FILE)
        assert shipped.embedder == real.fingerprint


def test_an_embedder_that_breaks_leaves_the_letters(builtin_library: Library) -> None:
    embedder = HashEmbeddings()
    matcher = ObjectionMatcher(builtin_library.objection_lines, embedder)
    embedder.embed = None  # type: ignore[assignment, method-assign]
    assert matcher.match("they said this is our final offer")[0][0] == "final_offer"


def test_nothing_matches_nothing() -> None:
    assert letters_only().match("") == []
    assert ObjectionMatcher(Library(()).objection_lines, None).match("final offer") == []
    assert split_message("") == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_scores_in_order_and_the_same_ones_again(text: str) -> None:
    found = letters_only().match(text)
    assert found == letters_only().match(text)
    assert found == sorted(found, key=lambda item: (-item[1], item[0]))
    assert all(0 <= score <= 1 for _, score in found)
