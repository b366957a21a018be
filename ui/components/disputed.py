"""Disputed guidance: who says what, and the question that settles it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.domain.answer import Disputed, Position
from assistant.errors import ParleyError
from ui.components.markup import EMPTY, Markup, join, tag

if TYPE_CHECKING:
    from assistant.session import CoachSession


def compose_disputed(items: Sequence[Disputed], session: CoachSession) -> Markup:
    """A callout for each claim on which the sources disagree."""
    return join(_compose_item(item, session) for item in items)


def _compose_item(item: Disputed, session: CoachSession) -> Markup:
    return tag(
        "div",
        tag("div", "Sources disagree", css="pl-eyebrow"),
        tag("p", tag("b", item.topic)),
        tag("ul", *(_compose_position(position, session) for position in item.positions)),
        tag("p", tag("b", "What settles it: "), item.ask) if item.ask else EMPTY,
        css="pl-callout pl-disputed",
        role="note",
    )


def _compose_position(position: Position, session: CoachSession) -> Markup:
    try:
        names = [source.publisher or source.title for source in session.find_sources(position.source_ids)]
    except ParleyError:
        names = list(position.source_ids)
    holders = ", ".join(dict.fromkeys(names))
    return tag("li", position.says, tag("small", f" {holders}") if holders else EMPTY)
