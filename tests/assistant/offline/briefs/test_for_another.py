"""A message for somebody of the family speaks as that person."""

from __future__ import annotations

from assistant.offline.briefs.for_another import as_the_sender
from assistant.offline.briefs.reading import read_brief


def test_the_one_it_is_for_speaks_and_signs() -> None:
    brief = read_brief(
        "counter for wife: she got 68k, wants 74k. she's the only one with a cert. From: Melanie. To: Dr. Hsu."
    )
    assert (brief.to, brief.sender) == ("Dr. Hsu", "Melanie")
    assert brief.reasons == ("I am the only one with a certification.",)


def test_a_boss_of_the_wife_is_no_sender() -> None:
    assert read_brief("write to my wife's boss Ann, she said no").to == "Ann"


def test_somebody_told_of_by_the_one_who_types_does_not_speak() -> None:
    for told in (
        "help for my wife, she wants to come with me to Berlin. ask Kim for visa support",
        "write a mail for my partner. She is the hiring manager's cousin, offered 100k want 110k",
        "mail for my wife, she is pregnant so i need paternity leave. to Al",
    ):
        assert as_the_sender(told) == told


def test_what_they_say_is_said_as_theirs() -> None:
    assert as_the_sender("write a message for my husband: he said the 90k is too low").endswith(": the 90k is too low")
