"""Offer card: one offer whole: its terms, what to watch for, what to ask, its history, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.offer_table import list_rows
from assistant.errors import ParleyError
from ui import state
from ui.components.confirmation import draw_gate
from ui.components.markup import tag
from ui.components.offer_history import compose_history
from ui.components.open_questions import compose_warnings, draw_questions
from ui.components.terms import Place, draw_terms
from ui.components.text import escape_label, make_key, render
from ui.format import count_of

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.session import CoachSession

ROLES = {"mine": "your offer", "competing": "competing offer"}


def draw_waiting(session: CoachSession, case: str, recorded: RecordedOffer) -> None:
    """An offer that waits for its confirmation, open."""
    with st.container(border=True, key=f"waiting-{make_key(case + recorded.name)}"):
        render(tag("div", "Please check", css="pl-eyebrow"))
        render(tag("h2", f"Did I read {recorded.name} right?", css="pl-card-title"))
        render(compose_warnings(recorded.warnings))
        draw_gate(Place(session, case, recorded.name), recorded)
        _draw_rest(session, case, recorded)


def draw_confirmed(session: CoachSession, case: str, recorded: RecordedOffer) -> None:
    """A confirmed offer, folded; its terms stay open to correction."""
    count = count_of(len(list_rows(recorded.offer)), "term")
    label = f"{recorded.name} · {ROLES.get(recorded.role, recorded.role)} · {count}, confirmed"
    with st.expander(escape_label(label, 120)):
        render(compose_warnings(recorded.warnings))
        draw_terms(Place(session, case, recorded.name), recorded)
        _draw_rest(session, case, recorded)


def _draw_rest(session: CoachSession, case: str, recorded: RecordedOffer) -> None:
    draw_questions(recorded)
    render(compose_history(recorded))
    with st.container(horizontal=True):
        if recorded.role != "mine":
            st.button(
                "This is the one I negotiate",
                key=f"mine {case} {recorded.name}",
                on_click=_negotiate,
                args=(session, case, recorded.name),
            )
        with st.popover("Remove…"):
            render(tag("p", "The offer and its history leave this conversation. This cannot be undone."))
            st.button(
                escape_label(f"Remove {recorded.name}"),
                key=f"remove {case} {recorded.name}",
                on_click=_remove,
                args=(session, case, recorded.name),
            )


def _negotiate(session: CoachSession, case: str, name: str) -> None:
    try:
        session.offers.negotiate(case, name)
    except ParleyError as error:
        state.set_notice(str(error))


def _remove(session: CoachSession, case: str, name: str) -> None:
    try:
        session.offers.remove(case, name)
    except ParleyError as error:
        state.set_notice(str(error))
