"""The metrics of what every answer promises, each on a good answer and on bad ones."""

from __future__ import annotations

import pytest

from assistant.domain.answer import Finding
from evals.metrics.citations import score_citations
from evals.metrics.determinism import score_determinism
from evals.metrics.findings import score_findings
from evals.metrics.grounded import score_grounded
from evals.metrics.length import count_words, score_length, score_shorter
from evals.metrics.placeholders import score_placeholders
from tests.evals.fake_coach import (
    make_answer,
    make_citation,
    make_conversation,
    make_exchange,
    make_figure,
)


def test_a_figure_grounds_an_amount() -> None:
    answer = make_answer("Year 1 pays $297,000.", figures=(make_figure(297000),))
    assert score_grounded(make_exchange(answer)).value == 1


def test_the_persons_words_ground_an_amount() -> None:
    assert score_grounded(make_exchange(make_answer("A base of $180,000 and 15 %."), "180 base, 15% bonus")).value == 1


def test_a_cited_passage_grounds_an_amount() -> None:
    answer = make_answer("People got 12% more, about $9,500 [1].", citations=(make_citation(),))
    assert score_grounded(make_exchange(answer)).value == 1


@pytest.mark.parametrize("text", ["Ask for $198,000.", "Ask for 10% more.", "About $297.6K in all.", "| 2 | 257,001 |"])
def test_an_amount_from_nowhere_fails(text: str) -> None:
    answer = make_answer(text, figures=(make_figure(297000), make_figure(257000)))
    score = score_grounded(make_exchange(answer, "180k base"))
    assert score.value == 0
    assert "nowhere" in score.why


def test_a_passage_that_is_not_cited_grounds_nothing() -> None:
    assert score_grounded(make_exchange(make_answer("People got 12% more."))).value == 0


def test_a_percentage_does_not_ground_money() -> None:
    answer = make_answer("Ask for $15.00 more.", figures=(make_figure(15, "percent"),))
    assert score_grounded(make_exchange(answer, "hm")).value == 0


def test_an_input_of_a_figure_is_not_a_figure() -> None:
    answer = make_answer("A base of $180,000.", figures=(make_figure(297000, base=180000),))
    score = score_grounded(make_exchange(answer))
    assert score.value == 0
    assert "input" in score.why


def test_markers_with_verbatim_quotes_hold() -> None:
    answer = make_answer("Start with the sign-on [1].", citations=(make_citation(),))
    assert score_citations(make_exchange(answer)).value == 1


def test_an_answer_that_cites_nothing_cannot_be_scored() -> None:
    assert score_citations(make_exchange(make_answer("Hello."))).value is None


@pytest.mark.parametrize(
    ("text", "citations", "why"),
    [
        ("Start there [2].", (make_citation(),), "[2] leads to no citation"),
        ("Start there [1] [2].", (make_citation(),), "[2] leads to no citation"),
        ("Start there.", (make_citation(),), "no marker"),
        ("Start there [1].", (make_citation(quote="Aim at the base first."),), "does not stand"),
        ("Start there [1].", (make_citation(quote="aim at the sign-on first."),), "does not stand"),
        ("Start there [1].", (make_citation(quote=" "),), "does not stand"),
        ("Start there [1].", (make_citation(chunk_id="asks#9"),), "does not exist"),
        ("Start there [1].", (make_citation(), make_citation()), "twice"),
    ],
)
def test_a_broken_citation_fails(text: str, citations: tuple[object, ...], why: str) -> None:
    score = score_citations(make_exchange(make_answer(text, citations=citations)))
    assert score.value == 0
    assert why in score.why


@pytest.mark.parametrize(
    "text",
    [
        "Hi [Name],",
        "ask for $[X]",
        "ask for [X+1]",
        "Dear {{recruiter}}",
        "Best, ____",
        "Hi <your name>",
        "$XX",
        "Base: None.",
    ],
)
def test_a_blank_fails(text: str) -> None:
    assert score_placeholders(make_exchange(make_answer(text))).value == 0


@pytest.mark.parametrize("text", ["Start there [1].", "See [the page](https://x.example).", "None of it is lost."])
def test_markers_and_links_are_no_blanks(text: str) -> None:
    assert score_placeholders(make_exchange(make_answer(text))).value == 1


def test_a_finding_fails() -> None:
    finding = Finding(check="untraceable_number", detail="$5 is unknown")
    assert score_findings(make_exchange(make_answer("x", findings=(finding,)))).value == 0
    assert score_findings(make_exchange(make_answer("x"))).value == 1


def test_the_limit_is_350_words_unless_more_was_asked_for() -> None:
    assert score_length(make_exchange(make_answer("word " * 350))).value == 1
    assert score_length(make_exchange(make_answer("word " * 351))).value == 0
    assert score_length(make_exchange(make_answer("word " * 351), "in more detail please")).value is None


def test_table_lines_are_no_words() -> None:
    assert count_words("| Year | $5 |\n| --- | ---: |\n- one") == 3


def test_shorter_means_fewer_words_than_before() -> None:
    before, after = make_exchange(make_answer("one two three")), make_exchange(make_answer("one two"))
    held = make_conversation(make_answer("x"), shorter=True)
    assert score_shorter(type(held)(held.sample, (before, after))).value == 1
    assert score_shorter(type(held)(held.sample, (after, before))).value == 0
    assert score_shorter(make_conversation(make_answer("x"))).value is None


def test_the_same_answer_twice_is_deterministic_and_another_is_not() -> None:
    answer = make_answer("x", figures=(make_figure(1),))
    assert score_determinism(make_conversation(answer, (answer,))).value == 1
    for other in (make_answer("y"), make_answer("x", kind="clarify"), make_answer("x", figures=(make_figure(2),))):
        assert score_determinism(make_conversation(answer, (other,))).value == 0
    assert score_determinism(make_conversation(answer)).value is None
