"""What was read stands beside its words, can be corrected, and counts once it is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.fakes.session import FakeSession
from tests.ui.conftest import press, send, words_of

OpenPage = Callable[..., AppTest]
MESSAGE = "Base $180K and $200K in stock"
YES = "Confirm Microsoft"


def open_gate(page: AppTest) -> AppTest:
    """Unfold the terms that wait for a yes."""
    page.session_state["gate-case-1Microsoft"] = True
    return page.run()


def test_an_offer_that_was_read_waits_for_a_yes(open_page: OpenPage, session: FakeSession) -> None:
    page = send(open_page(), MESSAGE)
    assert "not confirmed yet" in words_of(page)
    assert "Did I read Microsoft right?" in page.expander[0].label
    assert YES not in [button.label for button in page.button]
    page = press(open_gate(page), YES)
    assert not page.exception
    assert "not confirmed yet" not in words_of(page)
    assert session.cases["case-1"].offers[0].confirmed
    assert YES not in [button.label for button in page.button]


def test_a_tab_opened_later_asks_only_for_what_still_waits(open_page: OpenPage, session: FakeSession) -> None:
    send(open_page(), MESSAGE)
    assert YES in [button.label for button in open_gate(open_page("case-1")).button]
    session.confirm_offer("case-1")
    assert YES not in [button.label for button in open_page("case-1").button]
