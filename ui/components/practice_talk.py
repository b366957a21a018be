"""The practice talk: both sides' words, and quiet notes below each turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from assistant.practice.better import NAMED
from assistant.practice.mistake import GOOD, TITLES
from assistant.rehearsal import TEMPERS, Note, Practice
from ui import state
from ui.components.conversation import compose_question
from ui.components.figures import compose_math
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.safe_markdown import to_markup
from ui.components.sources import compose_sources, find_sources, marker
from ui.components.text import render, show_last_question
from ui.format import count_of
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.domain.figure import Figure
    from assistant.practice.practice import Round
    from assistant.session import CoachSession

PLACEHOLDER = "Answer the recruiter"
SILENCE = "(you said nothing)"


def draw_talk(session: CoachSession, practice: Practice) -> None:
    """The running talk from its first words; the notes of the last turn are open."""
    render(tag("p", name_practice(practice), css="pl-eyebrow"))
    for part in compose_talk(session, practice, is_open=True):
        render(part)
    render(_compose_meaning(session, practice))
    show_last_question(f"practice {practice.number} {len(practice.rounds)}")


def name_practice(practice: Practice) -> str:
    """Which try it is, and with whom."""
    return f"Practice {practice.number} · {TEMPERS[practice.temper].title} recruiter"


def compose_talk(session: CoachSession, practice: Practice, *, is_open: bool) -> Iterator[Markup]:
    """What was said, turn by turn, with the notes; `is_open` shows those of the last turn."""
    yield compose_reply(practice.opening)
    for taken in practice.rounds:
        yield compose_question(taken.said or SILENCE)
        yield compose_reply(taken.reply)
        yield _compose_notes(session, practice, taken, is_open=is_open and taken is practice.rounds[-1])


def compose_reply(text: str) -> Markup:
    """What the recruiter says."""
    bubble = tag("div", text, css="pl-bubble pl-theirs")
    return tag("div", bubble, css="pl-reply", aria_label="Recruiter", role="group")


def _compose_notes(session: CoachSession, practice: Practice, taken: Round, *, is_open: bool) -> Markup:
    good = [tag("li", GOOD[kind]) for kind in taken.good]
    praise = tag("ul", *good, css="pl-good") if good else EMPTY
    if not taken.notes:
        return tag("div", praise, css="pl-notes") if good else EMPTY
    notes = compose_notes(session, taken.notes, f"practice-{practice.number}-{taken.number}")
    body = join((notes, compose_math(list_figures(taken.notes))))
    summary = tag("summary", count_of(len(taken.notes), "note"), " on this turn")
    details = tag("details", summary, body, css="pl-note-list", open=is_open)
    return tag("div", praise, details, css="pl-notes")


def compose_notes(session: CoachSession, notes: tuple[Note, ...], place: str) -> Markup:
    """Notes with their better lines, and the passages they rest on below; their math is left to the caller."""
    shown = find_sources(session, session.rehearsal.cite(notes), place)
    numbers = {source.citation.quote: source.n for source in shown}
    items = [_compose_note(note, numbers.get(note.source_quote), place, is_open=note is notes[0]) for note in notes]
    return join((*items, compose_sources(shown)))


def list_figures(notes: tuple[Note, ...]) -> list[Figure]:
    """The computed figures of notes, each once."""
    figures = [figure for note in notes for figure in note.figures if figure.formula != NAMED]
    return list({figure.label: figure for figure in figures}.values())


def _compose_note(note: Note, number: int | None, place: str, *, is_open: bool) -> Markup:
    """A note, folded to its title and the words it is about unless it is the first."""
    cited = marker(number, place) if number else EMPTY
    quote = tag("q", " ".join(note.quote.split())) if note.quote else EMPTY
    name = tag("span", TITLES[note.mistake], css="pl-eyebrow")
    return tag(
        "details",
        tag("summary", name, " ", tag("b", note.title), " ", quote),
        tag("p", note.why, cited),
        tag("p", tag("span", "Better: ", css="pl-quiet"), note.better, css="pl-better"),
        css="pl-note",
        open=is_open,
    )


def _compose_meaning(session: CoachSession, practice: Practice) -> Markup:
    """What the line that waits for an answer usually means, folded: it helps those who ask for it."""
    chunk = session.rehearsal.explain(practice.objection) if practice.objection else None
    if chunk is None:
        return EMPTY
    return tag(
        "details",
        tag("summary", "Stuck? What this line usually means"),
        tag("div", to_markup(chunk.text), css="pl-prose"),
        tag("p", tag("small", f"{chunk.title} · {chunk.publisher}")),
        css="pl-hint",
    )


def draw_composer(session: CoachSession, case: str) -> None:
    """The field to answer in, and two buttons: silence, and the end."""
    with st.container(key="composer"):
        st.chat_input(PLACEHOLDER, key=state.PRACTICE_MESSAGE, on_submit=_say, args=(session, case))
        with st.container(horizontal=True, key="practice-moves"):
            st.button("Say nothing", on_click=_say_nothing, args=(session, case))
            st.button("End the call", on_click=_stop, args=(session, case))


def _say(session: CoachSession, case: str) -> None:
    text = str(st.session_state[state.PRACTICE_MESSAGE] or "")
    try:
        session.rehearsal.say(case, text)
    except ParleyError as error:
        state.set_notice(explain(error))
        st.session_state[state.PRACTICE_MESSAGE] = text


def _say_nothing(session: CoachSession, case: str) -> None:
    try:
        session.rehearsal.say(case, "")
    except ParleyError as error:
        state.set_notice(explain(error))


def _stop(session: CoachSession, case: str) -> None:
    try:
        session.rehearsal.stop(case)
    except ParleyError as error:
        state.set_notice(explain(error))
