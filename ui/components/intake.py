"""Intake: a letter pasted or dropped, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.attachment import Attachment
from assistant.errors import ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.message_field import FILE_TYPES
from ui.components.sample_letters import SAMPLE_LETTERS
from ui.components.text import escape_label, render
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.session import CoachSession
    from ui.turns import TurnRunner

NO_TERMS = "no terms of an offer were found in it. Paste the part with the pay, or type it: “Base $180K, bonus 15%”."
NOTHING_GIVEN = "Paste a letter or choose a file first."
_LONGEST_NAME = 255


def draw_welcome(session: CoachSession, turns: TurnRunner, case: str | None) -> None:
    """The empty state: a field for a letter, files, and a sample one click away."""
    draw_intake(session, turns, case, 0)
    with st.container(key="sample", horizontal=True, vertical_alignment="center"):
        render(tag("p", tag("b", "Only looking?"), " Two made-up letters show what this page does.", css="pl-quiet"))
        if st.button("Try the sample letters"):
            _record(
                session, turns, case, [(f"Sample {n}", letter, ()) for n, letter in enumerate(SAMPLE_LETTERS, start=1)]
            )


def draw_intake(session: CoachSession, turns: TurnRunner, case: str | None, held: int) -> None:
    """The field and the files; `held` offers are on file, and another one empties the field."""
    with st.form(f"intake {case} {held}", border=False):
        words = st.text_area(
            "Paste the letter, mail or message",
            height=160,
            placeholder="Dear Sam, we are delighted to offer you…",
            key=f"letter {case} {held}",
        )
        files = st.file_uploader(
            "Or drop files: PDF, DOCX, HTML, e-mail, text",
            type=FILE_TYPES,
            accept_multiple_files=True,
            key=f"files {case} {held}",
        )
        sent = st.form_submit_button("Read the offer", type="primary")
    if sent:
        letters = list(_list_letters(words, files))
        if letters:
            _record(session, turns, case, letters)
        else:
            st.info(NOTHING_GIVEN)


Letter = tuple[str, str, Sequence[Attachment]]
"""What to call it, its words, and its file."""


def _list_letters(words: str, files: Sequence[object]) -> Iterator[Letter]:
    if words.strip():
        yield "What you pasted", words, ()
    for file in files:
        name = str(getattr(file, "name", "file"))[-_LONGEST_NAME:]
        yield name, "", (Attachment(name=name, data=getattr(file, "getvalue")()),)  # noqa: B009


def _record(session: CoachSession, turns: TurnRunner, case: str | None, letters: Sequence[Letter]) -> None:
    """Read the letters one by one into the case, a new one if need be; what could not be read is said."""
    names: list[str] = []
    problems: list[str] = []
    opened = case
    try:
        with st.spinner("Reading…"):
            opened = case or session.create_case("New offer")
            for called, words, attachments in letters:
                found, problem = _record_one(session, turns, opened, called, words, attachments)
                names += found
                problems += [problem] if problem else []
        if case is None and names:
            session.rename_case(opened, _make_title(session, opened))
        elif case is None:
            session.delete_case(opened)
    except ParleyError as error:
        problems.append(explain(error))
    if not names:
        for problem in problems:
            st.error(escape_label(problem, 500))
        return
    if problems:
        state.set_notice(" ".join(problems))
    if case is None:
        state.open_case(opened)
    st.rerun()


def _record_one(
    session: CoachSession, turns: TurnRunner, case: str, called: str, words: str, attachments: Sequence[Attachment]
) -> tuple[list[str], str]:
    """Names of the offers found, or why there are none; a letter counts as a message."""
    try:
        turns.admit(state.Request(words, tuple(attachments)))
        result = session.offers.record(words, case, attachments)
    except ParleyError as error:
        problem = explain(error)
        return [], problem if called in problem else f"{called}: {problem}"
    found = list(result.data.get("names", ()))
    return found, "" if found else f"{called}: {NO_TERMS}"


def _make_title(session: CoachSession, case: str) -> str:
    companies = [item.offer.company for item in session.load_case(case).offers if item.offer.company]
    return f"Offer from {' and '.join(dict.fromkeys(companies))}" if companies else "New offer"
