from __future__ import annotations

import pytest

from assistant.offline.briefs.asides import without_asides
from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("i want 70k, use that i passed CFA level 2", "i want 70k. Reason: i passed CFA level 2"),
        ("be honest theres another process", "Say theres another process"),
        ("i need till monday to read it, thats the only reason. no negotiating yet", "i need till monday to read it."),
        ("make it warmer and state the total for both too", "make it warmer"),
        ("i'm after 55k and the 4 day week can wait.", "i'm after 55k."),
    ],
)
def test_what_is_said_to_the_writer_is_taken_apart_from_what_is_to_be_said(told: str, plain: str) -> None:
    assert without_asides(told) == plain


def test_a_quoted_draft_keeps_its_words() -> None:
    told = 'fix this: "Hi Ann, be honest there is more money, thats the only reason I ask."'

    assert without_asides(told) == told


def test_a_reason_named_for_use_supports_the_ask_and_is_none() -> None:
    brief = read_brief("write to Ngozi, i want 39.5k, use that i passed CIMA level 2 in june")

    assert brief.reasons == ("I passed CIMA level 2 in June.",)
    assert [ask.words for ask in brief.asks] == [""]


def test_what_is_to_be_said_openly_survives_a_name_that_is_not() -> None:
    brief = read_brief("ask for time till 26 nov and be upfront that im finishing another process, but not name canopy")

    assert any("finishing another process" in told for told in brief.tells)
