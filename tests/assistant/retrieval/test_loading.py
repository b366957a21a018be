from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.retrieval.loading import Library, load_library, split_by_heading


def test_sections_know_their_headings_and_whose_facts_they_hold(small_library: Library) -> None:
    vesting = next(document for document in small_library.documents if document.id == "vesting")
    assert [section.path for section in vesting.sections] == [
        ("What is a cliff?",),
        ("Which schedule is usual?",),
    ]
    assert [section.fact_sources for section in vesting.sections] == [("guide",), ("guide", "blog")]
    assert "Sources:" not in vesting.sections[1].text
    assert vesting.topics == ("vesting",)
    assert vesting.as_of == "2026-01-31"


def test_an_objection_has_its_type_and_wordings(small_library: Library) -> None:
    band = small_library.documents[0]
    assert (band.kind, band.objection, len(band.said)) == ("objection", "band_limit", 3)
    assert band.said[0] == band.title.strip('"')
    assert band.sections[1].path == ("What to say", "With no leverage")


def test_a_subsection_takes_over_the_sources_of_the_section_it_stands_in(library_folder: Path) -> None:
    path = library_folder / "objections" / "band.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## What to say\n", "## What to say\nSources: guide\n", 1), encoding="utf-8")
    band = load_library(library_folder).documents[0]
    assert band.sections[-1].fact_sources == ("guide",)
    assert band.sections[0].fact_sources == ("blog",)


def test_a_hash_sign_inside_a_code_block_is_no_heading() -> None:
    parts = list(split_by_heading("## One\n```\n# not a heading\n```\ntext"))
    assert parts[-1][1] == ("One",)
    assert "# not a heading" in parts[-1][2]


def test_equal_content_has_an_equal_fingerprint_and_any_change_another(library_folder: Path) -> None:
    first = load_library(library_folder)
    assert load_library(library_folder).fingerprint == first.fingerprint
    path = library_folder / "articles" / "vesting.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Four equal", "Five equal"), encoding="utf-8")
    assert load_library(library_folder).fingerprint != first.fingerprint


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("---\nid: vesting", "id: vesting", "front matter"),
        ("sources: [guide]", "sources: [guide, gone]", "gone"),
        ("Sources: guide, blog", "Sources: guide, nobody", "nobody"),
        ("id: vesting", "id: Has Blanks", "id"),
        ("id: vesting", "id: objection-band", "taken"),
        ("topics: [Vesting]", "topics: [Vesting", "YAML"),
        ("title: How", "subtitle: x\ntitle: How", "subtitle"),
        ("## Which schedule", "## Nothing here\n\n## Which schedule", "Nothing here"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(library_folder: Path, old: str, new: str, named: str) -> None:
    path = library_folder / "articles" / "vesting.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_library(library_folder)
    assert named in str(caught.value)
    assert ".md" in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(library_folder: Path) -> None:
    (library_folder / "articles" / "vesting.md").write_bytes(b"---\nid: \xff\xfe")
    with pytest.raises(KnowledgeError, match=r"vesting\.md: is not UTF-8"):
        load_library(library_folder)


def test_missing_and_doubled_sources_are_named(library_folder: Path) -> None:
    path = library_folder / "sources.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: blog", "id: guide"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="share an id"):
        load_library(library_folder)
    path.unlink()
    with pytest.raises(KnowledgeError, match=r"sources\.yaml: cannot be read"):
        load_library(library_folder)


def test_a_folder_without_documents_is_an_error(library_folder: Path) -> None:
    for path in library_folder.rglob("*.md"):
        path.unlink()
    with pytest.raises(KnowledgeError, match="no document"):
        load_library(library_folder)


def test_the_built_in_library_loads(builtin_library: Library) -> None:
    assert len(builtin_library.documents) >= 40
    objections = {document.objection for document in builtin_library.documents if document.objection}
    assert len(objections) == 25
