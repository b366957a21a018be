"""Two questions of one message are found, looked up apart, and both answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.domain.evidence import Chunk
from assistant.offline.asked_apart import find_answer, split_questions
from assistant.session import CoachSession


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "want 8 weeks off. how far can i push the start date, and do i get health insurance in between",
            ["how far can i push the start date", "do i get health insurance in between"],
        ),
        (
            "two things. is relocation money taxed? what if they lay me off, do i repay the movers?",
            ["is relocation money taxed", "what if they lay me off, do i repay the movers"],
        ),
    ],
)
def test_questions_that_name_their_matter_are_found(text: str, questions: list[str]) -> None:
    assert split_questions(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "can i counter twice",
        "should i ask for more? is it ok? what do you think",
        "base 90k and 10% bonus",
        "is it taxed?",
    ],
)
def test_a_message_that_asks_one_thing_is_left_whole(text: str) -> None:
    assert split_questions(text) == []


def passage(chunk_id: str, section: str, text: str = "") -> Chunk:
    return Chunk(chunk_id=chunk_id, source_id="s", title="t", section=section, publisher="p", text=text)


def search(query: str, *found: tuple[Chunk, float], support: float = 0.9) -> dict[str, Any]:
    passages = [chunk.model_dump() | {"score": score} for chunk, score in found]
    return {"query": query, "support": support, "passages": passages}


MATCH = passage("c1", "How does a match vest?", "The match vests by the plan's schedule.")
DAYS_OFF = passage("c2", "How much vacation can I ask for?", "Ask for a week more.")
QUERY = "can I ask for more vacation"


def test_a_heading_that_names_the_matter_answers_what_the_lead_leaves_open() -> None:
    assert find_answer(search(QUERY, (DAYS_OFF, 0.5)), MATCH, ()) == "c2"


@pytest.mark.parametrize(
    ("found", "lead", "support"),
    [((DAYS_OFF, 0.5), DAYS_OFF, 0.9), ((DAYS_OFF, 0.5), MATCH, 0.1), ((passage("c3", "Holidays"), 0.5), MATCH, 0.9)],
)
def test_nothing_is_added_where_it_is_answered_unsupported_or_beside_the_point(
    found: tuple[Chunk, float], lead: Chunk, support: float
) -> None:
    assert find_answer(search(QUERY, found, support=support), lead, ()) is None


def test_a_passage_that_the_whole_message_found_answers_without_sharing_words() -> None:
    other = passage("c3", "Holidays")
    assert find_answer(search(QUERY, (other, 0.5)), MATCH, {"c3"}) == "c3"


def test_the_second_question_is_answered_as_well(open_session: Callable[..., CoachSession]) -> None:
    text = "do they match 401k contributions from day one, and can I ask for more vacation?"
    headings = open_session().ask(text).text.split("**")[1::2]
    assert any("401(k)" in heading for heading in headings)
    assert any("vacation" in heading or "days off" in heading for heading in headings)
