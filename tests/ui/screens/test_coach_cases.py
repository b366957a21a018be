"""Conversations on the Coach page: named, deleted, begun anew, gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.case import Turn
from assistant.errors import StoreUnavailable
from tests.fakes.session import FakeSession
from tests.ui.conftest import press, send, words_of

OpenPage = Callable[..., AppTest]
MESSAGE = "Base $180K and $200K in stock"
NAMED = "Microsoft · L62"


def send_and_open_edit(page: AppTest) -> AppTest:
    """The page after a first message, with the field to rename its conversation in."""
    page = send(page, MESSAGE)
    page.session_state[f"edit case-1 {NAMED}"] = True
    return page.run()


def test_a_conversation_is_called_by_its_offer_unless_the_person_named_it(
    open_page: OpenPage, session: FakeSession
) -> None:
    send(open_page(), MESSAGE)
    assert session.cases["case-1"].title == NAMED
    session.rename_case("case-1", "My favourite")
    send(open_page(case="case-1"), MESSAGE)
    assert session.cases["case-1"].title == "My favourite"


def test_a_conversation_can_be_renamed(open_page: OpenPage, session: FakeSession) -> None:
    page = send_and_open_edit(open_page())
    next(field for field in page.text_input if field.label == "Name").set_value("Microsoft, L62")
    page = press(page, "Rename")
    assert session.cases["case-1"].title == "Microsoft, L62"
    assert not page.exception


def test_a_conversation_keeps_its_name_when_none_is_written(open_page: OpenPage, session: FakeSession) -> None:
    page = send_and_open_edit(open_page())
    next(field for field in page.text_input if field.label == "Name").set_value(" ")
    page = press(page, "Rename")
    assert "Write a name first" in page.warning[0].value
    assert session.cases["case-1"].title == NAMED


def test_deleting_asks_once_more_and_then_leaves_an_empty_page(open_page: OpenPage, session: FakeSession) -> None:
    page = press(send_and_open_edit(open_page()), "Delete…")
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
    page = press(send_and_open_edit(open_page()), "Delete…")
    assert f"removed from {'this server' if hosted else 'this computer'}" in words_of(page)


def test_a_new_conversation_leaves_the_old_one_in_the_list(open_page: OpenPage, session: FakeSession) -> None:
    page = press(send(open_page(), MESSAGE), "New conversation")
    assert "case" not in page.query_params
    listed = page.pills(key="cases")
    assert listed.options == [NAMED]
    assert listed.value is None
    page = listed.set_value("case-1").run()
    assert "$297,000" in words_of(page)
    assert page.pills(key="cases").value == "case-1"


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


def test_older_conversations_are_drawn_once_their_list_is_opened(open_page: OpenPage, session: FakeSession) -> None:
    for _ in range(15):
        session.create_case()
    page = open_page()
    assert "3 older conversations" in [folded.label for folded in page.expander]
    assert len(page.pills) == 1
    page.session_state["older-cases"] = True
    older = page.run().pills(key="cases-older")
    assert older.options == ["Conversation 13", "Conversation 14", "Conversation 15"]
    page = older.set_value("case-13").run()
    assert page.query_params["case"] == "case-13"
