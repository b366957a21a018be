from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.retrieval.chunking import SAID_SECTION
from assistant.retrieval.guidance import GuidanceLibrary
from tests.fakes.embeddings import HashEmbeddings


@pytest.fixture
def guidance(library_folder: Path, tmp_path: Path) -> GuidanceLibrary:
    return GuidanceLibrary(library_folder, tmp_path / "index", tmp_path / "own", HashEmbeddings())


def test_an_added_document_is_found_and_a_removed_one_is_not(guidance: GuidanceLibrary) -> None:
    assert guidance.own is not None
    document = guidance.own.add("memo.txt", "The parental leave is twenty weeks at full pay.")
    guidance.refresh()
    assert guidance.find("parental leave").hits[0].chunk.source_id == document.id
    guidance.own.remove(document.id)
    guidance.refresh()
    assert all(hit.chunk.source_id != document.id for hit in guidance.find("parental leave").hits)


def test_a_question_for_the_own_documents_is_answered_from_them_alone(guidance: GuidanceLibrary) -> None:
    asked = "what do my notes say about the cliff"
    assert {hit.chunk.kind for hit in guidance.find(asked).hits} != {"own"}
    assert guidance.own is not None
    guidance.own.add("memo.txt", "The cliff is nine months at Halcyon.")
    guidance.refresh()
    assert {hit.chunk.kind for hit in guidance.find(asked).hits} == {"own"}
    assert "article" in {hit.chunk.kind for hit in guidance.find("what is the cliff").hits}


def test_the_passages_of_an_objection_come_in_order_without_its_wordings(guidance: GuidanceLibrary) -> None:
    sections = [hit.chunk.section for hit in guidance.objection_passages("band_limit")]
    assert sections == ["What it usually means", "What to say > With no leverage"]
    assert SAID_SECTION not in sections
    assert guidance.objection_passages("unknown") == ()


def test_a_passage_can_be_looked_up(guidance: GuidanceLibrary) -> None:
    chunk = guidance.find_chunk("vesting#0")
    assert chunk is not None
    assert chunk.section == "What is a cliff?"
    assert guidance.find_chunk("nothing#9") is None


def test_companies_and_mode_are_known(guidance: GuidanceLibrary) -> None:
    assert guidance.companies_in("Google or AWS?") == ("amazon", "google")
    assert guidance.mode == "hybrid"
    assert guidance.notes == ()


def test_a_rebuild_keeps_everything(guidance: GuidanceLibrary) -> None:
    before = guidance.index.contents.chunks
    guidance.rebuild()
    assert guidance.index.contents.chunks == before


def test_a_damaged_library_is_an_error_with_a_name(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"sources\.yaml"):
        GuidanceLibrary(tmp_path)
