"""What only the writer may know is in no message, and what is no request is asked for in none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.offline.briefs.ledger import read_refusals, refuses
from assistant.offline.briefs.reading import read_brief

Write = Callable[..., str]


@pytest.mark.parametrize("how", ["secret", "private", "anonymous"])
def test_a_firm_that_is_to_stay_secret_is_not_named(how: str, write: Write) -> None:
    message = write(f"Vonage offered 71k base. Team Rocket pays 80k but keep Team Rocket {how}. mail Rita, i want 77k")
    assert "Rocket" not in message
    assert "77,000" in message


@pytest.mark.parametrize(
    "told",
    [
        "mail Rita and ask for 77k. my minimum is 73k",
        "mail Rita ask for 77k, between us i'd take 73k",
        "secretly id take 73. write to Rita that i want 77k",
        "mail Rita, i want 77k. my walk-away is 73k",
        "mail Rita for 77k. if she says no to 77k i would take 73k",
    ],
)
def test_how_low_the_person_would_go_is_told_to_nobody(told: str, write: Write) -> None:
    message = write("Vonage offered 71k base", told)
    assert "77" in message
    assert "73" not in message


@pytest.mark.parametrize("told", ["mail Rita, want 77k not 71k", "mail Rita: 77k instead of 71k base"])
def test_of_two_sums_the_one_that_is_not_is_offered(told: str) -> None:
    assert [ask.asked.value for ask in read_brief(told).asks if ask.asked] == [77_000]


def test_a_person_is_not_asked_to_ask(write: Write) -> None:
    message = write("Vonage offered 71k base", "ask Rita to move it to 77k. dont mention my kid")
    assert "77,000" in message
    assert "ask you" not in message


def test_to_sign_off_on_a_sum_can_be_asked(write: Write) -> None:
    message = write("Vonage offered 71k base", "ask Rita to sign off on 5k relocation")
    assert "Could you sign off on 5k relocation?" in message


def test_an_order_to_decline_is_no_sentence_of_the_message(write: Write) -> None:
    message = write("Initech offered 71k", "decline the offer from Initech, they were nice")
    assert "Decline" not in message
    assert "You we" not in message


def test_silence_is_no_topic(write: Write) -> None:
    message = write("Initech offered 100k", "2nd follow up to Becky, no reply to my counter of 110k for 8 days")
    assert "no reply" not in message
    assert "Hi Becky" in message


def test_a_sum_that_is_not_meant_is_no_refusal() -> None:
    assert not refuses("tell Rob 165k base not 150k")
    assert refuses("not for this level")
    assert not read_refusals(["if she says no to 77k base i would take 74k"])


def test_talk_of_another_firm_is_no_offer(write: Write) -> None:
    message = write("Vonage offered 71k", "mail Rita for 77k. another company told me they would pay 80k")
    assert "77,000" in message
    assert "another offer" not in message
    assert "80" not in message


def test_a_yes_of_one_firm_is_not_told_to_the_other(write: Write) -> None:
    message = write(
        "Vonage offered 71k and Orion offered 75k", "i asked orion for 78k and they said yes", "tell vonage i want 77k"
    )
    assert "77,000" in message
    assert "You said yes" not in message


@pytest.mark.parametrize(
    ("turns", "kept"),
    [
        (
            ["offer from Acme 120k. i am at 118k now. bolt has nothing for me yet", "write a counter to 128"],
            "nothing for me",
        ),
        (["Acme 120k. bolt pays me 115k now", "write a counter for 128"], "115"),
        (["Acme 150k, Bolt 160k", "i said no to bolt", "write to acme asking 158"], "said no"),
        (["offer from acme 150k", "accept acme, i'm gonna leave after a year anyway"], "a year anyway"),
    ],
)
def test_what_weakens_the_hand_is_not_told_unasked(turns: list[str], kept: str, write: Write) -> None:
    assert kept not in write(*turns).casefold()


def test_a_sum_at_which_one_signs_is_no_sign_on(write: Write) -> None:
    message = write("offer from acme 150k", "write i will only sign if its 160, thats my real limit")
    assert "from $150,000 to $160,000" in message
    assert "limit" not in message


def test_another_offer_is_told_without_its_number(write: Write) -> None:
    message = write(
        "Acme 150k, i have 160k from Bolt. write acme a mail, mention i have another offer but not the number"
    )
    assert "I have another offer." in message
    assert "160" not in message
