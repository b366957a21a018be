"""The bibliography and the disputed claims keep to their format and point at each other."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SOURCE_KEYS = {"id", "title", "publisher", "publisher_group", "url", "date", "trust", "why"}
CLAIM_KEYS = {"id", "topic", "companies", "about", "positions", "recomputation", "ask", "verdict", "asked", "passages"}


def read_entries(name: str) -> list[dict[str, Any]]:
    """The list of mappings in one YAML file of the library."""
    entries = yaml.safe_load((KNOWLEDGE / name).read_text(encoding="utf-8"))
    assert isinstance(entries, list)
    return entries


SOURCES = read_entries("sources.yaml")
CLAIMS = read_entries("claims.yaml")

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda entry: entry["id"])
each_claim = pytest.mark.parametrize("claim", CLAIMS, ids=lambda entry: entry["id"])


@pytest.mark.parametrize("entries", [SOURCES, CLAIMS], ids=["sources", "claims"])
def test_ids_are_unique(entries: list[dict[str, Any]]) -> None:
    ids = [entry["id"] for entry in entries]
    assert len(ids) == len(set(ids))


@each_source
def test_a_source_has_its_keys_and_each_is_well_formed(source: dict[str, Any]) -> None:
    assert set(source) == SOURCE_KEYS
    assert source["trust"] in {"high", "medium", "low"}
    assert source["why"].endswith(".")
    assert ". " not in source["why"]
    assert source["url"] is None or source["url"].startswith(("https://", "http://"))
    assert source["date"] is None or type(source["date"]) is datetime.date


def test_one_publisher_has_one_group() -> None:
    groups: dict[str, set[str]] = {}
    for source in SOURCES:
        groups.setdefault(source["publisher"], set()).add(source["publisher_group"])
    assert {name: found for name, found in groups.items() if len(found) > 1} == {}


def test_there_are_at_least_twelve_claims() -> None:
    assert len(CLAIMS) >= 12


@each_claim
def test_a_claim_has_exactly_the_known_keys(claim: dict[str, Any]) -> None:
    assert set(claim) == CLAIM_KEYS


@each_claim
def test_a_claim_points_at_known_sources(claim: dict[str, Any]) -> None:
    known = {source["id"] for source in SOURCES}
    assert claim["positions"]
    for position in claim["positions"]:
        assert set(position) == {"says", "source_ids"}
        assert position["says"].endswith(".")
        assert position["source_ids"]
        assert set(position["source_ids"]) <= known


@each_claim
def test_every_claim_is_shown_with_another_side_or_our_own_sum(claim: dict[str, Any]) -> None:
    assert claim["verdict"] in {"disputed", "refuted", "uncorroborated"}
    assert len(claim["positions"]) + bool(claim["recomputation"]) >= 2


@each_claim
def test_a_claim_names_passages_that_stand_in_the_library(claim: dict[str, Any]) -> None:
    assert claim["passages"]
    for document, headings in claim["passages"].items():
        folder, name = ("objections", document[10:]) if document.startswith("objection-") else ("articles", document)
        lines = (KNOWLEDGE / folder / f"{name}.md").read_text(encoding="utf-8").splitlines()
        assert [heading for heading in headings if f"## {heading}" not in lines] == []


@each_claim
def test_a_claim_is_asked_about_in_several_ways(claim: dict[str, Any]) -> None:
    assert len(set(claim["asked"])) == len(claim["asked"]) >= 5


@each_claim
def test_a_refuted_claim_shows_the_sum_that_refutes_it(claim: dict[str, Any]) -> None:
    assert claim["verdict"] != "refuted" or claim["recomputation"]


@each_claim
def test_a_claim_ends_in_one_question_to_the_recruiter(claim: dict[str, Any]) -> None:
    assert claim["ask"].endswith("?")
    assert claim["ask"].count("?") == 1


@each_claim
def test_the_words_of_a_claim_are_lower_case_text(claim: dict[str, Any]) -> None:
    words = claim["about"] + claim["companies"]
    assert claim["about"]
    assert [word for word in words if not isinstance(word, str) or word != word.lower()] == []
