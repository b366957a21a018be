"""Which yes: what is asked back before a message that cannot be taken back."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (["offer from Acme 150k", "they ask if i can do a call monday", "tell them yes"], "Yes to what?"),
        (["offer from Acme 150k", "is 150 low", "say yes to it"], "Yes to what?"),
        (["offer from Acme 150k", "what if they say 158", "accept it then"], "$158,000"),
        (["offer from Acme 150k", "my boss counters with 155", "accept it"], "$155,000"),
        (["offer from Acme 150k", "they can do 158 if i sign by friday", "write yes"], "$158,000"),
        (["Acme 150k, Bolt 160k", "accept it then"], "“accept Acme” or “accept Bolt”"),
        (["Acme 150k, Bolt 160k", "i decline the higher one, write it"], "“decline Acme” or “decline Bolt”"),
        (["offer from Acme 150k", "i changed my mind about declining, write them"], "You take that back"),
        (["offer from Acme 150k", "tell them i withdraw my counter"], "You take that back"),
        (["offer from Acme 150k", "they'd go to 158 max", "tell them i accept"], "$158,000"),
        (["offer from Acme 150k", "tell them i'd have to decline at 150"], "From which sum on"),
    ],
)
def test_a_yes_or_no_that_leaves_open_what_it_means_is_asked_about(
    told: list[str], asked: str, session: CoachSession
) -> None:
    answer = hold(session, *told)
    assert answer.kind == "clarify"
    assert asked in answer.text


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (["offer from Acme 150k", "should i accept?", "tell them yes"], "a base of $150,000"),
        (["offer from Acme 150k", "i asked 165 they said no", "accept it then"], "a base of $150,000"),
        (["offer from Acme 150k", "they came up to 158", "tell them yes"], "a base of $158,000"),
        (["offer from Acme 150k", "what if they say 158", "accept it then", "accept $150,000"], "glad to accept"),
        (["Acme 150k, Bolt 160k", "accept it then", "accept Bolt"], "a base of $160,000"),
        (["Acme 150k, Cog 160k, Dyno 140k", "accept cog, no to the others"], "a base of $160,000"),
        (["offer from Acme 150k", "they said no to 165, write back that i accept 150 then"], "a base of $150,000"),
        (["Acme 150k, Bolt 160k", "i accepted bolt. write acme"], "decided to decline"),
        (["Acme 150k, Bolt 160k", "i declined bolt already. tell acme i have an offer of 160"], "another offer at"),
    ],
)
def test_a_yes_or_no_that_tells_what_it_means_is_written(told: list[str], written: str, session: CoachSession) -> None:
    answer = hold(session, *told)
    assert answer.kind == "script"
    assert written in answer.text
    assert "165" not in answer.text
