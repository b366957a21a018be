"""The contact of each of several companies."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.by_company import find_by_company


@pytest.mark.parametrize(
    ("told", "company", "contact"),
    [
        ("My contact at Ferrous is Jamal, at Larkspur it's Beatrix.", "Ferrous Data", "Jamal"),
        ("My contact at Ferrous is Jamal, at Larkspur it's Beatrix.", "Larkspur", "Beatrix"),
        ("Larkspur's recruiter is Dr. Hsu", "Larkspur", "Dr. Hsu"),
        ("Omar from Larkspur wrote", "Larkspur", "Omar"),
        ("Larkspur pays 155k", "Larkspur", ""),
    ],
)
def test_each_company_has_the_contact_told_for_it(told: str, company: str, contact: str) -> None:
    assert find_by_company(company, [told], ["Ferrous Data", "Larkspur"]) == contact
