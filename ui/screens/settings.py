"""Settings and privacy: what is in use, what leaves this computer, and what is done with your data."""

from __future__ import annotations

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.installation import draw_health, draw_model, draw_outgoing
from ui.components.markup import tag
from ui.components.personal_data import draw_delete, draw_export, draw_import
from ui.components.privacy import draw_privacy
from ui.components.sidebar import brand
from ui.components.text import escape_label, render
from ui.loading import open_session
from ui.users import require_user


def show() -> None:
    """Draw the page."""
    render(tag("h1", "Settings and privacy", css="pl-title"))
    session, _ = open_session()
    with st.sidebar:
        render(brand())
        draw_privacy(session)
    _draw_user()
    notice = state.take_notice()
    if notice:
        st.info(escape_label(notice, 400))
    try:
        status = session.describe()
        draw_outgoing(status)
        draw_model(status)
        if not status.hosted:
            draw_health(status)
        draw_export(session)
        draw_import(session)
        draw_delete(session)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))


def _draw_user() -> None:
    user = require_user()
    if user is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            render(tag("p", "Signed in as ", tag("b", user.name)))
            st.button("Sign out", on_click=st.logout, key="sign-out")
