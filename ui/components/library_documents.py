"""Library documents: lists, what became of added files, one document opened, passages found."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import InputError
from ui import state
from ui.components.markup import EMPTY, Markup, tag
from ui.components.text import escape_label, render, render_text
from ui.format import count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.domain.evidence import SearchResult
    from assistant.library import AddedDocument
    from assistant.session import CoachSession

LITTLE_SUPPORT = 0.5


def note(words: str) -> Markup:
    """A line in small print."""
    return tag("p", tag("small", words))


def draw_added(added: Sequence[AddedDocument]) -> None:
    """One line for each file: its document, what was left out, or why it could not be added."""
    for item in added:
        if item.error:
            st.error(escape_label(item.error, 400))
            continue
        word = "replaced" if item.replaced else "added"
        dated = f", dated {item.dated}" if item.dated else ""
        st.success(escape_label(f"{item.title}: {word}{dated}, {count_of(item.passages, 'passage')}.", 400))
        for note in item.notes:
            st.warning(escape_label(note, 400))
        if item.left_out:
            with st.expander(escape_label(f"{count_of(len(item.left_out), 'line')} left out as adverts or navigation")):
                st.text("\n".join(item.left_out))


def draw_own(session: CoachSession) -> None:
    """The person's documents, each with a button to open and one to remove it."""
    entries = session.library.list_documents(own_only=True)
    if not entries:
        render(note("You have added nothing yet."))
    for entry in entries:
        name, open_it, remove = st.columns([6, 1.4, 1.6], vertical_alignment="center")
        dated = f" · {entry.dated}" if entry.dated else ""
        with name:
            render(tag("p", tag("b", entry.title), f"{dated} · {count_of(entry.passages, 'passage')}"))
        key = entry.source_id
        open_it.button("Open", key=f"open {key}", on_click=state.open_document, args=(key,), width="stretch")
        remove.button("Remove", key=f"remove {key}", on_click=_remove, args=(session, key), width="stretch")


def _remove(session: CoachSession, source_id: str) -> None:
    with suppress(InputError):  # another tab was quicker
        session.library.remove_document(source_id)
    if state.opened_document() == source_id:
        state.open_document(None)


def draw_built_in(session: CoachSession) -> None:
    """The documents that travel with Parley, with whose facts they hold and how far those are trusted."""
    entries = [entry for entry in session.library.list_documents() if entry.kind != "own"]
    with st.expander(escape_label(f"The {len(entries)} documents that come with Parley")):
        render(note("Trust is that of the weakest source a document uses. Choose a row to open it."))
        chosen = st.dataframe(
            [
                {
                    "title": entry.title,
                    "kind": entry.kind,
                    "facts of": entry.publisher,
                    "as of": entry.dated,
                    "trust": entry.trust,
                    "passages": entry.passages,
                }
                for entry in entries
            ],
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            key="library_rows",
        )
        rows = chosen["selection"]["rows"]
    if rows:
        draw_document(session, entries[rows[0]].source_id)


def draw_document(session: CoachSession, source_id: str) -> None:
    """One document, whole, with its sources."""
    try:
        document = session.library.open_document(source_id)
    except InputError:
        state.open_document(None)
        return
    with st.container(border=True):
        render(tag("h2", document.title, css="pl-card-title"))
        for section in document.sections:
            if section.path:
                render(tag("h3", " › ".join(section.path), css="pl-passage-title"))
            render_text(section.text)
            names = [f"{s.title} ({s.publisher})" for s in session.find_sources(section.fact_sources)]
            if names:
                render(note("Sources: " + "; ".join(names)))
        if state.opened_document() == source_id:
            st.button("Close", on_click=state.open_document, args=(None,), key=f"close {source_id}")


def draw_hits(found: SearchResult) -> None:
    """Passages that fit, best first; says so when hardly anything does."""
    if not found.hits or found.support < LITTLE_SUPPORT:
        st.info("Nothing in the library fits this closely. What comes nearest is below, if anything.")
    for hit in found.hits:
        with st.container(border=True):
            section = hit.chunk.section.replace(" > ", " › ")
            within = tag("small", hit.chunk.title) if section else EMPTY
            render(tag("div", tag("b", section or hit.chunk.title), within, css="pl-hit"))
            render_text(hit.chunk.text)
            render(note(f"{hit.chunk.publisher} · trust: {hit.chunk.trust}"))
