"""Practice: a call with a recruiter whose limits are hidden, and what it teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import has_offers, leave_gone_case
from ui.components.markup import tag
from ui.components.practice_score import draw_scorecard
from ui.components.practice_setup import draw_choice, draw_need, draw_setup, find_cases
from ui.components.practice_talk import draw_composer, draw_talk
from ui.components.sidebar import draw_sidebar
from ui.components.text import escape_label, render
from ui.loading import open_session
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.cases.case import CaseSummary
    from assistant.session import CoachSession

LEAD = (
    "Rehearse the call before you have it. The recruiter's limits come from your offer and stay hidden until the end."
)


def show() -> None:
    """Draw the page."""
    session, _ = open_session()
    try:
        leave_gone_case(session)
        notice = state.take_notice()
        cases = find_cases(session)
        case = _find_case(session, [summary.name for summary in cases])
        with st.sidebar:
            draw_sidebar(session, case or state.current_case())
        if notice:
            st.warning(escape_label(notice, 400))
        _draw(session, cases, case)
    except ParleyError as error:
        st.error(escape_label(explain(error), 400))


def _find_case(session: CoachSession, confirmed: list[str]) -> str | None:
    """The case to practise on: the one on the screen, or the newest with a confirmed offer where that has none.

    None where an offer waits to be confirmed, or where there is none at all.
    """
    current = state.current_case()
    if current in confirmed:
        return current
    if current is not None and has_offers(session, current):
        return None
    return confirmed[0] if confirmed else None


def _draw(session: CoachSession, cases: tuple[CaseSummary, ...], case: str | None) -> None:
    if case is None:
        _draw_head()
        draw_need(session, state.current_case())
        return
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
    render(tag("h1", "Practice", css="pl-title"))
    render(tag("p", LEAD, css="pl-quiet"))
