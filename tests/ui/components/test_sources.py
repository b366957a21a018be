"""The list of sources: each passage once, with every number that leads into it."""

from __future__ import annotations

from typing import cast

from assistant.domain.evidence import Citation
from assistant.session import CoachSession
from tests.fakes.session import CITATION, PASSAGE, FakeSession
from ui.components.sources import compose_sources, find_sources

AVERAGE = "The average is fairest."


def compose(*citations: Citation) -> str:
    return compose_sources(find_sources(cast("CoachSession", FakeSession()), citations, "1"))


def cite(n: int, quote: str = CITATION.quote, **changes: str) -> Citation:
    return CITATION.model_copy(update={"n": n, "quote": quote, **changes})


def test_a_passage_quoted_twice_is_listed_once_with_both_numbers() -> None:
    listed = compose(cite(1), cite(2, AVERAGE))
    assert listed.count("<details") == 1
    assert "1 source" in listed
    assert listed.count("<mark>") >= 2
    assert listed.index('id="source-1-1"') < listed.index('id="source-1-2"') < listed.index("The average is")


def test_words_quoted_by_two_numbers_are_highlighted_once() -> None:
    listed = compose(cite(1), cite(2, "a grant and a sign-on amount"))
    assert 'id="source-1-1"' in listed
    assert 'id="source-1-2"' in listed
    assert "<mark><" not in listed


def test_the_passages_of_a_document_stand_together_and_name_it_once() -> None:
    other = cite(2, chunk_id="elsewhere#1", source_id="elsewhere", title="Elsewhere", section="A part")
    listed = compose(cite(1), other, cite(3, chunk_id="pay-figures#9", section="Another part"))
    assert "3 sources" in listed
    assert listed.count(f"<small>{PASSAGE.title}") == 1
    assert listed.index("Another part") < listed.index("A part")


def test_words_that_are_gone_still_have_their_place() -> None:
    listed = compose(cite(1, "words that no longer stand there"))
    assert 'id="source-1-1"' in listed
