"""The empty state: what Parley is for, three ways to begin, and a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.message_field import draw_message_field
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.session import CoachSession

SAMPLE = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"


class Job(NamedTuple):
    """A way to begin: its words, and the start of a message."""

    title: str
    text: str
    action: str
    start: str


JOBS = (
    Job(
        "Understand my offer",
        "Paste the letter or the numbers. See year 1, the years after it, and what is worth pushing on.",
        "Chat about my offer",
        "My offer: ",
    ),
    Job(
        "Write my counter",
        "A short, polite message with your real numbers in it, ready to send.",
        "Write my counter",
        "Write a counter email for this offer: ",
    ),
    Job(
        "Answer the recruiter",
        "“That is our final offer.” What it means, and what to say next, with sources.",
        "The recruiter said…",
        "The recruiter said: ",
    ),
)


def draw_welcome() -> None:
    """The whole empty state."""
    render(
        tag(
            "header",
            tag("h1", "You have an offer. Now make it a good one."),
            tag(
                "p",
                "Figures you can check, advice with its sources, and words you can send. Nothing is made up.",
            ),
            css="pl-hero",
        )
    )
    draw_message_field()
    with st.container(key="jobs"):
        for column, job in zip(st.columns(len(JOBS)), JOBS, strict=True):
            with column, st.container(border=True, height="stretch"):
                render(tag("div", tag("h2", job.title), tag("p", job.text), css="pl-job"))
                st.button(job.action, on_click=state.prefill, args=(job.start,), width="stretch")
    with st.container(key="sample", horizontal=True, vertical_alignment="center"):
        render(tag("p", tag("b", "Only looking?"), f" {SAMPLE}", css="pl-quiet"))
        st.button("Try this sample", on_click=state.send, args=(state.Request(SAMPLE),), type="primary")


def open_sample(session: CoachSession, title: str) -> None:
    """Open a case of that title with the sample offer on it, confirmed."""
    try:
        name = session.create_case(title)
        session.record(SAMPLE, name)
        session.confirm_offer(name)
    except ParleyError as error:
        state.set_notice(str(error))
    else:
        state.open_case(name)
