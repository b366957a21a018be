"""The Coach page: what a person sees and can do."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import RecordedOffer, Turn
from assistant.domain.answer import Answer, Disputed, Finding, Position
from assistant.errors import ChatModelUnavailable, InputError, StoreUnavailable
from tests.fakes.session import NOW, OFFER, OFFER_ANSWER, FakeSession
from tests.ui.components.test_safe_markdown import HOSTILE, assert_harmless
from tests.ui.conftest import bodies_of, markup_of, press, send, words_of
from ui.components.text import escape_label

OpenPage = Callable[..., AppTest]
MESSAGE = "Base $180K and $200K in stock"


def fail_with(error: Exception) -> Callable[[str], Answer]:
    def reply(text: str) -> Answer:
        raise error

    return reply


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


@pytest.mark.parametrize(
    "error",
    [
        InputError("message", "is longer than a letter can be; send the part with the terms"),
        StoreUnavailable("The case could not be written: the disk is full."),
        ChatModelUnavailable("The chat model did not answer in time."),
    ],
)
def test_a_failure_is_a_sentence_and_the_message_can_be_sent_again(
    error: Exception, open_page: OpenPage, session: FakeSession
) -> None:
    session.reply = fail_with(error)
    page = send(open_page(), MESSAGE)
    assert not page.exception
    assert page.error[0].value
    assert words_of(page).count(MESSAGE) == 1
    session.reply = lambda text: OFFER_ANSWER
    page = press(page, "Try again")
    assert not page.error
    assert "$297,000" in words_of(page)
    assert len(session.turns["case-1"]) == 1


def test_a_failed_message_can_be_put_back_into_the_field(open_page: OpenPage, session: FakeSession) -> None:
    session.reply = fail_with(InputError("message", "is not clear"))
    page = press(send(open_page(), MESSAGE), "Edit message")
    assert page.chat_input[0].proto.value == MESSAGE


def test_an_error_of_the_program_shows_no_trace_and_no_words_of_it(open_page: OpenPage, session: FakeSession) -> None:
    session.reply = fail_with(RuntimeError("secret path /home/x"))
    page = send(open_page(), MESSAGE)
    assert not page.exception
    assert "secret" not in page.error[0].value
    assert "kept" in page.error[0].value


def test_where_nothing_can_be_stored_a_message_is_still_answered(open_page: OpenPage, session: FakeSession) -> None:
    session.can_store = False
    session.turns["none"] = []
    session.ask = lambda text, case=None, **_: OFFER_ANSWER  # type: ignore[method-assign]
    page = send(open_page(), MESSAGE)
    assert "cannot be written" in page.error[0].value
    page = press(page, "Answer without saving")
    assert not page.error
    assert "$297,000" in words_of(page)


def test_a_cut_off_turn_keeps_its_question_and_can_be_tried_again(open_page: OpenPage, session: FakeSession) -> None:
    name = session.create_case()
    session.turns[name].append(Turn(number=1, asked=MESSAGE, asked_at=NOW))
    page = open_page(case=name)
    assert MESSAGE in words_of(page)
    page = press(page, "Try again")
    assert "$297,000" in words_of(page)
    assert len(session.turns[name]) == 1


def test_a_page_opened_while_a_turn_runs_goes_on_waiting_for_it(open_page: OpenPage, session: FakeSession) -> None:
    gate = threading.Event()

    def reply(text: str) -> Answer:
        gate.wait(10)
        return OFFER_ANSWER

    session.reply = reply
    name = session.create_case()
    loader_page = open_page(case=name)
    from ui import loading, state
    from ui.turns import RunningTurn

    request = state.Request(MESSAGE)
    turn: RunningTurn = loading.get_loader().turns.start(
        name, request, lambda on_status: session.ask(MESSAGE, name, on_status=on_status)
    )
    threading.Timer(0.5, gate.set).start()
    page = loader_page.run()
    assert turn.done.is_set()
    assert words_of(page).count(MESSAGE) == 1
    assert "$297,000" in words_of(page)


def test_the_last_message_can_be_edited_and_takes_the_place_of_the_first(
    open_page: OpenPage, session: FakeSession
) -> None:
    page = press(send(open_page(), MESSAGE), "Edit my message")
    assert page.chat_input[0].proto.value == MESSAGE
    assert "takes the place of this one" in words_of(page)
    page = send(page, "Base $190K")
    assert [turn.asked for turn in session.turns["case-1"]] == ["Base $190K"]
    page = send(page, "and now the counter")
    assert len(session.turns["case-1"]) == 2


def test_an_edit_can_be_given_up(open_page: OpenPage, session: FakeSession) -> None:
    page = press(press(send(open_page(), MESSAGE), "Edit my message"), "Leave it as it was")
    assert "takes the place of this one" not in words_of(page)
    send(page, "something else")
    assert [turn.asked for turn in session.turns["case-1"]] == [MESSAGE, "something else"]


def test_what_a_person_thinks_of_an_answer_is_kept_beside_it(open_page: OpenPage, session: FakeSession) -> None:
    page = send(open_page(), MESSAGE)
    page = page.feedback[0].set_value(1).run()
    assert not page.exception
    assert session.turns["case-1"][0].rating == "good"
    assert "sent nowhere" in words_of(page)


def test_a_stopped_turn_keeps_the_message_and_no_answer(open_page: OpenPage, session: FakeSession) -> None:
    gate = threading.Event()

    def reply(text: str) -> Answer:
        gate.wait(10)
        return OFFER_ANSWER

    session.reply = reply
    name = session.create_case()
    page = open_page(case=name)
    from ui import loading, state

    turns = loading.get_loader().turns
    turn = turns.start(name, state.Request(MESSAGE), lambda on_status: session.ask(MESSAGE, name, on_status=on_status))
    turn.stop()
    page = page.run()
    assert turns.find(name) is None
    assert "cut off before it was answered" in words_of(page)
    assert "Try again" in [button.label for button in page.button]
    gate.set()


def test_a_conversation_can_be_renamed(open_page: OpenPage, session: FakeSession) -> None:
    page = send(open_page(), MESSAGE)
    next(field for field in page.text_input if field.label == "Name").set_value("Microsoft, L62")
    page = press(page, "Rename")
    assert session.cases["case-1"].title == "Microsoft, L62"
    assert not page.exception


def test_deleting_asks_once_more_and_then_leaves_an_empty_page(open_page: OpenPage, session: FakeSession) -> None:
    page = press(send(open_page(), MESSAGE), "Delete…")
    assert "cannot be undone" in words_of(page)
    assert session.cases
    page = press(page, "Delete for good")
    assert not session.cases
    assert "case" not in page.query_params
    assert "You have an offer" in words_of(page)


@pytest.mark.parametrize("hosted", [False, True])
def test_deleting_names_the_place_it_is_removed_from(
    open_page: OpenPage, session: FakeSession, monkeypatch: pytest.MonkeyPatch, hosted: bool
) -> None:
    status = session.describe()
    monkeypatch.setattr(session, "describe", lambda: status.model_copy(update={"hosted": hosted}))
    page = press(send(open_page(), MESSAGE), "Delete…")
    assert f"removed from {'this server' if hosted else 'this computer'}" in words_of(page)


def test_a_new_conversation_leaves_the_old_one_in_the_list(open_page: OpenPage, session: FakeSession) -> None:
    page = press(send(open_page(), MESSAGE), "New conversation")
    assert "case" not in page.query_params
    page = press(page, MESSAGE)
    assert "$297,000" in words_of(page)


def test_an_address_of_a_case_that_is_gone_is_told_and_left(open_page: OpenPage, session: FakeSession) -> None:
    page = open_page(case="gone")
    assert not page.exception
    assert "no longer here" in page.warning[0].value
    assert "case" not in page.query_params
    assert "$297,000" in words_of(press(page, "Try this sample"))
    assert list(session.cases) == ["case-1"]


def test_a_list_that_cannot_be_read_is_a_sentence(open_page: OpenPage, session: FakeSession) -> None:
    def locked(name: str) -> tuple[Turn, ...]:
        raise StoreUnavailable("The cases are locked by another program.")

    name = session.create_case()
    session.list_turns = locked  # type: ignore[method-assign]
    page = open_page(case=name)
    assert not page.exception
    assert "locked by another program" in page.error[0].value


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
    page = open_page(case=name)
    assert not page.exception
    bodies = bodies_of(page)
    assert len(bodies) > 3 * len(HOSTILE)
    for body in bodies:
        assert_harmless(body)
    labels = [button.label for button in page.button]
    assert escape_label(HOSTILE[0], 34) in labels


def test_a_session_that_cannot_start_says_so(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(progress: object) -> None:
        raise StoreUnavailable("The data folder cannot be read.")

    monkeypatch.setattr("ui.loading.build_session", build)
    page = open_page()
    assert not page.exception
    assert "data folder" in page.error[0].value


def test_a_message_can_be_taken_out_of_the_conversation(open_page: OpenPage) -> None:
    page = send(open_page(), "write my counter")
    assert [item.proto.label for item in page.get("download_button")] == ["Word \\(\\.docx\\)"]
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
