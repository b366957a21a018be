"""The conversation: questions and answers, the turn that runs, and a way on where one was cut off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.answer import Piece, compose_answer, draw_answer
from ui.components.cases import has_offers
from ui.components.markup import EMPTY, Markup, tag
from ui.components.message_export import MESSAGES, draw_ways_out
from ui.components.text import escape_label, render
from ui.format import count_of
from ui.sending import settle_turn

if TYPE_CHECKING:
    from assistant.cases.case import Rating, Turn
    from assistant.session import CoachSession
    from ui.turns import RunningTurn, TurnRunner

_POLL_SECONDS = 0.1
_LOOK_SECONDS = 0.8
"""How often the status is drawn without a new step: at a call the page sees that Stop was pressed."""
_LONG_QUESTION = 900
_STEP = 3
"""Messages that leave the page together; at least as many stay."""
RATINGS: tuple[Rating, ...] = ("bad", "good")
RATED = "Kept beside the answer, and sent nowhere."
EDITING = "Change your message below and send it: it takes the place of this one. Terms it put on file stay there."
EMBEDDED = "offline"
_FIRST_STEP = "Reading your message…"


def draw_conversation(session: CoachSession, place: str, turns: Sequence[Turn], *, hide_last: bool) -> None:
    """The turns in order; `hide_last` leaves out a last one without an answer, which runs right now."""
    turns = _draw_earlier(place, turns)
    is_message = any(turn.answer is not None and turn.answer.kind in MESSAGES for turn in turns)
    has_counter = is_message and has_offers(session, place)
    known, drawn = state.drawn_answers(), dict[Any, tuple[Piece, ...]]()
    for turn in turns:
        if turn.answer is None and turn is turns[-1] and hide_last:
            continue
        if turn.answer is None:
            render(compose_question(turn.asked))
            if turn is not turns[-1]:
                render(tag("p", "This message was not answered.", css="pl-quiet"))
        else:
            key = (place, turn.number, turn.asked, turn.answer.text)
            drawn[key] = known.get(key) or compose_answer(
                session, turn.answer, f"{turn.number}", compose_question(turn.asked)
            )
            ways_out = partial(draw_ways_out, session, place, turn.number, has_counter)
            draw_answer(drawn[key], ways_out if turn.answer.kind in MESSAGES else None)
    state.keep_drawn(drawn)


def _draw_earlier(place: str, turns: Sequence[Turn]) -> Sequence[Turn]:
    """The turns to draw: the last few, which is what a message costs, or all once a person asked for them.

    Turns leave by steps, so that what is on the page stays where it is from most messages to the next.
    """
    hidden = (len(turns) // _STEP - 1) * _STEP
    if hidden <= 0 or state.shows_earlier(place):
        return turns
    label = f"Show the {count_of(hidden, 'earlier message')}"
    st.button(escape_label(label), key="show-earlier", type="tertiary", on_click=state.show_earlier, args=(place,))
    return turns[hidden:]


def compose_question(text: str, files: Sequence[str] = ()) -> Markup:
    """What the person wrote, as they wrote it; a long paste is folded."""
    names = tag("p", *(tag("span", name, css="pl-file") for name in files)) if files else EMPTY
    if len(text) <= _LONG_QUESTION:
        body = tag("div", text, css="pl-asked") if text.strip() else EMPTY
    else:
        summary = tag("summary", text[:240].rstrip(), "… ", tag("small", f"show all {len(text):,} characters"))
        body = tag("details", summary, tag("div", text, css="pl-asked"), css="pl-long")
    return tag("div", tag("div", body, names, css="pl-bubble"), css="pl-question", aria_label="You", role="group")


def draw_running(turn: RunningTurn, session: CoachSession, runner: TurnRunner, case: str | None) -> None:
    """The message being answered with its steps, until the answer is there; then the page is drawn anew."""
    render(compose_question(turn.request.text, [item.name for item in turn.request.attachments]))
    status = st.status(_FIRST_STEP)
    st.button("Stop", key="stop-turn", on_click=turn.stop)
    shown, waited = 0, 0.0
    while not turn.done.wait(_POLL_SECONDS):
        waited += _POLL_SECONDS
        if len(turn.steps) > shown or waited >= _LOOK_SECONDS:
            shown, waited = len(turn.steps), 0.0
            status.update(label=escape_label(_as_step(turn.steps[-1] if turn.steps else _FIRST_STEP)))
    settle_turn(session, runner, case)
    st.rerun()


def _as_step(step: str) -> str:
    return step[:1].upper() + step[1:]


def draw_last(session: CoachSession, case: str, turn: Turn) -> None:
    """What can be done with the last turn once it is answered: think well or ill of it, write it differently."""
    with st.container(horizontal=True, vertical_alignment="center", key="last-turn"):
        key = f"rating {case} {turn.number}"
        st.session_state[key] = None if turn.rating is None else RATINGS.index(turn.rating)
        st.feedback("thumbs", key=key, on_change=_rate, args=(session, case, turn.number, key))
        if turn.rating is not None:
            render(tag("span", RATED, css="pl-quiet"))
        if state.edited_turn() == turn.number:
            st.button("Leave it as it was", on_click=state.stop_editing, type="tertiary")
        else:
            st.button("Edit my message", on_click=state.edit_turn, args=(turn,), type="tertiary")
        if turn.answer is not None and turn.answer.model != EMBEDDED:
            again = state.Request(turn.asked, replacing=turn.number)
            st.button("Answer again", on_click=state.send, args=(again,), type="tertiary")
    if state.edited_turn() == turn.number:
        render(tag("p", EDITING, css="pl-quiet", role="status"))


def _rate(session: CoachSession, case: str, number: int, key: str) -> None:
    chosen = st.session_state[key]
    try:
        session.rate_turn(case, number, None if chosen is None else RATINGS[chosen])
    except ParleyError as error:
        state.set_notice(str(error))


def draw_interruption(case: str | None, turns: Sequence[Turn]) -> None:
    """A message without an answer: why, and buttons that send it again or put it back into the field."""
    failure = state.find_failure(case)
    last = turns[-1] if turns and turns[-1].answer is None else None
    if failure is not None:
        # A kept message goes on with the text of its files.
        if last is None or not last.asked.startswith(failure.request.text.strip()):
            render(compose_question(failure.request.text, [item.name for item in failure.request.attachments]))
        st.error(escape_label(failure.reason, 600))
        _draw_ways_on(failure.request, failure.unsaved_possible)
    elif last is not None:
        render(tag("p", "This message was cut off before it was answered. It is kept.", css="pl-quiet"))
        _draw_ways_on(state.Request(last.asked), unsaved_possible=False)


def _draw_ways_on(request: state.Request, unsaved_possible: bool) -> None:
    with st.container(horizontal=True):
        st.button("Try again", type="primary", on_click=state.send, args=(request,))
        st.button("Edit message", on_click=state.prefill, args=(request.text,))
        if unsaved_possible:
            st.button("Answer without saving", on_click=state.send, args=(request._replace(kept=False),))
