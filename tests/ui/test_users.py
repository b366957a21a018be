"""A shared server: nobody sees anything before signing in, and then their own only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import StoreUnavailable
from assistant.interfaces.page import HOSTED
from tests.fakes.session import FakeSession
from tests.ui.conftest import APP, press, send, words_of
from ui import limits, loading, users
from ui.loading import UNREADABLE
from ui.users import BROKEN, UNREACHABLE, read_user

ANN = {"is_logged_in": True, "iss": "https://id.example", "sub": "ann", "name": "Ann *A*", "email": "ann@x.example"}
BEN = {"is_logged_in": True, "iss": "https://id.example", "sub": "ben"}
OUT = {"is_logged_in": False}
OpenAs = Callable[..., AppTest]


@pytest.fixture
def sessions() -> dict[str, FakeSession]:
    """The sessions that were opened, by the person's identity."""
    return {}


@pytest.fixture
def open_as(sessions: dict[str, FakeSession], monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAs]:
    """Opens a page of a shared server with these claims of the identity provider."""

    def open_user_session(shared: Any, user: str) -> FakeSession:
        return sessions.setdefault(user, FakeSession())

    monkeypatch.setattr(sys, "argv", ["app.py", HOSTED])
    monkeypatch.setattr(loading, "build_session", lambda progress: FakeSession())
    monkeypatch.setattr(loading, "open_user_session", open_user_session)
    loading.get_loader.clear()

    def open_as(claims: dict[str, Any], case: str | None = None) -> AppTest:
        monkeypatch.setattr(users, "_claims", lambda: claims)
        page = AppTest.from_file(str(APP), default_timeout=30)
        if case is not None:
            page.query_params["case"] = case
        return page.run()

    yield open_as
    loading.get_loader.clear()


def test_nothing_but_the_sign_in_is_shown_before_it(open_as: OpenAs, sessions: dict[str, FakeSession]) -> None:
    page = open_as(OUT)
    assert not page.exception
    assert [button.label for button in page.button] == ["Sign in"]
    assert not page.chat_input
    assert sessions == {}
    assert loading.get_loader().done.wait(10)  # the library is opened meanwhile
    assert sessions == {}


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"is_logged_in": True},
        {"is_logged_in": True, "iss": "https://id.example"},
        {"is_logged_in": True, "iss": "https://id.example", "sub": ""},
        {"is_logged_in": True, "iss": "https://id.example", "sub": 5},
        {"is_logged_in": "true", "iss": "https://id.example", "sub": "ann"},
    ],
)
def test_without_a_sure_identity_the_page_stays_shut(
    open_as: OpenAs, sessions: dict[str, FakeSession], claims: dict[str, Any]
) -> None:
    page = open_as(claims)
    assert BROKEN in words_of(page)
    assert not page.chat_input
    assert sessions == {}


def test_two_people_have_cases_of_their_own(open_as: OpenAs, sessions: dict[str, FakeSession]) -> None:
    page = send(open_as(ANN), "my offer is 180k")
    assert "$297,000" in words_of(page)
    (ann,) = sessions.values()
    (case,) = ann.cases
    other = open_as(BEN, case=case)
    assert "$297,000" not in words_of(other)
    assert "180k" not in words_of(other)
    assert len(sessions) == 2
    assert len(ann.cases) == 1
    assert "$297,000" in words_of(open_as(ANN, case=case))


def test_one_person_is_the_same_in_every_tab_and_for_the_same_provider_only() -> None:
    ann = read_user(ANN)
    assert ann == read_user({**ANN, "email": "new@x.example", "iat": 5})
    assert ann is not None and ann.name == "Ann *A*"
    others = [BEN, {**ANN, "iss": "https://other.example"}, {**ANN, "iss": "https://id.example\0ann", "sub": "x"}]
    assert ann.identity not in {user.identity for item in others if (user := read_user(item))}
    assert len(ann.identity) == 32


def test_a_computer_of_ones_own_asks_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py"])
    monkeypatch.setattr(users, "_claims", lambda: pytest.fail("nobody is asked for"))
    assert users.require_user() is None


def test_too_many_messages_are_refused_with_the_time_to_wait_and_kept(
    open_as: OpenAs, sessions: dict[str, FakeSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "Limits", lambda: limits.Limits(turns=1))
    page = send(send(open_as(ANN), "first"), "second")
    assert "1 messages within a minute" in page.error[0].value
    assert [asked for asked, _, _ in next(iter(sessions.values())).asked] == ["first"]
    assert "second" in words_of(page)
    assert "Try again" in [button.label for button in page.button]
    assert not open_as(BEN).error


def test_cases_that_cannot_be_opened_are_nobody_elses(open_as: OpenAs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(shared: Any, user: str) -> FakeSession:
        raise StoreUnavailable("/srv/parley/users cannot be written")

    monkeypatch.setattr(loading, "open_user_session", fail)
    page = open_as(ANN)
    assert UNREADABLE in page.error[0].value
    assert "/srv" not in words_of(page) + page.error[0].value


def test_the_settings_say_who_is_signed_in_and_how_to_leave(open_as: OpenAs) -> None:
    def draw() -> None:
        from ui.screens import settings

        settings._draw_user()

    open_as(ANN)
    page = AppTest.from_function(draw).run()
    assert "Signed in as Ann *A*" in words_of(page)
    assert "Sign out" in [button.label for button in page.button]


def test_people_who_are_gone_are_forgotten_when_there_are_too_many(
    sessions: dict[str, FakeSession], open_as: OpenAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MOST_USERS", 2)
    loader = loading.SessionLoader()
    shared: Any = FakeSession()
    first = loader.open_for(shared, "a")
    assert loader.open_for(shared, "a") == first
    for name in ("b", "c"):
        loader.open_for(shared, name)
    assert list(loader._users) == ["b", "c"]


def test_signing_in_starts_at_the_provider_unless_that_does_not_answer(
    open_as: OpenAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    faults = ["cannot be reached from here", ""]
    monkeypatch.setattr(users.st, "login", lambda: asked.append(True))
    monkeypatch.setattr(users.st, "secrets", {"auth": {"server_metadata_url": "https://id.example"}})
    monkeypatch.setattr(users, "find_provider_fault", lambda address: faults.pop(0))
    page = press(open_as(OUT), "Sign in")
    assert (page.error[0].value, asked) == (UNREACHABLE, [])
    assert not press(page, "Sign in").error
    assert asked == [True]
