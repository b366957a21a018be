"""The side panel: conversations, the offers of this one, and what leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import draw_cases
from ui.components.markup import Markup, tag
from ui.components.offers import compose_offers
from ui.components.privacy import draw_privacy
from ui.components.text import escape_label, render

if TYPE_CHECKING:
    from assistant.session import CoachSession


def brand() -> Markup:
    """The name on top of the panel."""
    return tag("div", tag("b", "Parley"), tag("small", "offer coach"), css="pl-brand")


def draw_sidebar(session: CoachSession, case: str | None) -> None:
    """All of the panel; a part that cannot be read says so and leaves the others alone."""
    render(brand())
    notice = state.take_notice()
    if notice:
        st.warning(escape_label(notice, 400))
    try:
        draw_cases(session, case)
        if case is not None:
            render(compose_offers(session, case))
    except ParleyError as error:
        st.warning(escape_label(str(error), 400))
    draw_privacy(session)
