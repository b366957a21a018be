from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError, StoreUnavailable
from assistant.retrieval.chunking import OWN_PUBLISHER, chunk_document
from assistant.retrieval.own_documents import OwnDocuments, parse_own_document

PLAIN = """\
Our handbook for Amazon hires

What is vesting?
Shares become yours over four years, a quarter of them each year.

Sign-on money
It is paid with the first salary and must be returned when you leave early.
- first item
Q: Is it taxed?
A: Yes.
"""


def test_short_lines_over_text_are_headings_and_others_are_not() -> None:
    document = parse_own_document("handbook.txt", PLAIN)
    assert [section.path for section in document.sections][-2:] == [("What is vesting?",), ("Sign-on money",)]
    assert document.title == "Our handbook for Amazon hires"
    assert document.companies == ("amazon",)
    assert "Q: Is it taxed?" in document.sections[-1].text


def test_markdown_headings_win_and_one_over_all_is_the_title() -> None:
    document = parse_own_document("x.md", "# Guide to pay\n\n## One\n\ntext\n\n## Two\n\nmore")
    assert document.title == "Guide to pay"
    assert [section.path for section in document.sections] == [("One",), ("Two",)]


def test_a_heading_over_nothing_is_kept_as_text() -> None:
    document = parse_own_document("x.md", "# A\n\ntext\n\n# Last words")
    assert document.sections[-1].text == "Last words"


def test_the_chunks_are_the_persons_own() -> None:
    chunk = chunk_document(parse_own_document("my notes.txt", "some words"), {})[0]
    assert (chunk.publisher, chunk.trust, chunk.kind) == (OWN_PUBLISHER, "yours", "own")
    assert chunk.source_id == "own-my-notes"


def test_documents_are_stored_replaced_and_removed(tmp_path: Path) -> None:
    own = OwnDocuments(tmp_path / "own")
    assert own.load() == ()
    own.add("a.txt", "first words")
    document = own.add("a.txt", "second words")
    own.add("b.txt", "other words")
    assert [stored.id for stored in own.load()] == ["own-a", "own-b"]
    assert own.load()[0] == document
    assert own.remove("own-a")
    assert not own.remove("own-a")
    assert not own.remove("../own-b")
    assert len(own.load()) == 1


def test_a_damaged_file_is_left_out_and_listed(tmp_path: Path) -> None:
    own = OwnDocuments(tmp_path)
    own.add("a.txt", "words")
    (tmp_path / "own-bad.json").write_text("{", encoding="utf-8")
    assert len(own.load()) == 1
    assert [path.name for path in own.list_damaged()] == ["own-bad.json"]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(InputError):
        parse_own_document("a.txt", " \n\x00\n")


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable):
        OwnDocuments(blocked / "own").add("a.txt", "words")


def test_names_without_plain_letters_do_not_replace_each_other(tmp_path: Path) -> None:
    own = OwnDocuments(tmp_path)
    own.add("合同.txt", "The contract says that notice is three months long.")
    own.add("笔记.txt", "My notes say that the manager promised a review in June.")
    assert len(own.load()) == 2
    own.add("笔记.txt", "My notes say something else altogether now.")
    assert len(own.load()) == 2
