"""The Offers page driven in-process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.session import FakeSession
from tests.ui.screens.offers_page import OpenOffers
from ui import loading


def _show() -> None:
    from ui.screens import offers

    offers.show()


@pytest.fixture
def open_offers(session: FakeSession, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffers]:
    """Opens the page in a new tab; `case` names the one in its address."""
    monkeypatch.setattr(loading, "build_session", lambda progress: session)
    loading.get_loader.clear()

    def open_tab(case: str | None = None) -> AppTest:
        page = AppTest.from_function(_show, default_timeout=30)
        if case is not None:
            page.query_params["case"] = case
        return page.run()

    yield open_tab
    loading.get_loader.clear()
