"""The page driven in-process on a session of the test's own."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.session import FakeSession
from ui import loading

if TYPE_CHECKING:
    from tests.ui.browser import Server, Tab, sync_api

APP = Path(__file__).resolve().parents[2] / "ui" / "app.py"
OpenPage = Callable[..., AppTest]


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def open_page(session: FakeSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPage]:
    """Opens the page in a new tab; `case` names the one in its address."""
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()

    def open_tab(case: str | None = None) -> AppTest:
        page = AppTest.from_file(str(APP), default_timeout=30)
        if case is not None:
            page.query_params["case"] = case
        return page.run()

    yield open_tab
    loading.get_loader.clear()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One page for all tests in a browser: a cold start costs more than most of them."""
    from tests.ui.browser import serve

    with serve(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    """A browser for the tests of a file: the loop it runs on must be gone before tests that start their own."""
    from tests.ui.browser import launch

    with launch() as launched:
        yield launched


@pytest.fixture
def tab(browser: sync_api.Browser) -> Iterator[Tab]:
    """A tab of its own, without anything another test left in the browser."""
    from tests.ui.browser import open_tab

    with open_tab(browser) as opened:
        yield opened


def bodies_of(page: AppTest) -> list[str]:
    """Every piece of markup on the page, without the page's own style sheet and script."""
    bodies = [element.proto.body for element in page.get("html")]
    return [body for body in bodies if not body.startswith(("<style>", "<script>\n//"))]


def markup_of(page: AppTest) -> str:
    """All markup on the page, in order."""
    return "\n".join(bodies_of(page))


def words_of(page: AppTest) -> str:
    """All words on the page as a person reads them."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup_of(page)))


def press(page: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    found = [button for button in page.button if button.label.replace("\\", "") == label]
    assert found, f"no button {label!r} among {[button.label for button in page.button]}"
    return found[0].click().run()


def send(page: AppTest, text: str) -> AppTest:
    """Type a message and send it."""
    return page.chat_input[0].set_value(text).run()
