"""Which document a question points to, and whether any does: the questions known, and the support they give."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.retrieval.asked import AskedIndex
from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.intents import IntentMatcher
from assistant.retrieval.loading import NOTHING, SOMETHING, Library, load_library
from assistant.retrieval.retriever import GuidanceRetriever
from assistant.retrieval.support import Closeness, estimate_support
from tests.assistant.retrieval.conftest import write_library
from tests.fakes.embeddings import HashEmbeddings

CLIFF = ("vesting", "What is a cliff?")
SCHEDULE = ("vesting", "Which schedule is usual?")
ASKED = {CLIFF: ("leave before the first year", "one year nothing"), SCHEDULE: ("25 each year",)}


@pytest.fixture
def asked_library(small_library: Library) -> Library:
    return Library(
        documents=small_library.documents,
        sources=small_library.sources,
        utterances={"advice": ("Should I wait for the first vest before I leave?",), "out_of_scope": ("bake bread",)},
        asked=ASKED,
        elsewhere=("renew a passport", "fix my bike"),
    )


def search_with_topics(library: Library, folder: Path) -> GuidanceRetriever:
    embedder = HashEmbeddings()
    contents = GuidanceIndex(None, embedder).sync(library)
    path = folder / "topics.npz"
    IntentMatcher(library.topic_lines, embedder).save(path)
    topics = IntentMatcher(library.topic_lines, embedder, coefficients=path)
    return GuidanceRetriever(contents, embedder, AskedIndex(library.asked, contents.chunks, embedder), topics)


def test_headings_and_wordings_teach_a_document_and_what_belongs_elsewhere_teaches_nothing(
    asked_library: Library,
) -> None:
    lines = asked_library.topic_lines
    assert lines["vesting"] == (CLIFF[1], *ASKED[CLIFF], SCHEDULE[1], *ASKED[SCHEDULE])
    assert lines[NOTHING] == ("bake bread", "renew a passport", "fix my bike")
    assert lines[SOMETHING] == asked_library.utterances["advice"]


def test_an_objection_is_taught_by_how_it_is_said_alone(small_library: Library) -> None:
    said = next(document.said for document in small_library.documents if document.said)
    assert small_library.topic_lines == {"objection-band": said, NOTHING: ()}


def test_no_document_is_called_like_one_of_the_two_names(builtin_library: Library) -> None:
    assert not {NOTHING, SOMETHING} & {document.id for document in builtin_library.documents}


def test_a_question_of_elsewhere_has_less_support_than_a_known_one(asked_library: Library, tmp_path: Path) -> None:
    retriever = search_with_topics(asked_library, tmp_path)
    known = retriever.find("leave before the first year").support
    assert known > 0.5 > retriever.find("renew a passport").support


def test_the_passage_whose_question_was_asked_comes_first(asked_library: Library, tmp_path: Path) -> None:
    retriever = search_with_topics(asked_library, tmp_path)
    assert SCHEDULE[1] in retriever.search("25 each year")[0].chunk.section
    assert CLIFF[1] in retriever.search("one year nothing")[0].chunk.section


def test_topics_that_were_never_fitted_are_left_out(asked_library: Library) -> None:
    embedder = HashEmbeddings()
    contents = GuidanceIndex(None, embedder).sync(asked_library)
    asked = AskedIndex(asked_library.asked, contents.chunks, embedder)
    without = GuidanceRetriever(contents, embedder, asked)
    unfitted = GuidanceRetriever(contents, embedder, asked, IntentMatcher(asked_library.topic_lines, embedder))
    for query in ("25 each year", "renew a passport", ""):
        assert unfitted.find(query) == without.find(query)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Closeness(0.3, 0.5, 0.4, 0.0), Closeness(0.5, 0.5, 0.4, 0.0)),
        (Closeness(0.3, 0.5, 0.4, 0.0), Closeness(0.3, 0.5, 0.6, 0.0)),
        (Closeness(0.3, 0.5, 0.4, 0.3), Closeness(0.3, 0.5, 0.4, 0.0)),
        (Closeness(0.3, 0.5, 0.4, 0.3, 0.2), Closeness(0.3, 0.5, 0.4, 0.3, 0.5)),
        (Closeness(0.3, 0.2), Closeness(0.3, 0.9)),
        (Closeness(None, 0.2), Closeness(None, 0.9)),
    ],
)
def test_support_grows_with_nearness_and_falls_with_what_belongs_elsewhere(less: Closeness, more: Closeness) -> None:
    assert 0 < estimate_support(less) < estimate_support(more) < 1


def test_a_clear_question_of_elsewhere_is_unsupported_however_near_a_passage_comes() -> None:
    assert estimate_support(Closeness(0.6, 1.0, 0.6, 0.9)) < 0.5 < estimate_support(Closeness(0.6, 1.0, 0.6, 0.0))


def test_the_fitted_topics_travel_with_the_library(builtin_library: Library) -> None:
    from assistant.retrieval.intents import TOPICS_FILE
    from tests.assistant.retrieval.conftest import KNOWLEDGE

    topics = IntentMatcher(builtin_library.topic_lines, None, coefficients=KNOWLEDGE / TOPICS_FILE)
    questions: Sequence[str] = ("what is a cliff in vesting", "how do i renew my passport")
    scores = topics.score(questions)
    assert topics.is_fitted
    first, second = (topics.intents[column] for column in scores.argmax(axis=1))
    assert first in {"rsu-vesting", "glossary-equity"}
    assert second == NOTHING


def test_questions_of_a_heading_that_is_gone_are_left_out(tmp_path: Path) -> None:
    library = load_library(write_library(tmp_path / "knowledge"))
    contents = GuidanceIndex(None, None).sync(library)
    index = AskedIndex({("vesting", "No such heading"): ("a", "b"), CLIFF: ("c",)}, contents.chunks, None)
    assert [line for lines in index.by_row().values() for line in lines] == ["c"]
