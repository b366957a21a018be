from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.library import PersonalLibrary
from assistant.retrieval.guidance import GuidanceLibrary

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
LEAVE = "# Leave at Blue Harbour\n\n## Parents\n\nThe parental leave at Blue Harbour is twenty-one weeks at full pay.\n"


@pytest.fixture
def library(tmp_path: Path) -> PersonalLibrary:
    return PersonalLibrary(GuidanceLibrary(KNOWLEDGE, own_folder=tmp_path / "own"))


def test_a_folder_is_taken_in_and_what_cannot_be_read_is_named(library: PersonalLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "a").mkdir(parents=True)
    (folder / "leave.md").write_text(LEAVE)
    (folder / "a" / "leave.md").write_text(LEAVE.replace("Blue", "Red"))
    (folder / "empty.txt").write_text("  ")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    added = {item.name: item for item in library.add_files([folder])}
    assert set(added) == {"leave.md", "a/leave.md", "empty.txt"}
    assert added["empty.txt"].error == "empty.txt is empty. Choose another file, or paste the text."
    assert {item.source_id for item in added.values() if item.source_id} == {"own-leave", "own-a-leave"}
    assert added["leave.md"].passages == 1


def test_the_same_file_again_replaces_and_never_doubles(library: PersonalLibrary) -> None:
    first = library.add_document("leave.md", LEAVE.encode())
    second = library.add_document("leave.md", LEAVE.replace("twenty-one", "thirty").encode())
    assert (first.replaced, second.replaced) == (False, True)
    assert [entry.source_id for entry in library.list_documents(own_only=True)] == ["own-leave"]
    assert "thirty weeks" in library.open_document("own-leave").sections[0].text


def test_a_document_is_listed_as_the_persons_own_with_its_date(library: PersonalLibrary) -> None:
    library.add_document("leave.md", (LEAVE + "\nUpdated May 2025").encode())
    entry = library.list_documents()[0]
    assert (entry.title, entry.trust, entry.dated, entry.kind) == ("Leave at Blue Harbour", "yours", "2025-05", "own")


def test_only_own_documents_can_be_removed(library: PersonalLibrary) -> None:
    library.add_document("leave.md", LEAVE.encode())
    library.remove_document("own-leave")
    assert library.list_documents(own_only=True) == []
    with pytest.raises(InputError, match="belongs to the program"):
        library.remove_document("deadlines")
    with pytest.raises(InputError, match="not in the library"):
        library.remove_document("own-leave")


def test_a_path_that_is_not_there_or_holds_nothing_is_named(library: PersonalLibrary, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        library.add_files([tmp_path / "gone.md"])
    (tmp_path / "none").mkdir()
    with pytest.raises(InputError, match="holds no"):
        library.add_files([tmp_path / "none"])


def test_progress_is_told_file_by_file(library: PersonalLibrary, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(LEAVE)
    told: list[str] = []
    library.add_files([tmp_path / "x.md"], lambda done, total, what: told.append(what))
    assert told[0] == "Reading x.md"


def test_rebuilding_keeps_what_was_added(library: PersonalLibrary) -> None:
    library.add_document("leave.md", LEAVE.encode())
    assert library.rebuild() == sum(entry.passages for entry in library.list_documents())
