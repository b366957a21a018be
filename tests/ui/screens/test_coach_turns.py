"""Turns on the Coach page: failures, waiting, stopping, editing, rating."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import Turn
from assistant.domain.answer import Answer
from assistant.errors import ChatModelUnavailable, InputError, StoreUnavailable
from tests.fakes.session import NOW, OFFER_ANSWER, FakeSession
from tests.ui.conftest import press, send, words_of

OpenPage = Callable[..., AppTest]
MESSAGE = "Base $180K and $200K in stock"


def fail_with(error: Exception) -> Callable[[str], Answer]:
    def reply(text: str) -> Answer:
        raise error

    return reply


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
