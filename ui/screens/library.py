"""Library: what Parley cites, and the documents a person adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.library_audit import draw_audit, draw_disputes
from ui.components.library_documents import draw_added, draw_built_in, draw_document, draw_hits, draw_own, note
from ui.components.markup import tag
from ui.components.privacy import draw_privacy
from ui.components.sidebar import brand
from ui.components.text import escape_label, render
from ui.loading import open_session

if TYPE_CHECKING:
    from assistant.library import OnProgress
    from assistant.session import CoachSession

KINDS = ["md", "markdown", "txt", "html", "htm", "pdf", "docx"]


def show() -> None:
    """Draw the page."""
    render(tag("h1", "Library", css="pl-title"))
    render(note("Every piece of advice comes from a passage here. Your own documents are searched too, and stay here."))
    session, _ = open_session()
    with st.sidebar:
        render(brand())
        draw_privacy(session)
    try:
        _draw_search(session)
        _draw_upload(session)
        draw_own(session)
        draw_built_in(session)
        draw_disputes(session)
        draw_audit(session)
        _draw_rebuild(session)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))


def _draw_search(session: CoachSession) -> None:
    query = st.text_input("Search the library", placeholder="sign-on clawback", key="library_query")
    if query.strip():
        draw_hits(session.search(query, 5))
    opened = state.opened_document()
    if opened:
        draw_document(session, opened)


def _draw_upload(session: CoachSession) -> None:
    render(tag("h2", "Your own documents", css="pl-section"))
    with st.form("library_upload", clear_on_submit=True, border=False):
        files = st.file_uploader("Markdown, text, HTML, PDF or DOCX", type=KINDS, accept_multiple_files=True)
        sent = st.form_submit_button("Add to the library", type="primary")
    if not sent:
        return
    if not files:
        st.info("Choose a file first.")
        return
    with _progress_bar() as report:
        added = [session.library.add_document(file.name, file.getvalue(), report) for file in files]
    draw_added(added)


def _draw_rebuild(session: CoachSession) -> None:
    with st.expander("Search index"):
        render(note("The index is a cache of the documents. Build it anew when the search seems wrong."))
        if st.button("Build the index anew"):
            with _progress_bar() as report:
                passages = session.library.rebuild(report)
            st.success(escape_label(f"Done: {passages} passages."))


@contextmanager
def _progress_bar() -> Iterator[OnProgress]:
    bar = st.progress(0.0, text="Reading…")

    def report(done: int, total: int, what: str) -> None:
        bar.progress(min(done / total, 1.0) if total else 0.0, text=escape_label(what))

    yield report
    bar.empty()
