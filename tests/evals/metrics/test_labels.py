"""The metrics that compare the last answer with a reader's labels."""

from __future__ import annotations

import pytest

from assistant.domain.answer import Answer
from evals.metrics.citations import score_cited
from evals.metrics.facts import score_figures, score_forbidden, score_words
from evals.metrics.kind import score_kind
from evals.metrics.objection import score_objection
from evals.metrics.relevance import score_relevance
from tests.evals.fake_coach import make_answer, make_broken_conversation, make_citation, make_conversation


def test_any_accepted_kind_is_right_and_another_is_wrong() -> None:
    assert score_kind(make_conversation(make_answer("x"), kind=["script", "advice"])).value == 1
    score = score_kind(make_conversation(make_answer("x"), kind="refusal"))
    assert (score.value, "expected refusal" in score.why) == (0, True)


def test_an_objection_is_right_by_its_name_only() -> None:
    answer = make_answer("x", kind="objection", objection="band_limit")
    assert score_objection(make_conversation(answer, objection="band_limit")).value == 1
    assert score_objection(make_conversation(answer, objection="final_offer")).value == 0
    assert score_objection(make_conversation(answer)).value is None


@pytest.mark.parametrize(
    "text",
    ["Year 1: $297,000.", "Year 1: $297K, that is 20% more.", "297,000 shares", "297.000 im Jahr", "297000 an hour"],
)
def test_expected_figures_are_found_in_any_writing(text: str) -> None:
    assert score_figures(make_conversation(make_answer(text), figures=[297000])).value == 1


def test_one_of_several_alternatives_is_enough() -> None:
    answer = make_answer("From year two $257,000, 20% more.")
    assert score_figures(make_conversation(answer, figures=[[297000, 257000], "20%"])).value == 1


@pytest.mark.parametrize("text", ["Year 1 pays a lot.", "$298,000", "29,700 shares", "2,970,000"])
def test_a_missing_figure_fails(text: str) -> None:
    assert score_figures(make_conversation(make_answer(text), figures=[297000])).value == 0


def test_each_expected_word_or_its_equivalent_is_said() -> None:
    answer = make_answer("Dear Priya, I ACCEPT.")
    assert score_words(make_conversation(answer, says=["priya", "accept|say yes"])).value == 1
    assert score_words(make_conversation(answer, says=["priya", "decline|turn down"])).value == 0
    assert score_words(make_conversation(answer, says=[r"re:\bPri(?:ya|ti)\b"])).value == 1
    assert score_words(make_conversation(answer, says=[r"re:\bPri\b"])).value == 0


def test_a_pattern_is_forbidden_as_a_whole_and_no_part_of_it() -> None:
    forbidden = [r"re:I (?:have|hold) (?:another|an) offer"]
    assert score_forbidden(make_conversation(make_answer("I hold an offer."), never_says=forbidden)).value == 0
    assert score_forbidden(make_conversation(make_answer("I hold a degree."), never_says=forbidden)).value == 1


@pytest.mark.parametrize("text", ["I have an offer at $240K.", "Pineapple!"])
def test_what_is_forbidden_fails(text: str) -> None:
    forbidden = {"no_figures": [240000], "never_says": ["pineapple"]}
    assert score_forbidden(make_conversation(make_answer(text), **forbidden)).value == 0
    assert score_forbidden(make_conversation(make_answer("No."), **forbidden)).value == 1


CITED = make_answer("So [1].", citations=(make_citation(),))


@pytest.mark.parametrize(
    ("answer", "cites", "value"),
    [
        (CITED, True, 1),
        (CITED, False, 0),
        (CITED, None, None),
        (make_answer("So."), True, 0),
        (make_answer("So.", citations=(make_citation(),)), True, 0),
        (make_answer("So."), False, 1),
    ],
)
def test_citing_is_asked_for_or_not(answer: Answer, cites: bool | None, value: float | None) -> None:
    assert score_cited(make_conversation(answer, cites=cites)).value == value


def test_a_conversation_that_broke_off_is_wrong_where_something_was_expected() -> None:
    broken = make_broken_conversation(objection="band_limit", figures=[1], says=["x"], never_says=["y"], cites=True)
    for rule in (score_kind, score_objection, score_figures, score_words, score_cited):
        score = rule(broken)
        assert score.value == 0
        assert "KeyError" in score.why
    assert score_forbidden(broken).value is None


@pytest.mark.parametrize(
    ("about", "value"),
    [
        (["asks"], 1),
        (["asks: What"], 1),
        (["level", "asks: What m"], 1),
        (["asks: When"], 0),
        (["level"], 0),
        ([], None),
    ],
)
def test_the_first_source_is_one_a_reader_would_answer_from(about: list[str], value: float | None) -> None:
    first = make_citation().model_copy(update={"section": "What moves"})
    second = first.model_copy(update={"n": 2, "source_id": "level"})
    answer = make_answer("So [1], and so [2].", citations=(second, first))
    assert score_relevance(make_conversation(answer, about=about, kind="advice")).value == value


def test_an_answer_without_sources_is_not_relevant() -> None:
    assert score_relevance(make_conversation(make_answer("Hm."), about=["asks"])).value == 0
