"""Offers: every offer of a case read, confirmed, and looked at from all sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.analysis import draw_analysis
from ui.components.intake import draw_intake, draw_welcome
from ui.components.markup import tag
from ui.components.offer_card import draw_confirmed, draw_waiting
from ui.components.sidebar import draw_sidebar
from ui.components.text import escape_label, render
from ui.loading import open_session

if TYPE_CHECKING:
    from assistant.cases.case import Case
    from assistant.session import CoachSession
    from ui.turns import TurnRunner

EMPTY_WORDS = (
    "Bring the letter. You see every term beside the words it came from, and once you have confirmed them: "
    "what each year pays, what leaving early costs, and what the choice hangs on."
)
GONE = "That conversation is no longer here; it may have been deleted. Bring a letter, or choose another one."


def show() -> None:
    """Draw the page."""
    head = st.empty()
    if state.current_case() is None:
        with head.container():
            _draw_hero()
    session, turns = open_session()
    notice = state.take_notice()
    kept = _load(session)
    with st.sidebar:
        draw_sidebar(session, kept.name if kept else None)
    if kept is None or not kept.offers:
        with head.container():
            _draw_hero()
        _show_notice(notice)
        draw_welcome(session, turns, kept.name if kept else None)
        return
    with head.container():
        render(tag("h1", "Offers", css="pl-title"))
    _show_notice(notice)
    _draw_offers(session, turns, kept)


def _draw_offers(session: CoachSession, turns: TurnRunner, case: Case) -> None:
    waiting = [item for item in case.offers if not item.confirmed]
    confirmed = [item for item in case.offers if item.confirmed]
    for recorded in waiting:
        draw_waiting(session, case.name, recorded)
    if confirmed:
        draw_analysis(session, case.name)
        render(tag("h2", "Your offers", css="pl-section"))
    for recorded in confirmed:
        draw_confirmed(session, case.name, recorded)
    with st.expander("Add another offer"):
        draw_intake(session, turns, case.name, len(case.offers))


def _draw_hero() -> None:
    render(tag("header", tag("h1", "See what is really on the table."), tag("p", EMPTY_WORDS), css="pl-hero"))


def _show_notice(notice: str) -> None:
    if notice:
        st.warning(escape_label(notice, 400))


def _load(session: CoachSession) -> Case | None:
    """The case on the screen; an address of one that is gone is left, and said."""
    name = state.current_case()
    if name is None:
        return None
    try:
        return session.load_case(name)
    except InputError:
        state.open_case(None)
        st.warning(escape_label(GONE, 400))
    except ParleyError as error:
        st.error(escape_label(f"{error} Your conversations are not lost: try again in a moment.", 400))
        st.button("Try again")
        st.stop()
    return None
