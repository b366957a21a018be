"""A message for somebody of the family speaks as that person."""

from __future__ import annotations

from assistant.offline.briefs.reading import read_brief


def test_the_one_it_is_for_speaks_and_signs() -> None:
    brief = read_brief(
        "counter for wife: she got 68k, wants 74k. she's the only one with a cert. From: Melanie. To: Dr. Hsu."
    )
    assert (brief.to, brief.sender) == ("Dr. Hsu", "Melanie")
    assert brief.reasons == ("I am the only one with a certification.",)


def test_a_boss_of_the_wife_is_no_sender() -> None:
    assert read_brief("write to my wife's boss Ann, she said no").to == "Ann"
