"""The privacy line: where the text goes and where it is kept, read from the live settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import ParleyError
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.domain.status import Status
    from assistant.session import CoachSession

NOTHING_LEAVES = "Nothing leaves this computer."


def name_readers(status: Status) -> str:
    """Who can read what is kept."""
    who = "the person who runs this server" if status.hosted else "anyone with this account on this computer"
    return f"{who}; Parley does not encrypt the files"


def draw_privacy(session: CoachSession) -> None:
    """The line with its details folded below it."""
    try:
        render(compose_privacy(session))
    except ParleyError as error:
        render(tag("p", str(error), css="pl-quiet"))


def compose_privacy(session: CoachSession) -> Markup:
    """One sentence, and on opening it: model, search, place of the data; above it, what works less well."""
    status = session.describe()
    place = "this server" if status.hosted else "this computer"
    rows = (
        ("Model", f"built in, on {place}" if status.chat_model == "offline" else status.chat_model),
        ("Search", "by keywords and by meaning" if status.search_mode == "hybrid" else "by keywords only"),
        ("Kept in", status.store),
        ("Read by", name_readers(status)),
    )
    listed = [item for name, value in rows for item in (tag("dt", name), tag("dd", value))]
    details = tag(
        "details",
        tag("summary", status.outgoing[0] if status.outgoing else NOTHING_LEAVES),
        tag("dl", *listed),
        *(tag("p", sentence) for sentence in status.outgoing[1:]),
        css="pl-privacy",
    )
    # What works less well right now is said in the open.
    notes = tag("ul", *(tag("li", note) for note in status.notes), css="pl-findings") if status.notes else EMPTY
    return join((notes, details))
