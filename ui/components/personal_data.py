"""Personal data on the page: taken out, read in, and removed after asking once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.cases import confirm_delete, list_titles
from ui.components.markup import tag
from ui.components.text import escape_label, render
from ui.format import count_of
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.casebook import ExportFormat
    from assistant.cases.case import CaseSummary
    from assistant.session import CoachSession

_FORMS: tuple[tuple[ExportFormat, str, str], ...] = (
    ("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("md", "Markdown", "text/markdown"),
    ("json", "JSON", "application/json"),
)


def draw_export(session: CoachSession) -> None:
    """Everything as one file, or one conversation to read or to move."""
    render(tag("h2", "Take your data with you", css="pl-section"))
    st.download_button(
        "Download everything",
        data=session.personal_data.export,
        file_name="parley.zip",
        mime="application/zip",
        key="export-all",
        on_click="ignore",
    )
    chosen = _choose(session, "One conversation", "export-case")
    if chosen is None:
        return
    with st.container(horizontal=True):
        for form, label, mime in _FORMS:
            st.download_button(
                escape_label(label),
                data=partial(session.casebook.render_export, chosen.name, form),
                file_name=f"{_file_name(chosen)}.{form}",
                mime=mime,
                key=f"export-{form}",
                on_click="ignore",
            )


def draw_import(session: CoachSession) -> None:
    """A file made above, read in again."""
    with (
        st.expander("Read in conversations from a JSON file"),
        st.form("import-form", clear_on_submit=True, border=False),
    ):
        file = st.file_uploader("A file that was downloaded here as JSON", type=["json"])
        sent = st.form_submit_button("Read in")
    if not sent:
        return
    if file is None:
        st.info("Choose a file first.")
        return
    try:
        imported = session.casebook.import_archive(file.getvalue())
    except ParleyError as error:
        st.error(escape_label(explain(error), 400))
        return
    names = ", ".join(item.name for item in imported) or "none, the file is empty"
    st.success(escape_label(f"Read in: {names}.", 400))


def draw_delete(session: CoachSession) -> None:
    """One conversation or everything, each after asking once more."""
    render(tag("h2", "Delete", css="pl-section"))
    chosen = _choose(session, "Delete one conversation", "delete-case")
    with st.container(horizontal=True):
        if chosen is not None and st.button("Delete this conversation…", key="delete-one"):
            confirm_delete(session, chosen)
        if st.button("Delete everything…", key="delete-all"):
            _confirm_everything(session)


@st.dialog("Delete everything?")
def _confirm_everything(session: CoachSession) -> None:
    cases, documents = len(session.list_cases()), len(session.library.list_documents(own_only=True))
    render(
        tag(
            "p",
            f"{count_of(cases, 'conversation')} with their offers and {count_of(documents, 'document')} of yours "
            "will be removed for good, old copies included. This cannot be undone.",
        )
    )
    with st.container(horizontal=True):
        gone = st.button(
            "Delete everything for good",
            type="primary",
            key="confirm-all",
            on_click=_delete_everything,
            args=(session,),
        )
        kept = st.button("Keep it", key="keep-all")
    if gone or kept:
        st.rerun()


def _delete_everything(session: CoachSession) -> None:
    try:
        removed = session.personal_data.delete()
    except ParleyError as error:
        state.set_notice(str(error))
        return
    state.open_case(None)
    state.open_document(None)
    words = f"{count_of(removed.cases, 'conversation')} and {count_of(removed.documents, 'document')}"
    state.set_notice(f"Removed for good: {words}. Nothing of them is left here.")


def _choose(session: CoachSession, label: str, key: str) -> CaseSummary | None:
    cases = {summary.name: summary for summary in session.list_cases()}
    if not cases:
        return None
    titles = list_titles(tuple(cases.values()))
    name = st.selectbox(escape_label(label), list(cases), format_func=lambda item: titles[item], key=key)
    return cases.get(name) if name else None


def _file_name(summary: CaseSummary) -> str:
    kept = "".join(sign if sign.isalnum() else "-" for sign in summary.title or summary.name)
    return "-".join(part for part in kept.split("-") if part)[:60] or "conversation"
