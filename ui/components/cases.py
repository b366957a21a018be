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
    from collections.abc import Mapping, Sequence

    from assistant.cases.case import CaseSummary
    from assistant.session import CoachSession

UNTITLED = "Untitled"
GONE = "That conversation is no longer here; it may have been deleted. Start a new one, or choose another."
NAMELESS = "Write a name first; until then the old one stays."
_SHOWN = 12
_LONGEST_TITLE = 80
_LONGEST_LABEL = 160


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
    """The list with the open one marked, newest first, and what changes the open one."""
    st.button("New conversation", on_click=state.open_case, args=(None,), width="stretch", key="new-case")
    cases = session.list_cases()
    if not cases:
        return
    titles = list_titles(cases)
    _draw_list("Conversations", cases[:_SHOWN], titles, current, "cases")
    if older := cases[_SHOWN:]:
        # What a closed list holds is not drawn: a thousand conversations cost no more than a dozen.
        label = count_of(len(older), "older conversation")
        folded = st.expander(escape_label(label), key="older-cases", on_change="rerun")
        if folded.open:
            with folded:
                _draw_list(label, older, titles, current, "cases-older")
    if opened := next((summary for summary in cases if summary.name == current), None):
        # Under another title it is another popover, which is closed: the one a person renames in would stay open.
        key = f"edit {opened.name} {opened.title}"
        popover = st.popover("Rename or delete", type="tertiary", key=key, on_change="rerun")
        if popover.open:
            with popover:
                _draw_edit(session, opened)


def _draw_list(
    label: str, cases: Sequence[CaseSummary], titles: Mapping[str, str], current: str | None, key: str
) -> None:
    """Conversations to choose from as one element: a button for each would be sent anew with every message."""
    names = [summary.name for summary in cases]
    st.session_state[key] = current if current in names else None
    st.pills(
        escape_label(label),
        names,
        required=True,
        format_func=lambda name: escape_label(titles[name], _LONGEST_LABEL),
        key=key,
        on_change=_open_chosen,
        args=(key,),
        label_visibility="visible" if key == "cases" else "collapsed",
        width="stretch",
    )


def _open_chosen(key: str) -> None:
    state.open_case(st.session_state[key])


def _draw_edit(session: CoachSession, summary: CaseSummary) -> None:
    render(tag("p", f"{count_of(summary.turns, 'turn')}, {format_day(summary.updated)}", css="pl-quiet"))
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
