"""What is searched before the chat model speaks."""

from __future__ import annotations

import pytest
from langchain_core.messages import HumanMessage

from assistant.agent.middleware.guidance import build_query
from assistant.domain.evidence import Hit, SearchResult
from assistant.offline.conversation import CHECK_MESSAGE
from assistant.tools.deps import NoGuidance
from tests.fakes.guidance import BASE


def query(*texts: str) -> str:
    return build_query([HumanMessage(text) for text in texts], NoGuidance())


def test_a_question_is_searched_as_it_stands() -> None:
    question = "How long should I wait for their answer to my counter?"
    assert query("hello", question) == question


def test_a_short_message_brings_the_one_before_along() -> None:
    assert query("The band is capped, they say.", "and then?") == "The band is capped, they say.\nand then?"


class KnowingGuidance(NoGuidance):
    """A library that has an answer to everything."""

    def find(self, query: str, k: int = 8, companies: tuple[str, ...] = ()) -> SearchResult:
        return SearchResult(hits=(Hit(chunk=BASE, score=1.0),), mode="hybrid", support=1.0)


@pytest.mark.parametrize(
    ("text", "alone"),
    [("is a spoken promise worth anything", True), ("and the vesting?", False), ("is it taxed", False)],
)
def test_a_short_question_of_its_own_that_the_library_answers_stands_alone(text: str, *, alone: bool) -> None:
    before = HumanMessage("Google offered me L4, 165k base")
    assert (build_query([before, HumanMessage(text)], KnowingGuidance()) == text) == alone


def test_a_message_without_a_topic_brings_the_one_before_along() -> None:
    asked = query("What is a vesting cliff", "sorry I do not understand it, can you use more simple words please")
    assert asked.startswith("What is a vesting cliff\nsorry")
    assert query("I am on a visa", "How long should the sign-on bonus clawback run, at the very most").endswith("most")


def test_of_a_pasted_letter_only_the_ends_are_searched() -> None:
    found = query("What is missing here? " + "filler " * 5000 + " Can I ask for more stock?")
    assert len(found) < 700
    assert found.startswith("What is missing here?")
    assert found.endswith("Can I ask for more stock?")


def test_the_feedback_of_a_check_is_not_the_persons_question() -> None:
    messages = [HumanMessage("How long should I wait for an answer?"), HumanMessage("wrong", name=CHECK_MESSAGE)]
    assert build_query(list(messages), NoGuidance()) == "How long should I wait for an answer?"


def test_there_is_always_something_to_search() -> None:
    assert query("   ") == "job offer"
