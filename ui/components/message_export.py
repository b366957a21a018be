"""Message export: a message as a file, and as a link that opens it in the mail program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.text import escape_label, make_key, render

if TYPE_CHECKING:
    from assistant.counter import MessageForm
    from assistant.session import CoachSession

FORMS: dict[MessageForm, tuple[str, str]] = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "md": ("Markdown", "text/markdown"),
}


MESSAGES = frozenset(("script", "draft_review"))
"""Kinds of answers whose scripts are messages to send."""


def draw_ways_out(session: CoachSession, case: str, turn: int, has_counter: bool, text: str, number: int) -> None:
    """What can be done with a message of the conversation: a file, the mail program, the Counter page.

    Args:
        session: where it is made into a file.
        case: name of the conversation.
        turn: number of the answer in it.
        has_counter: whether there is an offer for a counter.
        text: the message.
        number: of the message in the answer.
    """
    key = f"message {case} {turn} {number}"
    with st.container(horizontal=True, key=f"ways-out-{make_key(key)}"):
        draw_downloads(session, text, "message", key, ("docx",))
        why = draw_mail_link(session, text, key)
        if has_counter and st.button("Open in Counter", key=f"{key} counter"):
            _open_in_counter(session, case, text)
    say_why(why)


def _open_in_counter(session: CoachSession, case: str, text: str) -> None:
    try:
        session.counter.edit(case, None, text)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))
    else:
        state.go_to("counter")


def draw_downloads(session: CoachSession, text: str, name: str, key: str, forms: tuple[MessageForm, ...]) -> None:
    """A button for each form; `name` is the file's without its ending."""
    for form in forms:
        label, mime = FORMS[form]
        st.download_button(
            escape_label(f"{label} (.{form})"),
            data=partial(session.counter.render_message, text, form),
            file_name=f"{name}.{form}",
            mime=mime,
            key=f"{key} {form}",
            on_click="ignore",
        )


def draw_mail_link(session: CoachSession, text: str, key: str, *, primary: bool = False) -> str:
    """A button that opens the mail program; gives why there is none for a long message, else nothing."""
    try:
        address = session.counter.build_link(text)
    except InputError as error:
        return f"The message {error.message}."
    st.link_button("Open in mail", address, key=f"{key} mail", type="primary" if primary else "secondary")
    return ""


def say_why(reason: str) -> None:
    """Why a button is missing, below the others."""
    if reason:
        render(tag("p", reason, css="pl-quiet"))
