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
