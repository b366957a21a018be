"""A yes to one part and a no to another are both said."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.reading import read_brief
from assistant.offline.purpose import find_purpose
from assistant.offline.signals import Signals


def test_the_part_taken_and_the_part_refused_are_told() -> None:
    told = read_brief(
        "chat msg: say yes to the 155k but no to the 2 yr clawback, ask for 1 year. recruiter is Vikram"
    ).tells
    assert told == ("I am happy with the 155k.", "I cannot agree to the 2 year clawback.")


def test_what_they_said_yes_to_is_not_said_by_the_person() -> None:
    assert not any("happy" in item for item in read_brief("They said no to the base but yes to 15k sign on.").tells)


@pytest.mark.parametrize(
    "told",
    [
        "before i say yes to the 150k base, write a mail asking how the bonus is paid, to Lou",
        "can i say yes to that and still ask for PTO? to Kim",
        "don't say yes to the 150k yet, ask Kim for a week",
        "should i say yes to the 120k base? or write to Kim for 130k",
        "i could say yes to the 150k base once i know the bonus. write to Lou",
        "until we say yes to this, ask Lou about the visa",
    ],
)
def test_a_yes_put_off_or_asked_about_is_not_told(told: str) -> None:
    assert not any("happy" in item for item in read_brief(told).tells)
    assert find_purpose([told], Signals()) != "accept"


def test_a_yes_to_all_but_one_thing_leaves_that_open() -> None:
    told = "write to Kim, say yes to everything but the start date, i need march 1"
    assert "I am happy with everything but the start date." in read_brief(told).tells
    assert find_purpose([told], Signals()) != "accept"


def test_a_yes_with_a_but_behind_it_is_whole() -> None:
    told = "say yes to that, but ask for a later start. to Kim"
    assert any("happy with that" in item for item in read_brief(told).tells)


def test_a_yes_not_given_yet_asks_for_the_time() -> None:
    told = "don't say yes to the 150k yet, ask Kim for a week"
    assert find_purpose([told], Signals(intents=(("script_accept", 0.9),))) == "time"


@pytest.mark.parametrize(
    ("told", "purpose", "passed"),
    [
        ("say no thanks to the relocation money but yes to the job, to Kim", "accept", "the relocation money"),
        ("say no thanks to the extra interview round, i'm still interested. to Kim", "other", "the extra interview"),
        ("write no thank you to the company car, and yes to the offer. to Al", "accept", "the company car"),
        ("tell them no thanks to the signing dinner, i need the start date in may", "counter", "the signing dinner"),
        ("say a polite no thanks to the call on friday. to Jo", "other", "the call on friday"),
    ],
)
def test_a_no_to_a_part_declines_no_job(told: str, purpose: str, passed: str) -> None:
    signals = Signals(intents=(("script_decline", 0.9),))
    assert find_purpose([told], signals) == purpose
    assert any(f"pass on {passed}" in item.lower() for item in read_brief(told).tells)


@pytest.mark.parametrize("told", ["say no thanks to the job, to Kim", "say no thanks to Acme, to Kim"])
def test_a_no_to_the_job_declines_it(told: str) -> None:
    assert find_purpose([told], Signals()) == "decline"


def test_a_sum_ordered_to_be_accepted_is_accepted() -> None:
    assert find_purpose(["accept 80k to Ed even though its low and i hate it"], Signals()) == "accept"
    assert find_purpose(["offer 80k. accept 80k or ask for more?"], Signals()) != "accept"
