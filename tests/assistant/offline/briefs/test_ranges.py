"""Pay asked for as a span stays a span; the band they posted is none."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("2 line email to Terrence, target is 130-140", "between 130,000 and 140,000"),
        ("email to Ann. their band is 130-150, i want 150", "150,000"),
    ],
)
def test_the_sum_asked_is_said_as_it_was_told(told: str, said: str) -> None:
    assert [ask.asked.said for ask in read_brief(told).asks if ask.asked] == [said]
