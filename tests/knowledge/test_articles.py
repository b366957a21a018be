"""The articles keep to their format: the loader and the answers lean on it."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
ARTICLES = sorted((KNOWLEDGE / "articles").glob("*.md"))
KEYS = {"id", "title", "topics", "companies", "sources", "as_of"}

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


@cache
def read_front_matter(path: Path) -> dict[str, Any]:
    """The YAML block between the first two lines of three dashes."""
    values = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
    assert isinstance(values, dict)
    return values


def read_sections(path: Path) -> list[tuple[str, list[str], str]]:
    """Heading, own source ids (may be empty) and text of each section, in order."""
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    sections = []
    for block in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        heading, _, text = block.partition("\n")
        line, _, rest = text.partition("\n")
        named = line.startswith("Sources:")
        ids = [part.strip() for part in line.removeprefix("Sources:").split(",")] if named else []
        sections.append((heading.strip(), ids, (rest if named else text).strip()))
    return sections


@cache
def known_sources() -> set[str]:
    """The ids of the bibliography."""
    return {entry["id"] for entry in yaml.safe_load((KNOWLEDGE / "sources.yaml").read_text(encoding="utf-8"))}


def test_the_library_covers_at_least_fifty_topics() -> None:
    assert len(ARTICLES) >= 50


def test_titles_are_unique() -> None:
    titles = [read_front_matter(path)["title"] for path in ARTICLES]
    assert len(titles) == len(set(titles))


@each_article
def test_front_matter_has_exactly_the_known_keys(path: Path) -> None:
    assert set(read_front_matter(path)) == KEYS


@each_article
def test_the_id_is_the_file_name(path: Path) -> None:
    assert read_front_matter(path)["id"] == path.stem


@each_article
def test_topics_and_companies_are_lower_case(path: Path) -> None:
    front = read_front_matter(path)
    words = front["topics"] + front["companies"]
    assert front["topics"]
    assert [word for word in words if word != word.lower()] == []


@each_article
def test_as_of_is_a_date(path: Path) -> None:
    assert type(read_front_matter(path)["as_of"]) is datetime.date


@each_article
def test_every_named_source_is_in_the_bibliography(path: Path) -> None:
    front = read_front_matter(path)
    assert front["sources"]
    assert set(front["sources"]) <= known_sources()


@each_article
def test_section_sources_are_listed_in_the_front_matter_and_cover_it(path: Path) -> None:
    listed = set(read_front_matter(path)["sources"])
    used = {source for _, ids, _ in read_sections(path) for source in ids}
    assert used <= listed
    assert listed <= used


@each_article
def test_sections_are_long_enough_to_help_and_short_enough_to_cite(path: Path) -> None:
    sections = read_sections(path)
    assert len(sections) >= 3
    lengths = {heading: len(text.split()) for heading, _, text in sections}
    assert {heading: words for heading, words in lengths.items() if not 40 <= words <= 400} == {}


@each_article
def test_headings_differ_inside_an_article(path: Path) -> None:
    headings = [heading for heading, _, _ in read_sections(path)]
    assert all(headings)
    assert len(headings) == len(set(headings))


@each_article
def test_text_uses_plain_characters_so_that_quotes_match(path: Path) -> None:
    odd = {char for char in path.read_text(encoding="utf-8") if ord(char) > 126}
    assert odd == set()
