"""The message field: text and files, handed over before the page is drawn."""

from __future__ import annotations

import streamlit as st

from assistant.domain.attachment import Attachment
from ui import state

FILE_TYPES = ["pdf", "docx", "html", "htm", "txt", "md", "eml"]
PLACEHOLDER = "Paste your offer, or ask anything about it"
_LONGEST_NAME = 255


def draw_message_field() -> None:
    """The field, inside a container: at the page's own end Streamlit would scroll to the end of every answer."""
    st.chat_input(
        PLACEHOLDER,
        key=state.MESSAGE,
        accept_file="multiple",
        file_type=FILE_TYPES,
        submit_mode="disable",
        on_submit=_send_message,
    )


def _send_message() -> None:
    sent = st.session_state[state.MESSAGE]
    files = tuple(Attachment(name=file.name[-_LONGEST_NAME:], data=file.getvalue()) for file in sent.files)
    state.send(state.Request(sent.text, files, replacing=state.edited_turn()))
