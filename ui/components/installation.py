"""Installation: the chat model and the search in use, how to change them, and what works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.privacy import NOTHING_LEAVES, name_readers
from ui.components.text import escape_label, render

if TYPE_CHECKING:
    from assistant.domain.status import Status

HOW_TO_CHANGE = (
    "Set these variables before you start Parley; it reads them once. No key is needed for the built-in coach, "
    "and a key is never shown or stored."
)
VARIABLES = """# another chat model, OpenAI's or any server that speaks its protocol
PARLEY_MODEL=openai:gpt-4.1
OPENAI_API_KEY=...
OPENAI_BASE_URL=http://localhost:11434/v1

# another embedding for the search
PARLEY_EMBEDDINGS=openai:text-embedding-3-small

# another place for your cases and documents
PARLEY_DATA_DIR=~/parley

# back to the built-in coach and search
PARLEY_MODEL=offline
PARLEY_EMBEDDINGS=local"""


def draw_model(status: Status) -> None:
    """What answers and what searches, with the way to change both."""
    checks = {check.name: check.detail for check in status.checks}
    rows = (
        ("Answers come from", checks.get("chat model", status.chat_model)),
        ("The library is searched by", checks.get("search by meaning", status.search_mode)),
        ("It holds", f"{status.passages:,} passages"),
    )
    render(tag("h2", "Model and search", css="pl-section"))
    render(compose_pairs(rows))
    if status.hosted:
        return
    with st.expander("Change the model or the search"):
        render(tag("p", HOW_TO_CHANGE, css="pl-quiet"))
        st.code(VARIABLES, language=None, wrap_lines=True)


def compose_pairs(rows: tuple[tuple[str, str], ...]) -> Markup:
    """Names with what belongs to them."""
    return tag("dl", *(item for name, value in rows for item in (tag("dt", name), tag("dd", value))), css="pl-pairs")


def draw_outgoing(status: Status) -> None:
    """What leaves this machine, word for word as the running objects tell it."""
    render(tag("h2", f"What leaves this computer{' and this server' if status.hosted else ''}", css="pl-section"))
    if status.outgoing:
        render(tag("ul", *(tag("li", sentence) for sentence in status.outgoing), css="pl-findings"))
    else:
        render(tag("p", tag("b", NOTHING_LEAVES)))
    kept = (
        ("Kept in", status.store),
        ("Read by", name_readers(status)),
        ("Sent home", "nothing: no telemetry, no fonts, pictures or scripts from outside"),
    )
    render(compose_pairs(kept))


def draw_health(status: Status) -> None:
    """Each thing that was looked at, with the way to mend what is missing."""
    missing = [check for check in status.checks if not check.ok]
    words = "Everything works here" if not missing else f"{len(missing)} of {len(status.checks)} things are missing"
    with st.expander(escape_label(words)):
        render(join(_compose_check(check.name, check.detail, check.ok, check.fix) for check in status.checks))
        for note in status.notes:
            render(tag("p", note, css="pl-quiet"))


def _compose_check(name: str, detail: str, is_ok: bool, fix: str) -> Markup:
    way = tag("p", "Get it: ", tag("code", fix), css="pl-quiet") if fix else EMPTY
    return tag("div", tag("p", tag("b", name), f": {'works' if is_ok else 'missing'}, {detail}"), way)
