"""A yes to one part and a no to another are both said."""

from __future__ import annotations

from assistant.offline.briefs.reading import read_brief


def test_the_part_taken_and_the_part_refused_are_told() -> None:
    told = read_brief(
        "chat msg: say yes to the 155k but no to the 2 yr clawback, ask for 1 year. recruiter is Vikram"
    ).tells
    assert told == ("I am happy with the 155k.", "I cannot agree to the 2 year clawback.")


def test_what_they_said_yes_to_is_not_said_by_the_person() -> None:
    assert not any("happy" in item for item in read_brief("They said no to the base but yes to 15k sign on.").tells)
