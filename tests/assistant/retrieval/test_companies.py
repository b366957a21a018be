from __future__ import annotations

import pytest

from assistant.retrieval.companies import find_companies, normalize_company


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
