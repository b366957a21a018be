"""The casebook: every case comes out whole, goes in again, and can be taken away for good."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage, messages_from_dict

from assistant.casebook import CaseBook
from assistant.cases.case import Case, RecordedOffer
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.cases.store import CaseStore
from assistant.domain.answer import Answer
from assistant.domain.offer import Offer
from assistant.errors import InputError
from assistant.letters.office import read_docx
from assistant.offline.conversation import MARKS
from assistant.practice.practice import Practice
from tests.assistant.practice.talks import ASK, play

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
CANARY = "canary-41c9"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CaseStore:
    return MemoryCaseStore() if request.param == "memory" else SqliteCaseStore(tmp_path / "data")


@pytest.fixture
def book(store: CaseStore) -> CaseBook:
    fill(store, "acme", "Acme offer", "November 30, 2026")
    fill(store, "beta", "Other", None)
    return CaseBook(store, lambda: NOW)


def fill(store: CaseStore, name: str, title: str, deadline: str | None) -> None:
    offer = RecordedOffer(name=f"{name} offer", role="mine", offer=Offer(company=name, deadline=deadline))
    case = Case(name=name, title=title, offers=(offer,))
    store.create_case(case, "2026-11-20T10:00:00Z")
    number = store.begin_turn(name, f"{CANARY} {name}", "2026-11-20T10:00:00Z")
    answer = Answer(kind="objection", objection="band_limit", text=f"answer for {name}")
    store.finish_turn(case, number, answer, [{"type": "tool", "data": {}}], "2026-11-20T10:00:01Z")
    store.begin_turn(name, "cut off", "2026-11-20T10:01:00Z")


def test_the_list_names_offers_and_deadline(book: CaseBook) -> None:
    acme, beta = book.list_entries()
    assert (acme.name, acme.title, acme.turns, acme.offers, acme.deadline) == (
        "acme", "Acme offer", 2, ("acme offer",), "November 30, 2026",
    )  # fmt: skip
    assert acme.changed == "2026-11-20T10:00:01Z"
    assert beta.deadline is None


def test_a_case_is_found_by_name_or_by_a_title_only_one_has(book: CaseBook, store: CaseStore) -> None:
    assert book.open_case("acme").case == book.open_case(" acme  OFFER ").case
    fill(store, "gamma", "other", None)
    with pytest.raises(InputError, match="2 cases: beta, gamma"):
        book.open_case("Other")
    with pytest.raises(InputError, match='"nobody" does not exist'):
        book.open_case("nobody")


def test_renaming_changes_the_title_only(book: CaseBook) -> None:
    assert book.rename("Acme offer", "  The  one ") == "acme"
    assert book.open_case("the one").case.name == "acme"
    with pytest.raises(InputError, match="title: is empty"):
        book.rename("acme", " ")


def test_deleting_says_what_went_and_takes_nothing_when_a_name_is_wrong(book: CaseBook) -> None:
    with pytest.raises(InputError):
        book.delete(["acme", "nobody"])
    assert len(book.list_entries()) == 2
    (removed,) = book.delete(["acme", "Acme offer"])
    assert removed.model_dump() == {"name": "acme", "title": "Acme offer", "turns": 2, "offers": 1}
    assert [entry.name for entry in book.list_entries()] == ["beta"]


def test_after_deleting_all_no_byte_and_no_name_is_left(tmp_path: Path) -> None:
    store = SqliteCaseStore(tmp_path)
    for index in range(30):
        fill(store, f"{CANARY}-{index}", f"{CANARY} title {index}", "Friday")
    fill(store, "kept", "kept", None)
    book = CaseBook(store, lambda: NOW)
    before = store.path.stat().st_size
    with store.lock("kept"):
        book.delete([entry.name for entry in book.list_entries() if entry.name != "kept"])
    assert store.path.stat().st_size < before
    assert [entry.name for entry in book.list_entries()] == ["kept"]
    assert [path.name for path in tmp_path.rglob("*.lock")] != []
    book.delete_all()
    held = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in held if CANARY.encode() in path.read_bytes()]
    assert [path.name for path in held if path.suffix == ".lock"] == ["schema.lock"]


def test_what_is_exported_is_imported_whole_under_a_free_name(book: CaseBook, store: CaseStore) -> None:
    made = book.render_all()
    imported = book.import_archive(made)
    assert [(item.name, item.was_called, item.turns) for item in imported] == [
        ("acme-2", "acme", 2),
        ("beta-2", "beta", 2),
    ]
    old, new = book.open_case("acme"), book.open_case("acme-2")
    assert new.turns == old.turns
    assert (new.case.offers, new.changed) == (old.case.offers, old.changed)
    book.delete_all()
    assert [item.name for item in book.import_archive(made)] == ["acme", "beta"]


def test_an_imported_conversation_goes_on_from_words_and_not_from_results_of_tools(
    book: CaseBook, store: CaseStore
) -> None:
    book.import_archive(book.render_export("acme", "json"))
    asked, answered = messages_from_dict(store.load_messages("acme-2"))
    assert isinstance(asked, HumanMessage)
    assert isinstance(answered, AIMessage)
    assert (asked.text, answered.text) == (f"{CANARY} acme", "answer for acme")
    assert answered.response_metadata[MARKS] == {"kind": "objection", "objection": "band_limit"}


def test_nothing_is_read_in_from_a_file_that_is_wrong_somewhere(book: CaseBook) -> None:
    archive = json.loads(book.render_all())
    archive["cases"][1]["case"]["offers"][0]["role"] = "boss"
    with pytest.raises(InputError, match="role"):
        book.import_archive(json.dumps(archive).encode())
    assert len(book.list_entries()) == 2


def test_a_case_comes_out_to_read_and_for_the_calendar(book: CaseBook) -> None:
    assert b"answer for acme" in book.render_export("acme", "md")
    assert "answer for acme" in read_docx(book.render_export("acme", "docx"))
    calendar = book.render_export("acme", "ics").decode()
    assert "DTSTART;VALUE=DATE:20261130" in calendar
    assert "TRIGGER:-PT15H" in calendar


@pytest.mark.parametrize("deadline", [None, "end of next week"])
def test_a_deadline_that_names_no_day_is_asked_for(store: CaseStore, deadline: str | None) -> None:
    fill(store, "vague", "Vague", deadline)
    with pytest.raises(InputError, match="tell me the date"):
        CaseBook(store, lambda: NOW).render_export("vague", "ics")


def test_practices_go_along_and_are_played_again_from_their_words(book: CaseBook, store: CaseStore) -> None:
    practice = play(ASK, "", "That works. I accept.", seed=5)
    store.save_practice("acme", 1, practice.model_dump_json(), "2026-11-20T11:00:00Z")
    exported = json.loads(book.render_export("acme", "json"))
    exported["cases"][0]["practices"][0]["rounds"][0]["reply"] = "We give you a million."
    (imported,) = book.import_archive(json.dumps(exported).encode())
    (body,) = store.list_practices(imported.name)
    assert Practice.model_validate_json(body) == practice
    report = book.render_export("acme", "md").decode()
    assert "## Practice" in report and "You: (silence)" in report
    assert "What hurt in this turn:" in report and "Better: " in report


def test_a_practice_that_cannot_be_played_is_refused_with_its_file(book: CaseBook, store: CaseStore) -> None:
    exported = json.loads(book.render_export("acme", "json"))
    exported["cases"][0]["practices"] = [{"opening": "hi"}]
    with pytest.raises(InputError, match="practice: 1 is none of this version"):
        book.import_archive(json.dumps(exported).encode())
    assert len(book.list_entries()) == 2
