from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from langchain_tests.integration_tests import RetrieversIntegrationTests

from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.langchain_retriever import LibraryRetriever
from assistant.retrieval.loading import Library, load_library
from assistant.retrieval.own_documents import parse_own_document
from assistant.retrieval.retriever import GuidanceRetriever
from tests.assistant.retrieval.conftest import KNOWLEDGE
from tests.fakes.embeddings import HashEmbeddings


def build(library: Library, embedder: HashEmbeddings | None = None) -> GuidanceRetriever:
    return GuidanceRetriever(GuidanceIndex(None, embedder).sync(library), embedder)


@pytest.fixture(scope="module")
def lexical(builtin_library: Library) -> GuidanceRetriever:
    return build(builtin_library)


def test_the_best_passage_comes_first_and_scores_fall(lexical: GuidanceRetriever) -> None:
    hits = lexical.search("what is a cliff in vesting")
    assert hits[0].chunk.source_id == "rsu-vesting"
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == 8


def test_the_same_question_gives_the_same_hits(builtin_library: Library, lexical: GuidanceRetriever) -> None:
    again = build(builtin_library)
    for query in ("sign-on bonus", "they said no", "level", "a"):
        assert again.search(query) == lexical.search(query)


def test_a_question_about_a_company_is_not_answered_from_another(lexical: GuidanceRetriever) -> None:
    hits = lexical.search("can I negotiate stock at Google")
    assert not {"amazon-offers", "microsoft-offers"} & {hit.chunk.source_id for hit in hits}
    assert lexical.search("can I negotiate stock at Amazon")[0].chunk.source_id == "amazon-offers"


def test_a_company_known_from_the_case_counts_like_a_named_one(lexical: GuidanceRetriever) -> None:
    hits = lexical.search("can I negotiate stock", companies=["Microsoft"])
    sources = [hit.chunk.source_id for hit in hits]
    assert "microsoft-offers" in sources
    assert "amazon-offers" not in sources


def test_without_a_company_general_advice_comes_first(lexical: GuidanceRetriever) -> None:
    assert not lexical.search("how does stock vest")[0].chunk.companies


def test_kinds_narrow_the_search(small_library: Library) -> None:
    library = small_library.with_documents([parse_own_document("vesting.txt", "My vesting notes about the cliff.")])
    retriever = build(library, HashEmbeddings())
    assert {hit.chunk.kind for hit in retriever.search("vesting cliff", kinds=["own"])} == {"own"}


def test_the_mode_says_whether_meaning_is_searched(small_library: Library) -> None:
    assert build(small_library).find("vesting").mode == "lexical only"
    assert build(small_library, HashEmbeddings()).find("vesting").mode == "hybrid"


def test_placeholder_vectors_are_never_ranked(small_library: Library) -> None:
    contents = GuidanceIndex(None, None).sync(small_library)
    hits = GuidanceRetriever(contents, HashEmbeddings()).search("zxqv unknown words")
    assert hits == []


def test_an_embedder_that_breaks_costs_the_meaning_only(small_library: Library) -> None:
    embedder = HashEmbeddings()
    retriever = build(small_library, embedder)
    embedder.embed = None  # type: ignore[assignment, method-assign]
    found = retriever.find("what is a cliff")
    assert found.mode == "lexical only"
    assert found.hits


@pytest.mark.parametrize("query", ["", "   ", "what is it?", "???", "x" * 100_000, "a\x00b", "🙂"])
def test_any_query_is_answered(query: str, lexical: GuidanceRetriever) -> None:
    found = lexical.find(query)
    assert 0 <= found.support <= 1


def test_a_question_the_library_knows_nothing_about_has_little_support(lexical: GuidanceRetriever) -> None:
    assert lexical.find("how do i renew my passport").support < 0.5
    assert lexical.find("is the signing bonus negotiable").support > 0.5


def test_threads_searching_at_once_get_the_answers_of_one(lexical: GuidanceRetriever) -> None:
    queries = ["vesting cliff", "sign-on bonus clawback", "deadline extension", "level"] * 25
    expected = [lexical.search(query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lexical.search, queries)) == expected


def test_no_more_hits_than_asked_for(lexical: GuidanceRetriever) -> None:
    assert len(lexical.search("offer", k=3)) == 3
    assert lexical.search("offer", k=0) == []


class TestLibraryRetriever(RetrieversIntegrationTests):
    @property
    def retriever_constructor(self) -> type[LibraryRetriever]:
        return LibraryRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"guidance": build(load_library(KNOWLEDGE))}

    @property
    def retriever_query_example(self) -> str:
        return "is the signing bonus negotiable"
