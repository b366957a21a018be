"""The side panel: conversations, where this one stands, and what leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import draw_cases
from ui.components.markup import Markup, tag
from ui.components.offers import compose_offers
from ui.components.privacy import draw_privacy
from ui.components.standing import compose_talk, draw_next
from ui.components.text import escape_label, render

if TYPE_CHECKING:
    from assistant.cases.case import Case, Turn
    from assistant.session import CoachSession


def brand() -> Markup:
    """The name on top of the panel."""
    return tag("div", tag("b", "Parley"), tag("small", "offer coach"), css="pl-brand")


def draw_sidebar(session: CoachSession, case: str | None, turns: tuple[Turn, ...] | None = None) -> None:
    """All of the panel; a part that cannot be read says so and leaves the others alone.

    Args:
        session: where the case is kept.
        case: the one on the screen.
        turns: its conversation, where the page has it already.
    """
    render(brand())
    notice = state.take_notice()
    if notice:
        st.warning(escape_label(notice, 400))
    try:
        draw_cases(session, case)
        if case is not None:
            _draw_case(session, session.load_case(case), session.list_turns(case) if turns is None else turns)
    except ParleyError as error:
        st.warning(escape_label(str(error), 400))
    draw_privacy(session)


def _draw_case(session: CoachSession, case: Case, turns: tuple[Turn, ...]) -> None:
    standing = session.casebook.read_standing(case, turns)
    if case.offers or standing.said:
        draw_next(standing.step, state.current_page())
    render(compose_offers(case, standing.days))
    render(compose_talk(standing))
