from __future__ import annotations

import pytest

from assistant.retrieval.companies import ALIASES, find_companies, name_companies, normalize_company


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my Amazon offer", {"amazon"}),
        ("aws vs MSFT", {"amazon", "microsoft"}),
        ("Google's recruiter", {"google"}),
        ("metaphor and pineapple", set()),
        ("nothing here", set()),
        ("Acme Corp. wrote", {"acme corp"}),
    ],
)
def test_companies_are_found_as_whole_words(text: str, expected: set[str]) -> None:
    assert find_companies(text, ["Acme Corp"]) == expected


def test_one_company_has_one_name() -> None:
    assert normalize_company("Facebook") == normalize_company(" meta") == "meta"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("AWS or msft?", "amazon or microsoft?"),
        ("an offer from Sam Altman", "an offer from openai"),
        ("Menlo Park pays more", "meta pays more"),
        ("Google DeepMind research", "deepmind research"),
        ("laws, awsome and instant", "laws, awsome and instant"),
        ("Amazon stays Amazon", "Amazon stays Amazon"),
        ("", ""),
    ],
)
def test_other_names_of_a_company_are_put_under_the_one_the_library_uses(text: str, named: str) -> None:
    assert name_companies(text) == named


def test_naming_keeps_the_companies_a_text_is_about() -> None:
    for alias in ALIASES:
        text = f"my {alias} offer"
        assert find_companies(name_companies(text)) == find_companies(text)
