"""Conversations: the list, a new one, rename, delete."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.text import escape_label, render
from ui.format import count_of, format_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.cases.case import CaseSummary
    from assistant.session import CoachSession

UNTITLED = "Untitled"
GONE = "That conversation is no longer here; it may have been deleted. Start a new one, or choose another."
NAMELESS = "Write a name first; until then the old one stays."
_SHOWN = 12
_LONGEST_TITLE = 80


def has_offers(session: CoachSession, name: str) -> bool:
    """Whether a case is there and holds an offer."""
    try:
        return bool(session.load_case(name).offers)
    except ParleyError:
        return False


def is_gone(session: CoachSession, name: str) -> bool:
    """Whether no case of that name is there any more."""
    try:
        session.load_case(name)
    except InputError:
        return True
    except ParleyError:
        return False
    return False


def leave_gone_case(session: CoachSession) -> None:
    """Leave the address of a case that is no longer there, and say so."""
    current = state.current_case()
    if current is not None and is_gone(session, current):
        state.open_case(None)
        state.set_notice(GONE)


def list_titles(cases: Sequence[CaseSummary]) -> dict[str, str]:
    """The titles by name, no two alike: a field to choose from knows its entries by their words.

    The first of several keeps its title, the others get a number.
    """
    titles: dict[str, str] = {}
    taken: set[str] = set()
    for summary in cases:
        plain = summary.title or UNTITLED
        numbered = (plain if number == 1 else f"{plain} ({number})" for number in count(1))
        titles[summary.name] = next(title for title in numbered if title not in taken)
        taken.add(titles[summary.name])
    return titles


def draw_cases(session: CoachSession, current: str | None) -> None:
    """The list with the open one marked, newest first."""
    st.button("New conversation", on_click=state.open_case, args=(None,), width="stretch", key="new-case")
    cases = session.list_cases()
    if not cases:
        return
    render(tag("div", "Conversations", css="pl-eyebrow"))
    with st.container(key="cases", gap=None):
        for summary in cases[:_SHOWN]:
            _draw_case(session, summary, is_open=summary.name == current)
    if older := cases[_SHOWN:]:
        # What a closed list holds is not drawn: a thousand conversations cost no more than a dozen.
        folded = st.expander(
            escape_label(count_of(len(older), "older conversation")), key="older-cases", on_change="rerun"
        )
        if folded.open:
            with folded:
                for summary in older:
                    _draw_case(session, summary, is_open=summary.name == current)


def _draw_case(session: CoachSession, summary: CaseSummary, *, is_open: bool) -> None:
    if not is_open:
        _draw_title(summary)
        return
    with st.container(horizontal=True, gap=None, key=f"case-open-{summary.name}"):
        _draw_title(summary)
        # Under another title it is another popover, which is closed: the one a person renames in would stay open.
        with st.popover("Edit", type="tertiary", key=f"edit {summary.name} {summary.title}"):
            _draw_edit(session, summary)


def _draw_title(summary: CaseSummary) -> None:
    title = summary.title or UNTITLED
    st.button(
        escape_label(title, 34),
        key=f"open-{summary.name}",
        help=escape_label(f"{title} · {count_of(summary.turns, 'turn')}, {format_day(summary.updated)}", 160),
        on_click=state.open_case,
        args=(summary.name,),
        type="tertiary",
        width="stretch",
    )


def _draw_edit(session: CoachSession, summary: CaseSummary) -> None:
    with st.form(f"rename-{summary.name}", border=False):
        title = st.text_input("Name", value=summary.title, max_chars=_LONGEST_TITLE)
        renamed = st.form_submit_button("Rename", width="stretch")
    if renamed and title.strip():
        session.rename_case(summary.name, title)
        st.rerun()
    elif renamed:
        st.warning(NAMELESS)
    if st.button("Delete…", key=f"delete-{summary.name}", width="stretch"):
        confirm_delete(session, summary)


@st.dialog("Delete this conversation?")
def confirm_delete(session: CoachSession, summary: CaseSummary) -> None:
    """Ask once more; then the conversation and its offers are gone."""
    place = "this server" if session.describe().hosted else "this computer"
    render(
        tag(
            "p",
            tag("b", summary.title or UNTITLED),
            f" with {count_of(summary.turns, 'turn')} and its offers will be removed from {place}. "
            "This cannot be undone.",
        )
    )
    with st.container(horizontal=True):
        gone = st.button(
            "Delete for good",
            type="primary",
            key="confirm-delete",
            on_click=_delete,
            args=(session, summary.name),
        )
        kept = st.button("Keep it", key="keep-case")
    if gone or kept:
        st.rerun()


def _delete(session: CoachSession, name: str) -> None:
    try:
        session.delete_case(name)
    except ParleyError as error:
        state.set_notice(str(error))
    else:
        state.forget_case(name)
