"""Renamed: the company of an offer told by itself, and a wrong name put right."""

from __future__ import annotations

import pytest

from assistant.letters.renamed import find_company_told, find_renamed


@pytest.mark.parametrize(
    "text", ["wait its Helios not Helix", "its not Helix its Helios", "Helix is actually called Helios"]
)
def test_a_name_is_put_right(text: str) -> None:
    assert find_renamed(text, "Helix Data") == "Helios"


@pytest.mark.parametrize("text", ["its great, not bad", "its 130 not 120", "wait its Helios not Orbit"])
def test_other_corrections_rename_nothing(text: str) -> None:
    assert find_renamed(text, "Helix Data") is None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("its from Hallam Robotics, mechanical engineer", "Hallam Robotics"),
        ("company is Vireo", "Vireo"),
        ("oh the company is Marrow Street Clinic", "Marrow Street Clinic"),
        ("its from yesterday", None),
        ("it is final", None),
        ("its from my old boss", None),
    ],
)
def test_a_company_is_told_by_itself(text: str, company: str | None) -> None:
    assert find_company_told(text) == company
