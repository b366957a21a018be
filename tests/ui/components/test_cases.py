"""Conversations: titles to choose from."""

from __future__ import annotations

from assistant.cases.case import CaseSummary
from ui.components.cases import list_titles


def make(name: str, title: str) -> CaseSummary:
    return CaseSummary(name=name, title=title, updated="2026-11-21T10:00:00+00:00", turns=1)


def test_no_two_titles_are_alike_so_that_the_right_one_is_chosen() -> None:
    cases = [make("a", "Offer"), make("b", "Offer (2)"), make("c", "Offer"), make("d", ""), make("e", "Offer")]
    assert list_titles(cases) == {
        "a": "Offer",
        "b": "Offer (2)",
        "c": "Offer (3)",
        "d": "Untitled",
        "e": "Offer (4)",
    }
