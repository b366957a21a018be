"""Other firm: what Meta or the old boss pays changes nothing of the offer by Snap that is on file."""

from __future__ import annotations

import pytest

from assistant.offline.signals import Signals
from assistant.offline.telling import read_parts

FIRST = "offer from Snap 190k, 20k sign on"
OFFER = {"company": "Snap", "base_annual": 190_000, "currency": "USD", "signing": [{"amount": 20_000}]}
ON_FILE = Signals(
    offers_on_file=1,
    names_on_file=("Snap",),
    offers=({"name": "Snap", "role": "mine", "offer": OFFER, "words": FIRST},),
)


def changes_snap(text: str) -> bool:
    """Whether a statement is filed under the only offer, by the name of it."""
    return any(item.name == "Snap" for item in read_parts([FIRST, text], ON_FILE).statements)


@pytest.mark.parametrize(
    "text",
    [
        "Meta doubled the sign on",
        "Bolt said 205 max",
        "bolt said 205k max",
        "Meta's recruiter moved to 205k",
        "Meta just came back with 210k",
        "Orbweave cut the sign on to 10k",
        "recruiter at Meta moved to 205k",
        "at meta they went up to 210k",
        "over at Google they went to 200k",
        "meta hr went up to 205k",
    ],
)
def test_a_firm_without_an_offer_on_file_changes_none(text: str) -> None:
    assert not changes_snap(text)


@pytest.mark.parametrize(
    "text",
    [
        "my old manager moved 5k into my base to keep me",
        "my current company just went to 185k base",
        "my boss offered 195k base to make me stay",
        "ex boss went to 185k so i stay",
    ],
)
def test_what_the_present_job_pays_to_keep_a_person_is_not_told_of_the_offer(text: str) -> None:
    assert read_parts([FIRST, text], ON_FILE).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "snap doubled the sign on",
        "Snap said 205 max",
        "Dana said 205 max",
        "Snap went to 200k",
        "they doubled the sign on",
        "HR went up to 200k",
        "Dana went up to 200k",
        "the recruiter moved to 205k",
        "snap hr went to 200k",
        "Recruiter at Snap moved to 205k",
        "The hiring manager went up to 200k",
        "Great news! They went to 195k",
        "they went to 195k to keep me interested",
    ],
)
def test_the_firm_on_file_and_its_people_do(text: str) -> None:
    assert changes_snap(text)
