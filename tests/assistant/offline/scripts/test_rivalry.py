"""Several firms: the message goes to the one it is for, and the other stays unnamed where it is to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Write = Callable[..., str]
TWO = "Vonage offered 71k and Orion offered 75k"


def test_a_rival_that_stays_unnamed_is_still_told(write: Write) -> None:
    message = write(
        "Acme offered me 98k. also have an offer from Globex at 108k",
        "mail acme and ask for 106k, mention the other offer but not the name",
    )
    assert "I have another offer at 108k." in message
    assert "Globex" not in message


@pytest.mark.parametrize(
    ("order", "company", "act"),
    [
        ("decline orion, contact is Jim. i take vonage", "Orion", "decline it"),
        ("i accept vonage and turn down the orion offer, mail to orion", "Orion", "decline it"),
        ("i accept vonage and turn down the orion offer, mail to vonage", "Vonage", "glad to accept"),
        ("accept orion, mail to Kim", "Orion", "glad to accept"),
    ],
)
def test_the_firm_behind_the_verb_is_the_one_written_to(order: str, company: str, act: str, write: Write) -> None:
    message = write(TWO, order)
    other = "Vonage" if company == "Orion" else "Orion"
    assert f"the offer at {company}" in message
    assert act in message
    assert other.casefold() not in message.casefold()


def test_a_firm_on_file_is_no_person_to_greet(write: Write) -> None:
    assert "Hi,\n" in write(TWO, "Decline Orion. I take Vonage")


@pytest.mark.parametrize(
    ("turns", "firm"),
    [
        (["verbal offer from Stripe 150k. email Plaid asking for 160k"], "Plaid"),
        (["Google gave me 150k verbally. Write to Meta asking for 160k"], "Meta"),
        (["offer from Intel 150k base", "write to Kim at AMD asking for 160k"], "AMD"),
        (["offer from Intel 150k base", "write acceptance to AMD"], "AMD"),
    ],
)
def test_the_pay_of_one_firm_is_not_told_as_that_of_another(turns: list[str], firm: str, write: Write) -> None:
    message = write(*turns)
    assert f"offer at {firm}" in message
    assert "150" not in message


def test_a_spoken_offer_is_told_as_one(write: Write) -> None:
    message = write(
        "i have a verbal offer from Intel at 150k, nothing written. write email to AMD (145k) asking for 160k"
    )
    assert "from $145,000 to $160,000" in message
    assert "I have a verbal offer from Intel: a base of $150,000" in message


@pytest.mark.parametrize(
    "text",
    [
        "I have an offer from AMD at 150k. write to AMD asking for 160k",
        "offer from Intel is 150k base. write email to Kim asking for 160k",
        "my Zoox offer is 150k base. message to Jane, cc Amazon HR: ask 160k",
    ],
)
def test_the_pay_of_the_firm_that_is_written_to_stands(text: str, write: Write) -> None:
    assert "from $150,000 to $160,000" in write(text)
