"""Practice: a call with a recruiter whose limits are hidden, and what it teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.practice_score import draw_scorecard
from ui.components.practice_setup import draw_choice, draw_need, draw_setup, find_cases
from ui.components.practice_talk import draw_composer, draw_talk
from ui.components.privacy import draw_privacy
from ui.components.sidebar import brand
from ui.components.text import escape_label, render
from ui.loading import open_session

if TYPE_CHECKING:
    from assistant.session import CoachSession

LEAD = (
    "Rehearse the call before you have it. The recruiter's limits come from your offer and stay hidden until the end."
)


def show() -> None:
    """Draw the page."""
    session, _ = open_session()
    with st.sidebar:
        render(brand())
        draw_privacy(session)
    notice = state.take_notice()
    if notice:
        st.warning(escape_label(notice, 400))
    try:
        _draw(session)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))


def _draw(session: CoachSession) -> None:
    cases = find_cases(session)
    current = state.current_case()
    names = [summary.name for summary in cases]
    if not names or (current is not None and current not in names):
        _draw_head()
        draw_need(session, current)
        return
    case = current or names[0]
    tries = session.rehearsal.list_practices(case)
    last = tries[-1] if tries else None
    if last is not None and last.ended is None:
        body = st.container()
        draw_composer(session, case)
        with body:
            draw_talk(session, last)
        return
    _draw_head()
    draw_choice(cases, case)
    if last is not None:
        draw_scorecard(session, case, last, tries)
        with st.expander("Choose another temper or other numbers"):
            draw_setup(session, case, last)
        return
    draw_setup(session, case, None)


def _draw_head() -> None:
    render(tag("h1", "Practice"))
    render(tag("p", LEAD, css="pl-quiet"))
