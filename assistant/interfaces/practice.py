"""The command `parley practice`: talk with a recruiter whose band is hidden, turn by turn or from a file."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.interfaces.options import AsJson, Batch, open_session, print_json, run_rows

if TYPE_CHECKING:
    from assistant.practice.practice import Practice
    from assistant.session import CoachSession


def practice(
    *,
    case: Annotated[str | None, typer.Option(help="The conversation that holds the confirmed offer.")] = None,
    temper: Annotated[str | None, typer.Option(help="friendly, by_the_book, hurried or hardball; starts anew.")] = None,
    seed: Annotated[int | None, typer.Option(help="The same number is the same recruiter; starts anew.")] = None,
    target: Annotated[str | None, typer.Option(help="Pay of the average year you aim for, such as 285k.")] = None,
    walk_away: Annotated[str | None, typer.Option(help="Pay of the average year below which you say no.")] = None,
    turns: Annotated[
        str | None, typer.Option(help='A file with one turn a line, "..." for silence; "-" reads standard input.')
    ] = None,
    stop: Annotated[
        bool, typer.Option("--stop", help="End the talk after these turns and show the scorecard.")
    ] = False,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Practise the talk against a recruiter with a hidden band; it goes on where you left it."""
    from assistant.errors import InputError
    from assistant.rehearsal import Plan

    session = open_session()
    if batch is not None:
        run_rows(batch, lambda row: _practise_row(session, row))
        return
    if not case:
        raise InputError("case", "is missing: name the conversation that holds your confirmed offer")
    plan = Plan(target=_read_amount(target, "target"), walk_away=_read_amount(walk_away, "walk_away"))
    wants_new = temper is not None or seed is not None or plan != Plan()
    running = session.rehearsal.find(case)
    if wants_new or running is None or (running.ended is not None and not (as_json and turns is None)):
        running = session.rehearsal.start(case, temper or "friendly", seed=seed, plan=plan)
    if turns is None and not as_json and not stop:
        from assistant.interfaces.practice_terminal import run_practice

        run_practice(session, case, running)
        return
    for said in _read_turns(turns):
        if running.ended is None:
            running = session.rehearsal.say(case, said)
    if stop and running.ended is None:
        running = session.rehearsal.stop(case)
    _show(session, case, running, as_json=as_json)


def _show(session: CoachSession, case: str, practice: Practice, *, as_json: bool) -> None:
    if as_json:
        from assistant.interfaces.practice_rendering import render_practice

        print_json({"case": case, **render_practice(session, practice)})
    else:
        from assistant.interfaces.practice_terminal import print_practice

        print_practice(session, practice)


def _read_turns(source: str | None) -> list[str]:
    """The turns of a file; empty lines are skipped."""
    from assistant.errors import InputError

    if source is None:
        return []
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("turns", f"{source} cannot be read as text in UTF-8 ({error})") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read_amount(text: str | None, field: str) -> Decimal | None:
    from assistant.domain.amounts import read_amounts
    from assistant.errors import InputError

    if text is None:
        return None
    found = [item for item in read_amounts(text) if item.kind != "percent"]
    if len(found) != 1 or found[0].value <= 0:
        raise InputError(field, f'"{text}" is no amount; write it like 285k or 285000')
    return found[0].value


def _practise_row(session: CoachSession, row: dict[str, Any]) -> dict[str, Any]:
    """A line of a batch: the offer in words, the recruiter, and the turns; nothing of it is stored."""
    from assistant.errors import InputError
    from assistant.interfaces.batch import text_of
    from assistant.interfaces.practice_rendering import render_practice
    from assistant.rehearsal import Plan

    said = row.get("turns", [])
    if not isinstance(said, list) or not all(isinstance(text, str) for text in said):
        raise InputError("turns", "must be a list of texts; an empty text is silence")
    names = ("target", "walk_away")
    plan = Plan(**{name: _read_amount(None if row.get(name) is None else str(row[name]), name) for name in names})
    seed = row.get("seed")
    if seed is not None and (not isinstance(seed, int) or isinstance(seed, bool)):
        raise InputError("seed", "must be a whole number")
    with session.scratch_case() as case:
        session.record(text_of(row, "context"), case)
        session.confirm_offer(case)
        running = session.rehearsal.start(case, str(row.get("temper") or "friendly"), seed=seed, plan=plan)
        for text in said:
            if running.ended is None:
                running = session.rehearsal.say(case, text)
        if row.get("stop") and running.ended is None:
            running = session.rehearsal.stop(case)
        return render_practice(session, running)
