"""Messages without a subject are answered with a question; short ones that name theirs are answered."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession


@pytest.mark.parametrize(
    ("turns", "asks"),
    [
        (["hi", "its about the thing, can you fix it"], "What is in the offer"),
        (["they got back to me", "worth it or not?"], "What does it pay"),
        (
            ["i am a welder in Hull", "they raised the pay by 6 percent", "how much is that in pounds"],
            "6 percent of what?",
        ),
        (["offer 149k, rust dev", "ok", "do it"], "What is it that you need next?"),
        (["offer 149k, rust dev", "do it like the other one but for the thing they said"], "Which one do you mean?"),
    ],
)
def test_a_message_without_a_subject_is_asked_back(session: CoachSession, turns: list[str], asks: str) -> None:
    for turn in turns:
        answer = session.ask(turn, case="case")
    assert answer.kind == "clarify"
    assert asks in answer.text
    assert not answer.citations


def test_which_one_is_asked_with_what_is_on_file(session: CoachSession) -> None:
    session.ask("offer 149k base, 20k sign-on", case="case")
    assert "Base $149,000; Sign-on $20,000" in session.ask("its about the number", case="case").text


@pytest.mark.parametrize(
    "turns",
    [
        ["can i counter twice"],
        ["what should i ask for"],
        ["they said no"],
        ["offer 149k base, rust dev", "is that ok?"],
        ["offer 149k base. i asked for 160", "and if they say no?"],
        ["she said its the top of the band", "is that true"],
        ["write a short note asking for more time", "is that good"],
    ],
)
def test_a_short_message_with_a_subject_here_or_before_is_answered(session: CoachSession, turns: list[str]) -> None:
    for turn in turns:
        answer = session.ask(turn, case="case")
    assert answer.kind in {"advice", "objection"}
    assert answer.citations


@pytest.mark.parametrize("text", ["who made you", "do you like me"])
def test_a_question_about_parley_is_answered_with_what_it_is_for(session: CoachSession, text: str) -> None:
    assert session.ask(text).kind == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "document"), [("what is a 409a", "glossary-equity"), ("what does at will mean", "us-offers-from-abroad")]
)
def test_a_term_made_of_small_words_is_explained(session: CoachSession, text: str, document: str) -> None:
    answer = session.ask(text)
    assert answer.kind == "advice"
    assert answer.citations[0].source_id == document
