"""What a tab remembers while a person goes from page to page."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _enter() -> None:
    import streamlit as st

    from ui import state

    state.enter_page(str(st.session_state["goes_to"]))
    if st.session_state.get("opens", "") != "":
        state.open_case(st.session_state["opens"])


def go(tab: AppTest, page: str, opens: str | None = "") -> AppTest:
    """Go to a page, where the address has no case; `opens` is a case to open there, None a new conversation."""
    tab.query_params.clear()
    tab.session_state["goes_to"], tab.session_state["opens"] = page, opens
    return tab.run()


def test_the_case_on_the_screen_comes_along_to_another_page() -> None:
    tab = go(AppTest.from_function(_enter), "coach", opens="case-1")
    tab = go(tab, "offers")
    assert tab.query_params["case"] == "case-1"
    tab = go(tab, "library")
    assert tab.query_params["case"] == "case-1"


def test_an_address_without_a_case_on_the_same_page_is_a_new_conversation() -> None:
    tab = go(AppTest.from_function(_enter), "coach", opens="case-1")
    tab = go(tab, "coach")
    assert "case" not in tab.query_params
    assert "case" not in go(tab, "offers").query_params


def test_a_new_conversation_stays_new_on_another_page() -> None:
    tab = go(AppTest.from_function(_enter), "coach", opens="case-1")
    tab = go(tab, "coach", opens=None)
    assert "case" not in go(tab, "offers").query_params
