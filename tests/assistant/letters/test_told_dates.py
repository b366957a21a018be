"""Told dates: which moved day is the day to answer by, which the first day of work, and which is neither."""

from __future__ import annotations

import pytest

from assistant.domain.offer import Offer
from assistant.letters.told_dates import find_told_deadline, find_told_start
from assistant.letters.updates import parse_update


def read(text: str) -> tuple[str | None, str | None]:
    """The day to answer by and the first day of work."""
    due, start = find_told_deadline(text), find_told_start(text)
    return due and due.group(), start and start.group()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("she gave me til next wednesday", "next wednesday"),
        ("i asked and they extended it to dec 9", "dec 9"),
        ("they agreed to extend it to dec 9", "dec 9"),
        ("the call went well, they pushed the deadline to dec 9", "dec 9"),
        ("deadline moved to friday", "friday"),
        ("the deadline is now dec 12", "dec 12"),
        ("they gave me more time until dec 12", "dec 12"),
        ("i now have time until dec 9", "dec 9"),
        ("got an extension to dec 9", "dec 9"),
        ("my offer was extended until dec 9", "dec 9"),
        ("they extended my deadline by a week to dec 9", "dec 9"),
        ("offer expires dec 9", "dec 9"),
    ],
)
def test_a_moved_deadline_is_the_day_to_answer_by(text: str, due: str) -> None:
    assert read(text) == (due, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("start moved to feb 1", "feb 1"),
        ("update: start date got pushed to feb 1", "feb 1"),
        ("they moved my start to feb 1", "feb 1"),
        ("i asked them and they moved my start to feb 1", "feb 1"),
        ("my first day is now feb 1", "feb 1"),
        ("they pushed my start date back to february 1", "february 1"),
    ],
)
def test_a_moved_start_is_the_first_day(text: str, start: str) -> None:
    assert read(text) == (None, start)


@pytest.mark.parametrize(
    "text",
    [
        "the interview moved to dec 3",
        "our call is moved to monday",
        "they moved the offer call to monday",
        "vacation moved to dec 20",
        "payday moved to the 15th",
        "my lease is extended until march 1",
        "lease is valid until dec 31",
        "i have my visa until june 30",
        "my visa expires june 30",
        "interview got pushed. they moved it to dec 3",
        "they extended the application window until dec 3",
        "my vesting start moved to feb 1",
        "i have interviews until dec 3",
        "i asked for an extension to dec 9",
        "they wont extend the deadline to dec 9",
        "i want the start moved to feb 1",
        "i asked if they could push the deadline and move the start to feb 1",
        "can they move my start date to feb 1",
    ],
)
def test_other_days_and_wishes_are_neither(text: str) -> None:
    assert read(text) == (None, None)


def test_an_update_files_the_moved_start_and_leaves_the_deadline() -> None:
    draft = parse_update("start moved to feb 1", Offer(start_date="jan 4", deadline="dec 1"))
    assert draft is not None
    assert draft.offer.model_fields_set == {"start_date"}
    assert draft.offer.start_date == "feb 1"
