"""Confirmation: what was read from an offer, beside its words, to correct and to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.offer_table import list_rows
from assistant.errors import ParleyError
from ui.components.markup import tag
from ui.components.text import escape_label, render

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.session import CoachSession

EXPLAINED = "Change a value if I read it wrong; empty it to take the term out. Figures count once you confirm."


def draw_confirmations(session: CoachSession, case: str) -> None:
    """A table for each offer that is not confirmed yet."""
    for recorded in session.load_case(case).offers:
        if not recorded.confirmed:
            _draw_one(session, case, recorded)


def _draw_one(session: CoachSession, case: str, recorded: RecordedOffer) -> None:
    rows = list_rows(recorded.offer, recorded.evidence)
    with st.expander(escape_label(f"Did I read {recorded.name} right? {len(rows)} terms", 120)):
        render(tag("p", EXPLAINED, css="pl-quiet"))
        edited = st.data_editor(
            [{"term": row.term, "value": row.value, "read from": row.quote} for row in rows],
            key=f"terms {case} {recorded.name} {len(recorded.history)} {len(rows)}",
            disabled=["term", "read from"],
            hide_index=True,
            width="stretch",
        )
        if st.button("Yes, that is right", key=f"confirm {case} {recorded.name}", type="primary"):
            values = [str(item["value"] if item["value"] is not None else "") for item in edited]
            changed = {row.field: value for row, value in zip(rows, values, strict=True) if value != row.value}
            _confirm(session, case, recorded.name, changed)


def _confirm(session: CoachSession, case: str, name: str, changed: dict[str, str]) -> None:
    try:
        session.confirm_offer(case, name, changed)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))
        return
    st.rerun()
