"""Coach: the conversation about one offer, with the case beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.conversation import draw_conversation, draw_interruption, draw_running
from ui.components.message_field import draw_message_field
from ui.components.sidebar import draw_sidebar
from ui.components.text import escape_label
from ui.components.welcome import draw_welcome
from ui.loading import open_session
from ui.sending import settle_turn, start_turn

if TYPE_CHECKING:
    from assistant.cases.case import Turn
    from assistant.session import CoachSession

QUICK_SECONDS = 0.4  # an answer that comes sooner is drawn at once, without a flash of progress


def show() -> None:
    """Draw the page."""
    session, runner = open_session()
    case = state.current_case()
    request = state.take_request()
    if request is not None:
        case = start_turn(session, runner, case, request)
    running = settle_turn(session, runner, case, QUICK_SECONDS if request else 0.0)
    case = state.current_case()
    turns = _load_turns(session, case)
    with st.sidebar:
        draw_sidebar(session, case)
    is_new = not turns and running is None and state.find_failure(case) is None
    # A place of its own, emptied by name: nothing of the welcome stays while the first answer is made.
    place = st.empty()
    if is_new:
        with place.container():
            draw_welcome()
        return
    place.empty()
    draw_conversation(session, case or "new", turns, hide_last=running is not None)
    draw_message_field()
    if running is not None:
        draw_running(running, session, runner, case)
    else:
        draw_interruption(case, turns)


def _load_turns(session: CoachSession, case: str | None) -> tuple[Turn, ...]:
    if case is None:
        return state.unsaved_turns()
    try:
        return session.list_turns(case)
    except ParleyError as error:
        st.error(escape_label(f"{error} Your conversations are not lost: try again in a moment.", 400))
        return ()
