"""The Coach page: what a person sees and can do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import RecordedOffer, Turn
from assistant.domain.answer import Answer, Disputed, Finding, Position
from assistant.errors import StoreUnavailable
from tests.fakes.session import NOW, OFFER, OFFER_ANSWER, FakeSession
from tests.ui.components.test_safe_markdown import HOSTILE, assert_harmless
from tests.ui.conftest import bodies_of, markup_of, press, send, words_of
from ui.components.text import escape_label

OpenPage = Callable[..., AppTest]
MESSAGE = "Base $180K and $200K in stock"


def test_an_empty_page_offers_three_jobs_and_a_sample(open_page: OpenPage) -> None:
    page = open_page()
    assert not page.exception
    labels = [button.label for button in page.button]
    assert {"Chat about my offer", "Write my counter", "The recruiter said…", "Try this sample"} <= set(labels)
    assert "Nothing leaves this computer." in words_of(page)


def test_the_sample_is_answered_with_one_click(open_page: OpenPage, session: FakeSession) -> None:
    page = press(open_page(), "Try this sample")
    assert not page.exception
    assert "$297,000" in words_of(page)
    assert page.query_params["case"] == "case-1"
    assert session.asked[0][1] == "case-1"


def test_a_job_card_starts_the_message(open_page: OpenPage) -> None:
    page = press(open_page(), "The recruiter said…")
    assert page.chat_input[0].proto.value == "The recruiter said: "


def test_an_answer_shows_figures_sources_and_math(open_page: OpenPage) -> None:
    markup = markup_of(send(open_page(), MESSAGE))
    assert 'class="pl-tiles"' in markup
    assert "<mark>Ask for a base, a grant and a sign-on amount</mark>" in markup
    assert 'href="https://guide.example/pay"' in markup
    assert 'href="#source-1-1"' in markup
    assert 'id="source-1-1"' in markup
    assert "base + target bonus + sign-on + vested stock" in markup
    assert "<dt>sign on</dt><dd>40,000</dd>" in markup
    assert "<table>" in markup


def test_a_script_can_be_copied_without_its_source_marks(open_page: OpenPage) -> None:
    page = send(open_page(), "write the counter")
    script = page.code[0].value
    assert script.startswith("Hi Dana,\n\nThank you")
    assert "[1]" not in script
    assert "**" not in script


def test_disputed_guidance_and_left_out_sentences_are_shown(open_page: OpenPage) -> None:
    words = words_of(send(open_page(), "write the counter"))
    assert "Sources disagree" in words
    assert "What is the range for this level?" in words
    assert "One sentence was left out" in words
    assert "$999,999" not in words


def test_a_refreshed_page_shows_the_same_conversation(open_page: OpenPage) -> None:
    first = send(send(open_page(), MESSAGE), "write the counter")
    again = open_page(case="case-1")
    assert words_of(again) == words_of(first)
    assert not again.exception


def test_the_offer_stands_beside_the_conversation_with_its_first_year(open_page: OpenPage) -> None:
    page = open_page(case=send(open_page(), MESSAGE).query_params["case"])
    words = words_of(page)
    assert "Microsoft · L62" in words
    assert "$297,000 in year 1" in words
    assert "Target bonus 15 %" in words


def test_files_go_with_the_message(open_page: OpenPage, session: FakeSession) -> None:
    page = open_page()
    page.chat_input[0].upload("letter.txt", b"We are pleased", "text/plain").set_value("look").run()
    (attachment,) = session.asked[0][2]
    assert (attachment.name, attachment.data) == ("letter.txt", b"We are pleased")


def make_hostile(text: str) -> Answer:
    citation = OFFER_ANSWER.citations[0].model_copy(update={"title": text, "section": text, "publisher": text})
    figure = OFFER_ANSWER.figures[0].model_copy(update={"label": text, "formula": text, "inputs": {text: text}})
    finding = Finding(check=text, detail=text, quote=text)
    disputed = Disputed(topic=text, positions=(Position(says=text, source_ids=(text,)),), ask=text)
    return OFFER_ANSWER.model_copy(
        update={
            "text": f"{text}\n\n> {text}",
            "citations": (citation,),
            "figures": (figure,),
            "notes": (text,),
            "findings": (finding,),
            "disputed": (disputed,),
        }
    )


def test_hostile_text_from_every_side_reaches_the_page_harmless(open_page: OpenPage, session: FakeSession) -> None:
    name = session.create_case(HOSTILE[0])
    offer = OFFER.model_copy(update={"company": HOSTILE[0], "level": HOSTILE[6], "deadline": HOSTILE[2]})
    recorded = RecordedOffer(name=HOSTILE[0], role="mine", offer=offer)
    session.cases[name] = session.cases[name].model_copy(update={"offers": (recorded,)})
    session.turns[name] = [
        Turn(number=number, asked=text, asked_at=NOW, answer=make_hostile(text)) for number, text in enumerate(HOSTILE)
    ]
    page = press(open_page(case=name), "Show the 42 earlier messages")
    assert not page.exception
    bodies = bodies_of(page)
    assert len(bodies) > len(HOSTILE)
    for body in bodies:
        assert_harmless(body)
    assert page.pills(key="cases").options == [escape_label(HOSTILE[0], 160)]


def test_a_session_that_cannot_start_says_so(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(progress: object) -> None:
        raise StoreUnavailable("The data folder cannot be read.")

    monkeypatch.setattr("ui.loading.build_session", build)
    page = open_page()
    assert not page.exception
    assert "data folder" in page.error[0].value


def test_a_message_can_be_taken_out_of_the_conversation(open_page: OpenPage) -> None:
    page = send(open_page(), "write my counter")
    assert [item.proto.label for item in page.get("download_button")] == ["Word (.docx)"]
    links = [item.proto.url for item in page.get("link_button")]
    assert len(links) == 1
    assert links[0].startswith("mailto:?subject=My%20offer&body=Hi%20Dana")
    assert "%5B1%5D" not in links[0]


def test_answers_that_are_no_messages_have_no_ways_out(open_page: OpenPage) -> None:
    page = send(open_page(), MESSAGE)
    assert not page.get("download_button")
    assert not page.get("link_button")


def test_a_message_is_opened_in_counter_where_an_offer_is_on_file(
    open_page: OpenPage, session: FakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = send(open_page(), "write my counter")
    assert "Open in Counter" not in [button.label for button in page.button]
    page = send(open_page(), MESSAGE)
    page = send(page, "write my counter")
    left: list[str] = []
    monkeypatch.setattr("ui.state.go_to", left.append)
    page = press(page, "Open in Counter")
    assert not page.exception
    assert left == ["counter"]
    (case,) = [case for case in session.cases.values() if case.offers]
    assert session.counter.choice(case.name).message.startswith("Hi Dana")


def test_a_long_conversation_shows_its_end_and_all_of_it_once_asked(open_page: OpenPage, session: FakeSession) -> None:
    for name, count in (("long", 8), ("short", 5)):
        session.cases[name] = session.cases[session.create_case()].model_copy(update={"name": name})
        session.turns[name] = [
            Turn(number=number, asked=f"{name} question {number}.", asked_at=NOW, answer=OFFER_ANSWER)
            for number in range(1, count + 1)
        ]
    assert "short question 1." in words_of(open_page(case="short"))
    page = open_page(case="long")
    assert "long question 3." not in words_of(page)
    for number in range(4, 9):
        assert f"long question {number}." in words_of(page)
    page = press(page, "Show the 3 earlier messages")
    assert words_of(page).index("long question 1.") < words_of(page).index("long question 8.")
    page = send(page, "and then?")
    assert "long question 1." in words_of(page)
