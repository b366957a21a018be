"""No ultimatum is written in the person's name; what is asked for in it stays."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.threats import find_threats, without_threats


@pytest.mark.parametrize(
    ("text", "kept", "threat"),
    [
        ("write to Sandra that i need 80k or i walk", "write to Sandra that i need 80k", "or i walk"),
        ("write to Sandra: 80k or im gone, they offered 71", "write to Sandra: 80k, they offered 71", "or im gone"),
        (
            "tell Bob its 95 or i sign with the other company tomorrow. they offered 88",
            "tell Bob its 95. they offered 88",
            "or i sign with the other company tomorrow",
        ),
        ("mail: 52k, otherwise I'll decline", "mail: 52k", "otherwise I'll decline"),
        ("schreib ihr 70k, sonst bin ich weg", "schreib ihr 70k", "sonst bin ich weg"),
    ],
)
def test_the_threat_goes_and_the_ask_stays(text: str, kept: str, threat: str) -> None:
    assert without_threats(text) == kept
    assert find_threats(text) == [threat]


@pytest.mark.parametrize(
    "text",
    [
        "write that i want 80k or a sign-on of 10k",
        "should i take it or leave now?",
        "they said accept or we move on",
        "i can start in may or i could go part time first",
        "tell them if they can do 190 i'll sign with them today",
        "ask for 80k, or we leave the base and add a sign-on of 5k",
        "more pto, a stipend or else a later start",
        "call me tomorrow or i'm out of office until monday",
    ],
)
def test_what_is_no_threat_stays(text: str) -> None:
    assert without_threats(text) == text


def test_the_sum_of_a_threat_is_asked_for() -> None:
    brief = gather_brief(["they offered 71k. tell them if they can't do 80k i'm gone"])
    assert [ask.asked.value for ask in brief.asks if ask.asked] == [80_000]
    assert not any("gone" in words for words in (*brief.tells, *brief.reasons))
