"""The Library page: search, add, open, remove."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.domain.evidence import Source
from assistant.library import PersonalLibrary
from assistant.reference.claims import load_claims
from assistant.retrieval.guidance import GuidanceLibrary
from tests.fakes.session import FakeSession
from tests.ui.conftest import press, words_of
from ui import loading

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"
NOTES = b"# Leave at Blue Harbour\n\n## Parents\n\nParental leave there is twenty-one weeks.\n\nShare this article\n"


def _show() -> None:
    from ui.screens import library

    library.show()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> PersonalLibrary:
    claims = load_claims(KNOWLEDGE / "claims.yaml")
    return PersonalLibrary(GuidanceLibrary(KNOWLEDGE, own_folder=tmp_path_factory.mktemp("own")), claims=claims)


@pytest.fixture
def page(library: PersonalLibrary, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    guidance = library._guidance

    def find_sources(names: tuple[str, ...]) -> list[Source]:
        return [guidance.library.sources[name] for name in names]

    session = SimpleNamespace(
        library=library,
        search=guidance.find,
        find_sources=find_sources,
        describe=FakeSession().describe,
        call_tool=lambda name, given: run_calculator(name, given, date(2026, 11, 21), build_reference()),
    )
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()
    yield AppTest.from_function(_show, default_timeout=60).run()
    loading.get_loader.clear()


def test_disputes_and_recomputed_sums_are_shown_when_they_are_opened(page: AppTest) -> None:
    assert "What settles it" not in words_of(page)
    page.session_state["library-disputes"] = True
    page.session_state["library-audit"] = True
    page = page.run()
    assert not page.exception
    shown = words_of(page)
    assert "Can Amazon's stock grant be negotiated?" in shown
    assert "What settles it" in shown
    assert "worked examples come out as printed" in shown
    assert "Printed $388,000, ours $416,250 (year 1)." in shown


def test_the_page_lists_what_comes_with_parley(page: AppTest) -> None:
    assert not page.exception
    assert "Library" in words_of(page)
    assert any("documents that come with Parley" in item.label for item in page.expander)


def test_a_document_is_added_found_opened_and_removed(page: AppTest, library: PersonalLibrary) -> None:
    page.file_uploader[0].upload("leave.md", NOTES, "text/markdown")
    page = press(page, "Add to the library")
    assert not page.exception
    assert "Leave at Blue Harbour: added" in page.success[0].value
    assert any(item.label == "1 line left out as adverts or navigation" for item in page.expander)
    page.text_input(key="library_query").set_value("parental leave blue harbour").run()
    assert "twenty-one weeks" in words_of(page)
    press(page, "Open")
    assert words_of(page).count("twenty-one weeks") == 2
    page = press(page, "Remove")
    assert not page.exception
    assert library.list_documents(own_only=True) == []


def test_a_file_that_cannot_be_read_is_said_in_a_sentence(page: AppTest) -> None:
    page.file_uploader[0].upload("broken.pdf", b"%PDF-1.7 nothing", "application/pdf")
    page = press(page, "Add to the library")
    assert "cannot be read as a PDF" in page.error[0].value


def test_the_index_is_built_anew(page: AppTest) -> None:
    page = press(page, "Build the index anew")
    assert "Done:" in page.success[0].value
