"""Telling: a sum that is not the employer's changes no offer on file, and what they moved to does."""

from __future__ import annotations

import pytest

from assistant.offline.signals import Signals
from assistant.offline.telling import read_parts

OFFER = {"base_annual": 120_000, "currency": "USD"}
ON_FILE = Signals(
    offers_on_file=1,
    names_on_file=("Acme",),
    offers=({"name": "Acme", "role": "mine", "offer": OFFER, "words": "Acme offers 120k base"},),
)


def told(text: str) -> list[str]:
    return [item.text for item in read_parts(["Acme offers 120k base", text], ON_FILE).statements]


@pytest.mark.parametrize(
    "text",
    [
        "i said 135, they laughed",
        "i said 135k base, they laughed",
        "told them 135, they went quiet",
        "told them 135, they said no",
        "told acme 140k, they went quiet",
        "i threw out 140k, she said ok let me check",
        "hr said the last guy got 110",
        "hr said the last guy got 110k base",
        "others accepted 112",
        "others accepted 112k base",
        "colleague there is at 140k",
        "hr said the budget is 130k",
        "Minimum 135k",
        "jetzt 75k",
        "Walkaway 130k",
    ],
)
def test_what_the_person_named_and_what_others_get_changes_no_offer(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "they raised it to 130k",
        "they bumped it to 130k",
        "i asked for 135, they came back at 128",
        "i told them 135k and they moved to 128k",
        "told them 135k base, they went to 125k base",
    ],
)
def test_what_they_moved_to_is_told(text: str) -> None:
    assert [item.strip(", ") in text for item in told(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "within a week of my mail they moved to 128k",
        "after two weeks they came back with 128k",
        "historically they dont move but they gave 128k",
        "she said 128k after my review of the contract",
        "a week later they raised it to 128k after a review",
    ],
)
def test_when_they_moved_is_no_other_time(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "they say it goes to 128k after probation",
        "128k base after 6 months",
        "last year they gave 128k base",
        "they will raise it to 128k after a review",
    ],
)
def test_what_is_paid_later_or_was_paid_before_changes_no_offer(text: str) -> None:
    assert told(text) == []
