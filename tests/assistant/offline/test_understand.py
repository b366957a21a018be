"""What the coach reads out of messages: wishes, other people's pay, yes and no that cannot be taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.kinds import choose_kind
from assistant.offline.statements import split_message
from assistant.offline.understand import Signals, read_message

SCRIPT = Signals(intents=(("script_accept", 0.6), ("script_decline", 0.3)))


@pytest.mark.parametrize(
    "text",
    [
        "I do not want to accept. Write a reply.",
        "tell them I'd accept at 200k",
        "write a mail saying i will sign if they add 20k",
        "Don't decline! write a mail asking for 195k",
        "should i accept the offer in writing?",
    ],
)
def test_a_yes_or_no_is_never_written_on_likeness_or_against_the_words(text: str) -> None:
    assert read_message([text], SCRIPT).purpose not in {"accept", "decline"}


@pytest.mark.parametrize(
    ("text", "purpose"),
    [("i decided to accept, write the mail", "accept"), ("help me turn down the Oracle offer, draft it", "decline")],
)
def test_a_plain_yes_or_no_is_written(text: str, purpose: str) -> None:
    assert read_message([text], SCRIPT).purpose == purpose


@pytest.mark.parametrize(
    "text",
    [
        "My wife got an offer at Databricks, 210k base",
        "I'm at Amazon now on 165k base + 100k RSU",
        "i currently make 150k base",
        "a friend of mine got 220k base there",
    ],
)
def test_pay_that_is_not_the_offer_is_not_recorded(text: str) -> None:
    assert split_message(text).statements == ()


def test_a_wish_is_kept_apart_from_the_offer() -> None:
    parts = split_message("They offered 180k base and 200k RSU over 4 years, I want 195k base. Write the email.")
    assert [item.text for item in parts.statements] == ["They offered 180k base and 200k RSU over 4 years"]
    assert "195k" in parts.wishes
    assert parts.question == "Write the email."


def test_a_wish_of_an_earlier_message_is_remembered() -> None:
    reading = read_message(["they offered 170k base, i want 190k base", "write the mail"], Signals(offers_on_file=1))
    assert reading.wanted == {"base_salary": Decimal(190_000)}


def test_more_goes_on_top_of_what_is_offered() -> None:
    assert read_message(["ask for 20k more sign-on"], Signals(offers_on_file=1)).on_top


def test_nobody_is_told_no_without_good_reason() -> None:
    unsure = (("refuse_offer", 0.25), ("script_time", 0.2), ("advice", 0.2))
    assert choose_kind(unsure, ["near the library"]) != "refusal"
    assert choose_kind(unsure, ["near the library", "claims something untrue"]) == "refusal"


def test_a_real_offer_elsewhere_is_not_doubted() -> None:
    signals = Signals(intents=(("refuse_offer", 0.6), ("script_counter", 0.2)))
    text = "they said final offer, i have 205 from another one in hand, write the mail"
    assert read_message([text], signals).kind == "script"
