"""Standing: what was told before, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable

from assistant.cases.memory_store import MemoryCaseStore
from assistant.offline.standing import asks_outright
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


def test_a_summary_names_the_offer_and_takes_no_refusal_for_a_promise(
    open_session: Callable[..., CoachSession],
) -> None:
    session = open_session(MemoryCaseStore())
    case = session.create_case()
    session.ask("Acme: base $180K, bonus 15%, signing $40K", case)
    session.ask("The recruiter says the band doesn't allow more", case)
    session.ask("write the email", case)
    text = session.ask("where do i stand", case).text
    assert "a base of $180,000" in text
    assert "base (“The recruiter says the band doesn't allow more”)" in text
    assert "Promised" not in text
    assert "write the email" not in text


def test_money_that_is_left_is_no_question_about_where_things_stand() -> None:
    assert asks_outright("what's left to ask for?")
    assert not asks_outright("whats left a month if tax is 34%")
    assert not asks_outright("what's left of the signing bonus after 40% tax")


def test_an_empty_file_is_told_to_be_empty(open_session: Callable[..., CoachSession]) -> None:
    session = open_session(MemoryCaseStore())
    assert "No offer is on file yet" in session.ask("whats on file", session.create_case()).text
