"""Counter message: the form it takes, the words, their review, and the ways it goes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.counter_choice import LONGEST_MESSAGE, LONGEST_REASONS
from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.counter_fields import CounterPlace, Field, draw_choice, draw_refusal, draw_text, keep
from ui.components.counter_replies import draw_replies
from ui.components.counter_review import NOTHING, draw_review, draw_rewrite
from ui.components.markup import tag
from ui.components.message_export import draw_downloads, draw_mail_link, say_why
from ui.components.text import escape_label, render
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.counter import CounterChoice

CHANNELS = {"email": "E-mail", "call": "Phone", "chat": "Chat"}
TONES = {"warm": "Warm", "neutral": "Neutral", "firm": "Firm"}
LENGTHS = {"full": "Full", "short": "Short"}
RECRUITER = Field("recruiter", "Who gets it (first name, optional)", "Dana")
SENDER = Field("sender", "Your name below it (optional)", "Sam")
FILE_NAME = "counter"
PACKET_WORDS = (
    "The recruiter rarely decides alone. This is the same request in the terms of the person who approves it, to "
    "forward as it stands."
)
CHANGED = "Your plan asks for other amounts now than this message was written for. Write it anew, or change it here."


@st.fragment
def draw_message(place: CounterPlace) -> None:
    """All about the message; a change of it draws this part of the page anew, a new message the whole page."""
    if state.is_panel_outdated():
        st.rerun()
    try:
        choice = place.session.counter.choice(place.case, place.offer)
        _draw_form(place, choice)
        is_good = not _draw_editor(place, choice) if choice.message.strip() or choice.earlier else False
        if choice.message.strip():
            _draw_sending(place, choice, is_good=is_good)
            draw_replies(place, choice)
        _draw_packet(place, choice)
    except ParleyError as error:
        st.error(escape_label(explain(error), 400))


def _draw_form(place: CounterPlace, choice: CounterChoice) -> None:
    channel, tone, length = st.columns([1.3, 1.3, 1])
    with channel:
        draw_choice(place, Field("channel", "Where it goes"), CHANNELS, choice.channel)
    with tone:
        draw_choice(place, Field("tone", "Tone"), TONES, choice.tone)
    with length:
        draw_choice(place, Field("length", "Length"), LENGTHS, choice.length)
    to, sender = st.columns(2)
    with to:
        draw_text(place, RECRUITER, choice.recruiter)
    with sender:
        draw_text(place, SENDER, choice.sender)
    key = place.key("reasons")
    st.session_state[key] = choice.reasons
    st.text_area(
        "Why you are worth it, in your own words (optional, makes it stronger)",
        key=key,
        height=80,
        max_chars=LONGEST_REASONS,
        placeholder="I led the ranking rewrite. The market median for this level is $205,000.",
        on_change=_keep_reasons,
        args=(place, key),
    )
    written = bool(choice.message.strip())
    st.button(
        escape_label("Write it anew" if written else "Write my message"),
        type="secondary" if written else "primary",
        key=place.key("write"),
        on_click=_write,
        args=(place,),
    )
    draw_refusal(place, "write")


def _draw_editor(place: CounterPlace, choice: CounterChoice) -> bool:
    """The words and their review; gives whether a rewrite waits to be taken."""
    if choice.message.strip() and _asks_changed(place):
        st.info(CHANGED)
    key = place.key("message")
    st.session_state[key] = choice.message
    st.text_area(
        "Your message: change it as you like, it is kept and looked over when you leave the field",
        key=key,
        height="content",
        max_chars=LONGEST_MESSAGE,
        on_change=_keep_message,
        args=(place, key),
    )
    draw_refusal(place, "message")
    rewrite, sources = draw_review(place, choice.message) if choice.message.strip() else NOTHING
    with st.container(horizontal=True):
        if rewrite:
            st.button("Take the rewrite", type="primary", key=place.key("take"), on_click=_edit, args=(place, rewrite))
        if choice.earlier:
            st.button("Undo", key=place.key("undo"), on_click=_undo, args=(place,))
    if rewrite:
        draw_rewrite(rewrite)
    render(sources)
    return bool(rewrite)


def _draw_sending(place: CounterPlace, choice: CounterChoice, *, is_good: bool) -> None:
    text = choice.message
    render(tag("h3", "Say it" if choice.channel == "call" else "Send it", css="pl-term-group"))
    st.code(text, language=None, wrap_lines=True)
    why = ""
    with st.container(horizontal=True):
        if choice.channel == "email":
            why = draw_mail_link(place.session, text, place.key("send"), primary=is_good)
        draw_downloads(place.session, text, FILE_NAME, place.key("send"), ("docx", "md"))
        no_day = _draw_deadline(place)
    say_why(why)
    say_why(no_day)


def _draw_deadline(place: CounterPlace) -> str:
    """The deadlines of the case for the calendar; gives why there are none."""
    try:
        file = place.session.casebook.render_export(place.case, "ics")
    except ParleyError as error:
        return f"Deadline for your calendar: {error.message if isinstance(error, InputError) else error}."
    st.download_button(
        "Deadline (.ics)",
        data=file,
        file_name="deadline.ics",
        mime="text/calendar",
        key=place.key("deadline"),
        on_click="ignore",
    )
    return ""


def _draw_packet(place: CounterPlace, choice: CounterChoice) -> None:
    with st.expander("For the person who approves", expanded=bool(choice.packet)):
        _draw_packet_parts(place, choice)


def _draw_packet_parts(place: CounterPlace, choice: CounterChoice) -> None:
    render(tag("p", PACKET_WORDS, css="pl-quiet"))
    if choice.packet:
        st.code(choice.packet, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.button(
            escape_label("Write the packet anew" if choice.packet else "Write the approver packet"),
            key=place.key("packet"),
            on_click=_write_packet,
            args=(place,),
        )
        if choice.packet:
            draw_downloads(place.session, choice.packet, "approver-packet", place.key("packet"), ("docx", "md"))
            draw_mail_link(place.session, choice.packet, place.key("packet"))
    draw_refusal(place, "packet")


def _asks_changed(place: CounterPlace) -> bool:
    try:
        return place.session.counter.asks_changed(place.case, place.offer)
    except ParleyError:
        return False


def _keep_reasons(place: CounterPlace, key: str) -> None:
    keep(place, "reasons", {"reasons": str(st.session_state[key] or "")})


def _keep_message(place: CounterPlace, key: str) -> None:
    _edit(place, str(st.session_state[key] or ""))


def _edit(place: CounterPlace, text: str) -> None:
    _try(place, "message", lambda: place.session.counter.edit(place.case, place.offer, text))


def _undo(place: CounterPlace) -> None:
    _try(place, "message", lambda: place.session.counter.undo(place.case, place.offer))


def _write(place: CounterPlace) -> None:
    def write() -> None:
        place.turns.admit(state.Request("counter"))
        place.session.counter.write(place.case, place.offer)
        state.outdate_panel()

    _try(place, "write", write)


def _write_packet(place: CounterPlace) -> None:
    def write() -> None:
        place.turns.admit(state.Request("packet"))
        place.session.counter.write_packet(place.case, place.offer)

    _try(place, "packet", write)


def _try(place: CounterPlace, field: str, step: Callable[[], object]) -> None:
    """Take a step; what went wrong is said below the field, and nothing is lost."""
    state.clear_refusal(place.key(field))
    try:
        step()
    except ParleyError as error:
        state.set_refusal(place.key(field), "", explain(error))
