"""Coach: the conversation about one offer, with the case beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import GONE, is_gone
from ui.components.confirmation import draw_confirmations
from ui.components.conversation import EMBEDDED, draw_conversation, draw_interruption, draw_last, draw_running
from ui.components.message_field import draw_message_field
from ui.components.sidebar import draw_sidebar
from ui.components.text import escape_label, show_last_question
from ui.components.welcome import draw_welcome
from ui.loading import open_session
from ui.sending import settle_turn, start_turn

if TYPE_CHECKING:
    from assistant.cases.case import Turn
    from assistant.session import CoachSession

QUICK_SECONDS = 0.4  # an answer that comes sooner is drawn at once, without a flash of progress
EMBEDDED_SECONDS = 2.0
"""For the embedded coach, which is slow only where many people wait: to draw progress would make it slower."""


def show() -> None:
    """Draw the page."""
    place = st.empty()
    is_welcomed = state.is_fresh()
    if is_welcomed:
        # The welcome needs no session: it stands while the library is still being opened.
        with place.container():
            draw_welcome()
    session, runner = open_session()
    case, request = state.current_case(), state.take_request()
    if request is not None:
        start_turn(session, runner, case, request)
        case = state.current_case()
    running = settle_turn(session, runner, case, _find_patience(session) if request else 0.0)
    case = state.current_case()
    turns = _load_turns(session, case)
    if case is not None and not turns and running is None and is_gone(session, case):
        state.set_notice(GONE)
        state.open_case(None)
        case = None
    with st.sidebar:
        draw_sidebar(session, case, turns)
    if not turns and running is None and state.find_failure(case) is None:
        if not is_welcomed:
            with place.container():
                draw_welcome()
        return
    place.empty()
    body = st.container()
    with st.container(key="composer"):
        draw_message_field()
    with body:
        with st.container():  # what follows stays where it is when earlier turns are shown: it would scroll again
            draw_conversation(session, case or "new", turns, hide_last=running is not None)
        show_last_question(f"{case} {len(turns)} {'runs' if running else 'answered'}")
        if running is None:
            draw_interruption(case, turns)
            if case is not None:
                if turns and turns[-1].answer is not None:
                    draw_last(session, case, turns[-1])
                draw_confirmations(session, case)
        else:
            draw_running(running, session, runner, case)


def _find_patience(session: CoachSession) -> float:
    return EMBEDDED_SECONDS if session.describe().chat_model == EMBEDDED else QUICK_SECONDS


def _load_turns(session: CoachSession, case: str | None) -> tuple[Turn, ...]:
    if case is None:
        return state.unsaved_turns()
    try:
        return session.list_turns(case)
    except ParleyError as error:
        st.error(escape_label(f"{error} Your conversations are not lost: try again in a moment.", 400))
        return ()
