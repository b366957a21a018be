"""Offer fields: what counts as the same reading, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from evals.metrics.offer_fields import FieldScore, is_same, score_offer


@pytest.mark.parametrize(
    ("name", "wanted", "found", "same"),
    [
        ("location", "Edmonton", "Edmonton, AB", True),
        ("location", "Boise, Idaho", "Boise", True),
        ("location", "Tokyo", "Tokyo (Shinagawa)", True),
        ("location", "fully remote", "remote", True),
        ("location", "Boise, Idaho", "Portland, Idaho", False),
        ("location", "Springfield, IL", "Springfield, MA", False),
        ("location", "Remote (Germany)", "remote", False),
        ("company", "Fahrwerk GmbH", "Fahrwerk", True),
        ("company", "Fahrwerk", "Fahrwerk Berlin", False),
        ("base_stated", {"amount": 5800, "period": "two weeks"}, {"amount": 5800, "period": "bi-week"}, True),
        ("base_stated", {"amount": 5800, "period": "month"}, {"amount": 5800, "period": "bi-week"}, False),
        ("equity[0].schedule", [33.33, 33.33, 33.33], [33.3, 33.3, 33.4], True),
        ("equity[0].schedule", [33, 33, 34], [34, 33, 33], False),
        ("equity[0].frequency", "yearly", "annual", True),
    ],
)
def test_readings_that_say_the_same_are_the_same(name: str, wanted: Any, found: Any, same: bool) -> None:
    assert is_same(name, wanted, found) is same


def test_no_cliff_and_the_rhythm_of_a_yearly_schedule_may_be_left_out() -> None:
    even = {"kind": "rsu", "schedule": [25, 25, 25, 25]}
    score = FieldScore()
    score_offer("a", {"equity": [even]}, {"equity": [even | {"cliff_months": 0, "frequency": "annual"}]}, score)
    assert score.precision == score.recall == 1


def test_a_rhythm_without_a_schedule_is_invented() -> None:
    score = FieldScore()
    score_offer("a", {"equity": [{"kind": "rsu"}]}, {"equity": [{"kind": "rsu", "frequency": "annual"}]}, score)
    assert len(score.wrong) == 1
