"""Confirmation: what was read from an offer, beside its words, to correct and to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.offer_table import list_rows
from assistant.errors import ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.terms import Place, draw_terms
from ui.components.text import escape_label, make_key, render

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.session import CoachSession

EXPLAINED = "Correct what I read wrong; empty a field to take the term out. Figures count once you confirm."
REFUSED = "A value above could not be read. Correct it, or put back what stood there, then confirm."


def draw_confirmations(session: CoachSession, case: str, *, is_open: bool = False) -> None:
    """A table for each offer that is not confirmed yet, made when it is opened: its fields cost more than an answer.

    With `is_open` they are open from the start, for a page that cannot go on without.
    """
    for recorded in session.load_case(case).offers:
        if not recorded.confirmed:
            count = len(list_rows(recorded.offer, recorded.evidence))
            box = st.expander(
                escape_label(f"Did I read {recorded.name} right? {count} terms", 120),
                is_open,
                key=f"gate-{make_key(case + recorded.name)}",
                on_change="rerun",
            )
            if box.open:
                with box:
                    draw_gate(Place(session, case, recorded.name), recorded)


def draw_gate(place: Place, recorded: RecordedOffer) -> None:
    """The terms to look through and the button that makes them count."""
    render(tag("p", EXPLAINED, css="pl-quiet"))
    taken = draw_terms(place, recorded)
    if not taken:
        render(tag("p", REFUSED, css="pl-error"))
    st.button(
        escape_label(f"Confirm {recorded.name}"),
        key=f"confirm {place.case} {recorded.name}",
        type="primary",
        disabled=not taken,
        on_click=_confirm,
        args=(place,),
    )


def _confirm(place: Place) -> None:
    try:
        place.session.offers.confirm(place.case, place.name)
    except ParleyError as error:
        state.set_notice(str(error))
