"""Open questions: what a letter warns of, and what it leaves out as a message ready to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui.components.markup import EMPTY, Markup, tag
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer

OPENING = "Thank you for the offer. Before I decide, could you help me with these points?"


def compose_warnings(warnings: Sequence[str]) -> Markup:
    """What to look at before signing; empty without any."""
    if not warnings:
        return EMPTY
    return tag("ul", *(tag("li", warning) for warning in warnings), css="pl-findings")


def draw_questions(recorded: RecordedOffer) -> None:
    """The questions as a message to copy; nothing without any."""
    if not recorded.questions:
        return
    render(tag("h3", "Not in the letter: ask for it", css="pl-term-group"))
    st.code(write_message(recorded.questions), language=None, wrap_lines=True)


def write_message(questions: Sequence[str]) -> str:
    """The questions as a short message.

    >>> print(write_message(["Is there a sign-on bonus?"]))
    Thank you for the offer. Before I decide, could you help me with these points?
    <BLANKLINE>
    - Is there a sign-on bonus?
    """
    return "\n".join((OPENING, "", *(f"- {' '.join(question.split())}" for question in questions)))
