"""Everybody a message goes to is greeted, and nobody else."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("write to both Rita and Tom asking til thursday", ("Rita", "Tom")),
        ("send it to Priscilla AND her coordinator Jon, both on the thread", ("Priscilla", "Jon")),
        ("mail to Rosalind and the ED Mr. Abara", ("Rosalind", "Mr. Abara")),
        ("write to Rita and Tom said no anyway", ()),
        ("write the questions mail to the CFO, Dana", ()),
        ("I met with Priya and Dan last week, offer 140k. write to Priya asking for 150k", ()),
        ("Grace and Lily both interviewed me. Send the accept to Grace", ()),
        ("write to Amy. Ben and Amy both said 120k is fixed. ask 125k", ()),
        ("mail to Karen and May 4 is when i can start", ()),
        ("accept mail for Will and June 1 as start date", ()),
        ("accept, mail to Karen and Monday works for me", ()),
    ],
)
def test_who_is_named_in_one_row_is_greeted_together(told: str, people: tuple[str, ...]) -> None:
    assert read_brief(told).together == people
