"""Words that look like a yes or a no and give none."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.purposes import plain_purpose
from assistant.offline.briefs.seeming import without_seeming


@pytest.mark.parametrize(
    "text",
    [
        "write them i'm taking it to my lawyer first",
        "reply that i am taking this very personally",
        "write that i am accepting that base cant move but want 10k sign on",
        "tell them i'll take this weekend to think",
        "tell them i take it they cannot move on base",
        "tell her i'm taking it up with my wife",
        "tell Ann yes, i can do a call monday",
        "tell them yes, a call on monday works",
        "tell her yes to the call",
    ],
)
def test_what_is_taken_otherwise_accepts_nothing(text: str) -> None:
    assert plain_purpose(text) != "accept"


@pytest.mark.parametrize(
    "text",
    [
        "write them i'm taking it",
        "tell her i'll take it and thank her",
        "tell them i accept it, start jan 5",
        "reply i accept this with pleasure",
        "write back that i take 150",
        "tell them yes",
        "tell them yes, i'm happy to join",
        "withdraw my counter and accept",
    ],
)
def test_a_yes_that_is_told_is_one(text: str) -> None:
    assert plain_purpose(text) == "accept"


def test_what_the_person_takes_back_or_only_would_do_declines_nothing() -> None:
    assert "declin" not in without_seeming("i changed my mind about declining")
    assert "decline" not in without_seeming("i'd have to decline at 150")
    assert "decline" in without_seeming("thanks, i'd have to decline")
    assert "withdraw" not in without_seeming("i withdraw my counter")
