"""What the coach reads out of messages: wishes, other people's pay, yes and no that cannot be taken back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline.kinds import choose_kind
from assistant.offline.signals import Signals
from assistant.offline.statements import LeverAmount, split_message
from assistant.offline.understand import read_message

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
    assert reading.wanted == {"base_salary": LeverAmount(Decimal(190_000), on_top=False)}


@pytest.mark.parametrize(
    ("text", "on_top"),
    [
        ("ask for 20k more sign-on", True),
        ("ask for an extra 20k sign-on", True),
        ("i want the sign-on raised by 20k", True),
        ("i want more, ask for a 20k sign-on", False),
        ("i want a 20k sign-on and a more senior title", False),
    ],
)
def test_only_an_amount_that_is_called_more_goes_on_top(text: str, on_top: bool) -> None:
    wanted = read_message([text], Signals(offers_on_file=1)).wanted
    assert wanted == {"sign_on_bonus": LeverAmount(Decimal(20_000), on_top=on_top)}


def test_what_goes_on_top_still_does_when_the_text_is_asked_for_again() -> None:
    reading = read_message(["ask for 20k more sign-on", "shorter"], Signals(offers_on_file=1))
    assert reading.wanted == {"sign_on_bonus": LeverAmount(Decimal(20_000), on_top=True)}


def test_nobody_is_told_no_without_good_reason() -> None:
    unsure = Signals(intents=(("refuse_offer", 0.15), ("script_time", 0.4), ("advice", 0.2)))
    assert choose_kind(["write them i need until friday to decide"], unsure, ["asks for words"]) != "refusal"
    sure = Signals(intents=(("refuse_offer", 0.9), ("script_counter", 0.05)))
    claims = ["asks for words", "claims something untrue"]
    assert choose_kind(["write that google pays me 210, they dont but who checks"], sure, claims) == "refusal"


def test_a_real_offer_elsewhere_is_not_doubted() -> None:
    signals = Signals(intents=(("refuse_offer", 0.6), ("script_counter", 0.2)))
    text = "they said final offer, i have 205 from another one in hand, write the mail"
    assert read_message([text], signals).kind == "script"


def test_a_plain_letter_is_never_declined() -> None:
    signals = Signals(intents=(("offer", 0.6), ("refuse_forge", 0.3)))
    stated = ["states an offer", "states an offer and asks nothing", "claims nothing untrue"]
    assert choose_kind(["Offer letter: base 120,000, bonus 10%"], signals, stated) == "offer"


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ('"we can go to 40 but thats really the ceiling" is what they said', "band_limit"),
        ('HR: "we give 30% over your current ctc, not more"', "hike_cap"),
    ],
)
def test_a_limit_on_a_raise_speaks_of_a_raise(text: str, objection: str) -> None:
    signals = Signals(intents=(("objection", 0.9),), objections=(("hike_cap", 0.8), ("band_limit", 0.6)))
    assert read_message([text], signals).objection == objection


def test_words_against_that_are_words_against_the_line_before() -> None:
    signals = Signals(
        intents=(("objection", 0.9),),
        objections=(("bonus_not_written", 0.8), ("revisit_at_review", 0.1)),
        last_objection="revisit_at_review",
        last_kind="objection",
    )
    texts = ['"we look at it in 6 months" she said', "so what do i say to that, i don't trust it"]
    assert read_message(texts, signals).objection == "revisit_at_review"
