"""What stands in a message as it is, and what is left out because it would not read well."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.fluency import as_reason, is_noun_phrase, is_sentence
from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    "words", ["3 days remote", "6 months' severance on termination without cause", "a longer window"]
)
def test_a_thing_is_a_noun_phrase(words: str) -> None:
    assert is_noun_phrase(words)


@pytest.mark.parametrize(
    "words", ["of hybrid", "ask for a friend", "transparent that we led", "to 204 too", "comp is settled"]
)
def test_a_fragment_is_none(words: str) -> None:
    assert not is_noun_phrase(words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("led 2 clean audits", "I led 2 clean audits"),
        ("chartered this spring", "I was chartered this spring"),
        ("QA automation 5 years", "I have 5 years of experience in QA automation"),
        ("tech lead of 6 people for 2 years", "I have been tech lead of 6 people for 2 years"),
        ("of hybrid", ""),
        ("lol whatever", ""),
    ],
)
def test_a_reason_is_a_whole_sentence_or_nothing(words: str, said: str) -> None:
    assert as_reason(words) == said


def test_every_reason_that_is_kept_is_a_sentence() -> None:
    brief = read_brief("write to Ann, ask for 90k. reasons: led 4 hires, closed 2M in sales, and my German is fluent")
    assert brief.reasons
    assert all(is_sentence(reason.rstrip(".")) for reason in brief.reasons)
