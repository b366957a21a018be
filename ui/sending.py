"""Sending a message: a conversation to put it in, and a turn that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from assistant.cases.case import Turn
from assistant.errors import CaseBusy, InputError, ParleyError, TurnStopped
from ui import state
from ui.format import format_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.domain.answer import Answer
    from assistant.session import CoachSession
    from ui.turns import RunningTurn, TurnRunner

_LONGEST_TITLE = 60
_SUBJECTS = {
    "text": "your message",
    "message": "your message",
    "file": "the file",
    "target": "your target",
    "walk_away": "your walk-away",
}
UNEXPECTED = "Something went wrong while answering. Your message is kept: send it again, or write it differently."


def _key(case: str | None) -> str:
    """What running turns are filed under: the case, or this tab's conversation that is not stored."""
    return case if case is not None else str(st.session_state.setdefault(state.CONVERSATION, f"unsaved {uuid4()}"))


def start_turn(session: CoachSession, runner: TurnRunner, case: str | None, request: state.Request) -> None:
    """Start answering a message; a first message opens a case for it.

    A message that cannot be sent is kept as this conversation's failure.
    """
    try:
        runner.admit(request)
        if case is None and request.kept:
            case = session.create_case(make_title(request))
            state.open_case(case)
        state.clear_failure()
        runner.start(_key(case), request, _prepare(session, case, request))
    except ParleyError as error:
        unsaved_possible = case is None and request.kept
        state.set_failure(state.Failure(case, request, explain(error), unsaved_possible))


def make_title(request: state.Request) -> str:
    """The first words of a message, or the name of its file."""
    words = " ".join(request.text[:400].split()) or (request.attachments[0].name if request.attachments else "")
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"


def settle_turn(
    session: CoachSession, runner: TurnRunner, case: str | None, patience: float = 0.0
) -> RunningTurn | None:
    """The running turn of a conversation, or None where there is none or it ended within `patience` seconds.

    What an ended turn leaves behind is taken note of: its failure, or an answer that is stored nowhere else.
    """
    key = case if case is not None else st.session_state.get(state.CONVERSATION)
    turn = runner.find(key) if key else None
    if turn is not None and key is not None and turn.is_stopped:
        runner.forget(key, turn)
        return None
    if key is None or turn is None or not turn.done.wait(patience):
        return turn
    runner.forget(key, turn)
    if isinstance(turn.failure, TurnStopped):
        return None
    if turn.failure is not None:
        if case is not None and _drop_empty(session, case):
            case = None
        state.set_failure(state.Failure(case, turn.request, explain(turn.failure)))
    elif case is not None:
        _name_by_offer(session, case, turn.request)
    else:
        number = len(state.unsaved_turns()) + 1
        state.add_unsaved_turn(Turn(number=number, asked=turn.request.text, asked_at="", answer=turn.answer))
    return None


def _name_by_offer(session: CoachSession, case: str, request: state.Request) -> None:
    """Call a conversation by the offer its first message put on file, unless the person named it otherwise."""
    try:
        kept = session.load_case(case)
        mine = kept.find_offer()
        if mine is not None and mine.offer.company and kept.title == make_title(request):
            session.rename_case(
                case, " · ".join(filter(None, (mine.offer.company, mine.offer.level or mine.offer.title)))
            )
    except ParleyError:
        return


def _drop_empty(session: CoachSession, case: str) -> bool:
    """Take a conversation away again whose first message could not even be kept."""
    try:
        if session.list_turns(case):
            return False
        session.delete_case(case)
    except ParleyError:
        return False
    state.open_case(None)
    return True


def _prepare(
    session: CoachSession, case: str | None, request: state.Request
) -> Callable[[Callable[[str], None]], Answer]:
    def work(on_status: Callable[[str], None]) -> Answer:
        return session.ask(
            request.text, case, attachments=request.attachments, on_status=on_status, replacing=request.replacing
        )

    return work


def explain(error: Exception) -> str:
    """The sentence a person reads, with a way on."""
    if not isinstance(error, ParleyError):
        return UNEXPECTED
    words = str(error).strip()
    if isinstance(error, InputError):
        subject = _SUBJECTS.get(error.field, format_name(error.field))
        words = f"{subject[:1].upper()}{subject[1:]} {error.message}"
    return _end(f"{_end(words)} Nothing is lost: send it again in a moment." if isinstance(error, CaseBusy) else words)


def _end(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
