"""The Settings and privacy page: the truth about this installation, and a person's data in their own hands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.casebook import CaseBook
from assistant.cases.case import Case, RecordedOffer
from assistant.cases.memory_store import MemoryCaseStore
from assistant.domain.answer import Answer
from assistant.domain.offer import Offer
from assistant.domain.status import Health
from assistant.errors import StoreUnavailable
from assistant.letters.office import read_docx
from assistant.library import PersonalLibrary
from assistant.personal_data import PersonalData
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.settings import load_settings
from tests.fakes.session import NOW, FakeSession
from tests.ui.conftest import press, words_of
from ui import loading
from ui.components.installation import VARIABLES
from ui.components.privacy import NOTHING_LEAVES

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"
ONLINE = "Your messages go to https://model.example/v1 (openai:some-model), under that provider's terms."
OpenSettings = Callable[[], AppTest]


class SettingsSession(FakeSession):
    """A session on a real store and library, whose status the test can change."""

    def __init__(self, guidance: GuidanceLibrary) -> None:
        super().__init__()
        self.store = MemoryCaseStore()
        self.casebook = CaseBook(self.store, lambda: datetime(2026, 11, 21, tzinfo=UTC))
        self.library = PersonalLibrary(guidance)
        self.personal_data = PersonalData(self.casebook, self.library)
        self.changes: dict[str, Any] = {}

    def list_cases(self) -> Any:
        return self.store.list_cases()

    def delete_case(self, name: str) -> None:
        self.store.delete_case(name)

    def describe(self) -> Any:
        return super().describe().model_copy(update=self.changes)


@pytest.fixture(scope="module")
def guidance(tmp_path_factory: pytest.TempPathFactory) -> GuidanceLibrary:
    return GuidanceLibrary(KNOWLEDGE, own_folder=tmp_path_factory.mktemp("own"))


@pytest.fixture
def session(guidance: GuidanceLibrary) -> SettingsSession:
    session = SettingsSession(guidance)
    for name, title in (("acme", "Acme *offer*"), ("beta", "")):
        offer = RecordedOffer(name=title, role="mine", offer=Offer(base_annual=Decimal(180000)))
        case = Case(name=name, title=title, offers=(offer,))
        session.store.create_case(case, NOW)
        number = session.store.begin_turn(name, "hello", NOW)
        session.store.finish_turn(case, number, Answer(kind="advice", text=f"answer of {name}"), [], NOW)
    return session


def _show() -> None:
    from ui.screens import settings

    settings.show()


@pytest.fixture
def open_settings(session: SettingsSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenSettings]:
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()
    yield lambda: AppTest.from_function(_show, default_timeout=60).run()
    loading.get_loader.clear()


def test_what_leaves_this_computer_is_what_the_running_objects_say(
    open_settings: OpenSettings, session: SettingsSession
) -> None:
    page = open_settings()
    assert not page.exception
    assert NOTHING_LEAVES in words_of(page)
    session.changes = {"outgoing": (ONLINE,), "chat_model": "openai:some-model"}
    words = words_of(open_settings())
    assert NOTHING_LEAVES not in words
    assert ONLINE in words


def test_the_model_the_search_and_the_way_to_change_them_are_there(open_settings: OpenSettings) -> None:
    page = open_settings()
    words = words_of(page)
    assert "hybrid" in words
    assert "data/cases.db" in words
    code = "\n".join(block.value for block in page.code)
    for variable in ("PARLEY_MODEL", "PARLEY_EMBEDDINGS", "PARLEY_DATA_DIR", "OPENAI_BASE_URL"):
        assert variable in code


def test_every_variable_the_page_names_is_one_parley_knows() -> None:
    for line in VARIABLES.splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            load_settings({"OPENAI_API_KEY": "k", name: value})


def test_what_is_missing_is_named_with_the_way_to_get_it(open_settings: OpenSettings, session: SettingsSession) -> None:
    missing = Health(name="search by meaning", ok=False, detail="lexical only", fix="pip install weights")
    session.changes = {"checks": (Health(name="cases", ok=True, detail="here"), missing)}
    page = open_settings()
    assert "1 of 2 things are missing" in [item.label for item in page.expander]
    assert "pip install weights" in words_of(page)


def test_every_download_holds_what_it_says(open_settings: OpenSettings, session: SettingsSession) -> None:
    page = open_settings()
    assert not page.exception
    assert len(page.get("download_button")) == 4
    with zipfile.ZipFile(io.BytesIO(session.personal_data.export())) as archive:
        assert b"answer of acme" in archive.read("cases.json")
    assert "answer of acme" in read_docx(session.casebook.render_export("acme", "docx"))


def test_one_conversation_is_deleted_after_asking(open_settings: OpenSettings, session: SettingsSession) -> None:
    page = open_settings()
    page.selectbox(key="delete-case").select("beta").run()
    page = press(page, "Delete this conversation…")
    assert [case.name for case in session.list_cases()] == ["acme", "beta"]
    press(page, "Keep it")
    assert len(session.list_cases()) == 2
    page = press(page, "Delete this conversation…")
    page = press(page, "Delete for good")
    assert not page.exception
    assert [case.name for case in session.list_cases()] == ["acme"]


def test_everything_is_deleted_after_asking(open_settings: OpenSettings, session: SettingsSession) -> None:
    session.library.add_document("notes.md", b"# Notes\n\nThe sign-on is paid in May.\n")
    page = press(open_settings(), "Delete everything…")
    assert "2 conversations with their offers and 1 document of yours" in words_of(page)
    assert len(session.list_cases()) == 2
    page = press(page, "Delete everything for good")
    assert not page.exception
    assert session.list_cases() == ()
    assert session.library.list_documents(own_only=True) == []
    assert "Removed for good: 2 conversations and 1 document" in page.info[0].value.replace("\\", "")


def test_a_deletion_that_fails_is_said(
    open_settings: OpenSettings, session: SettingsSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StoreUnavailable("The disk is full.")

    monkeypatch.setattr(session.personal_data, "delete", fail)
    page = press(press(open_settings(), "Delete everything…"), "Delete everything for good")
    assert "The disk is full" in page.info[0].value
    assert len(session.list_cases()) == 2


def test_an_exported_file_is_read_in_again(open_settings: OpenSettings, session: SettingsSession) -> None:
    made = session.casebook.render_export("acme", "json")
    page = open_settings()
    page.file_uploader[0].upload("acme.json", made, "application/json")
    page = press(page, "Read in")
    assert "Read in: acme" in page.success[0].value
    assert len(session.list_cases()) == 3
    page.file_uploader[0].upload("acme.json", b"no export", "application/json")
    assert "is not a JSON file that Parley exported" in press(page, "Read in").error[0].value.replace("\\", "")


def test_without_conversations_there_is_nothing_to_choose(
    open_settings: OpenSettings, session: SettingsSession
) -> None:
    session.casebook.delete_all()
    page = open_settings()
    assert not page.exception
    assert not page.selectbox
