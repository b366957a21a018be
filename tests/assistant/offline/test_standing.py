"""Standing: what was told before, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable

from assistant.cases.memory_store import MemoryCaseStore
from assistant.session import CoachSession


def test_what_was_told_before_is_quoted(open_session: Callable[..., CoachSession]) -> None:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    session.ask("base 148k, 12,000 options, strike 2.10", case)
    session.ask("is a one year cliff normal", case)
    answer = session.ask("the strike I gave you, what was it?", case)
    assert "strike 2.10" in answer.text


def test_refusals_and_the_open_rest_are_summed_up(open_session: Callable[..., CoachSession]) -> None:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    session.ask("they offered 104k base", case)
    session.ask('she said "the base is fixed, no way"', case)
    answer = session.ask("ok where do i stand now", case)
    assert "the base is fixed" in answer.text
    assert "sign-on bonus" in answer.text
