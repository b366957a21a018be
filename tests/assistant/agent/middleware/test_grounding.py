"""The guard's own decisions, on state made by hand."""

from __future__ import annotations

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.agent.middleware.grounding import NOTHING_LEFT, Review, begin_review
from assistant.checks.numbers import numbers_in_text
from assistant.domain.figure import Figure
from assistant.domain.result import ToolResult
from assistant.offline.conversation import CHECK_MESSAGE
from tests.fakes.graph import make_deps
from tests.fakes.guidance import BASE, SIGN_ON


def review(known: str = "", offers_on_file: int = 0) -> Review:
    return Review({1: BASE, 2: SIGN_ON}, numbers_in_text(known), offers_on_file)


def test_all_faults_are_found_at_once() -> None:
    found = review().check("Ask for $5,000. Be quiet. [8] I have another offer from Meta.")
    assert {finding.check for finding in found} == {"untraceable_number", "unknown_citation", "invented_offer"}


def test_a_passage_backs_a_number_only_when_it_is_cited() -> None:
    assert review().check("There is $25,000 of room. [1]")
    assert not review().check("There is $25,000 of room. [2]")


def test_a_sound_text_is_left_as_it_is() -> None:
    text = "You wrote $5,000.\n\n- Ask. [1]\n- Wait."
    assert review("5k").keep_sound(text) == (text, [])


def test_a_failing_row_of_a_table_goes_and_the_others_stay() -> None:
    table = "| year | pay |\n| --- | --- |\n| 1 | $5,000 |\n| 2 | $6,000 |"
    text, findings = review("5k").keep_sound(table)
    assert text == "| year | pay |\n| --- | --- |\n| 1 | $5,000 |"
    assert len(findings) == 1


def test_punctuation_alone_is_no_answer() -> None:
    text, findings = review().keep_sound("> \n\n$7,000!")
    assert text == NOTHING_LEFT
    assert len(findings) == 1


def test_known_are_the_persons_words_and_the_figures_but_not_the_models_own_words() -> None:
    figure = Figure(label="year 1", value="220000", unit="USD", formula="", rule="total_compensation")
    messages: list[AnyMessage] = [
        HumanMessage("base 180k"),
        AIMessage("They may pay $300,000."),
        HumanMessage("Your draft of $400,000 failed.", name=CHECK_MESSAGE),
        ToolMessage("…", tool_call_id="1", artifact=ToolResult(tool="t", text="", figures=(figure,)).model_dump()),
    ]
    found = begin_review(messages, make_deps())
    text = "$180,000 and $220,000. $300,000. $400,000."
    assert [finding.quote for finding in found.check(text)] == ["$300,000.", "$400,000."]
