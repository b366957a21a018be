"""The commands `parley case`, as the contract and scripts use them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.bootstrap import build_session, open_casebook
from assistant.interfaces import cases
from assistant.letters.office import read_docx
from assistant.settings import Settings
from tests.fakes.command_line import OFFER, Parley

LETTER = f"{OFFER}. They want an answer by November 30, 2026."


@pytest.fixture(scope="module")
def exported() -> bytes:
    """A case as a conversation leaves it."""
    with TemporaryDirectory() as folder:
        session = build_session(settings=Settings(data_folder=Path(folder)))
        session.ask(LETTER, "acme")
        return session.casebook.render_all()


@pytest.fixture(autouse=True)
def book(exported: bytes, data_folder: Path) -> Iterator[None]:
    book = open_casebook(Settings(data_folder=data_folder))
    book.import_archive(exported)
    yield
    book.delete_all()


def test_list_and_show_have_the_fields_scripts_read(parley: Parley) -> None:
    (entry,) = parley("case", "list", "--json").json["cases"]
    assert set(entry) == {"name", "title", "changed", "turns", "offers", "deadline"}
    assert (entry["name"], entry["offers"], entry["deadline"]) == ("acme", ["Microsoft"], "November 30, 2026")
    shown = parley("case", "show", "acme", "--json").json
    (offer,) = shown["offers"]
    terms = {row["field"]: row for row in offer["terms"]}
    assert (terms["base_annual"]["value"], terms["base_annual"]["quote"]) == ("180000", "Base $180K")
    assert offer["confirmed"] is False
    assert shown["turns"][0]["asked"] == LETTER
    assert "$297,000" in shown["turns"][0]["answer"]


def test_list_and_show_read_well(parley: Parley) -> None:
    assert "acme" in parley("case", "list").out
    shown = parley("case", "show", "acme").out
    assert "not confirmed yet" in shown
    assert "$297,000" in shown


def test_export_writes_every_kind_of_file_and_overwrites_none(parley: Parley, tmp_path: Path) -> None:
    for suffix in ("json", "md", "docx", "ics"):
        told = parley("case", "export", "acme", tmp_path / f"acme.{suffix}", "--json").json
        assert told["bytes"] == (tmp_path / f"acme.{suffix}").stat().st_size
    assert "$297,000" in (tmp_path / "acme.md").read_text(encoding="utf-8")
    assert "$297,000" in read_docx((tmp_path / "acme.docx").read_bytes())
    assert b"20261130" in (tmp_path / "acme.ics").read_bytes()
    again = parley("case", "export", "acme", tmp_path / "acme.md")
    assert (again.status, "exists already" in again.err) == (2, True)
    other = parley("case", "export", "acme", tmp_path / "acme.pdf")
    assert (other.status, ".docx" in other.err) == (2, True)


def test_a_case_comes_in_again_and_goes_on(parley: Parley, tmp_path: Path) -> None:
    parley("case", "export", "--all", tmp_path / "all.json")
    assert json.loads(parley("case", "export", "acme").out)["cases"][0]["case"]["name"] == "acme"
    imported = parley("case", "import", tmp_path / "all.json", "--json").json["imported"]
    assert imported == [{"name": "acme-2", "was_called": "acme", "turns": 1}]
    answer = parley("ask", "what is my total comp?", "--case", "acme-2", "--json").json
    assert "$297,000" in answer["answer"]
    assert answer["findings"] == []


def test_rename_then_find_by_title_then_delete(parley: Parley) -> None:
    assert parley("case", "rename", "acme", "The one", "--json").json == {"name": "acme", "title": "The one"}
    assert parley("case", "show", "the one", "--json").json["name"] == "acme"
    removed = parley("case", "delete", "The one", "--json").json["removed"]
    assert removed == [{"name": "acme", "title": "The one", "turns": 1, "offers": 1}]
    assert parley("case", "list", "--json").json == {"cases": []}


def test_deleting_everything_asks_first(parley: Parley, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = parley("case", "delete", "--all")
    assert (refused.status, "--yes" in refused.err) == (2, True)
    monkeypatch.setattr(cases, "_is_terminal", lambda: True)
    assert parley("case", "delete", "--all", stdin="n\n").status == 1
    assert len(parley("case", "list", "--json").json["cases"]) == 1
    assert "acme is gone" in parley("case", "delete", "--all", stdin="y\n").out
    assert parley("case", "delete", "--all", "--yes", "--json").json == {"removed": []}


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "nobody"),
        ("export", "nobody"),
        ("export",),
        ("export", "--all", "all.md"),
        ("import", "nowhere.json"),
        ("rename", "acme", " "),
        ("delete",),
        ("delete", "acme", "--all"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(parley: Parley, arguments: tuple[str, ...]) -> None:
    result = parley("case", *arguments)
    assert result.status == 2
    assert result.err.startswith("parley: ")
    assert len(result.err.splitlines()) == 1
