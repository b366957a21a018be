"""Practice in the terminal: the talk, the notes after each turn, the scorecard, and another try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assistant.domain.money import render_money, render_unit
from assistant.errors import ParleyError
from assistant.interfaces.terminal import console, plain_text
from assistant.practice.mistake import GOOD, TITLES
from assistant.practice.practice import Note, Practice, Round
from assistant.practice.scorecard import Scorecard
from assistant.practice.temper import TEMPERS
from assistant.practice.term import name_item
from assistant.practice.uncounted import list_uncounted

if TYPE_CHECKING:
    from assistant.session import CoachSession

HELP = "An empty line is silence, /stop ends the talk, Ctrl-D leaves it for later."
AGAIN = "Again? s: the same recruiter, n: another one, Enter: no > "


def run_practice(session: CoachSession, case: str, practice: Practice) -> None:
    """A talk until it ends or the person leaves; it is kept with its case."""
    console.print(plain_text(f"Practice {practice.number}, {TEMPERS[practice.temper].title}. {HELP}", style="dim"))
    for sentence in list_uncounted(practice.offer):
        console.print(plain_text(sentence, style="yellow"))
    _print_start(practice)
    for taken in practice.rounds:
        _print_round(taken)
    while practice.ended is None:
        try:
            said = console.input("[bold]you> [/bold]")
        except (EOFError, KeyboardInterrupt):
            console.print(plain_text(f"\nKept: parley practice --case {case}", style="dim"))
            return
        try:
            rehearsal = session.rehearsal
            practice = rehearsal.stop(case) if said.strip() == "/stop" else rehearsal.say(case, said)
        except ParleyError as error:
            console.print(plain_text(str(error), style="yellow"))
            continue
        if practice.rounds and said.strip() != "/stop":
            _print_answer(practice.rounds[-1])
    print_scorecard(session.rehearsal.score(practice), practice)
    _ask_again(session, case, practice)


def _ask_again(session: CoachSession, case: str, practice: Practice) -> None:
    try:
        choice = console.input(AGAIN).strip().casefold()
    except (EOFError, KeyboardInterrupt):
        return
    if choice not in ("s", "n"):
        return
    seed = practice.seed if choice == "s" else None
    run_practice(session, case, session.rehearsal.start(case, practice.temper, seed=seed, plan=practice.plan))


def print_practice(session: CoachSession, practice: Practice) -> None:
    """The whole talk so far, and the scorecard if it has ended."""
    _print_start(practice)
    for taken in practice.rounds:
        _print_round(taken)
    if practice.ended is not None:
        print_scorecard(session.rehearsal.score(practice), practice)


def _print_start(practice: Practice) -> None:
    console.print(plain_text(f"recruiter> {practice.opening}"))


def _print_round(taken: Round) -> None:
    console.print(plain_text(f"you> {taken.said or '(silence)'}", style="bold"))
    _print_answer(taken)


def _print_answer(taken: Round) -> None:
    console.print(plain_text(f"recruiter> {taken.reply}"))
    for kind in taken.good:
        console.print(plain_text(f"  + {GOOD[kind]}", style="green"))
    for note in taken.notes:
        _print_note(note)


def _print_note(note: Note) -> None:
    quote = f" “{' '.join(note.quote.split())}”" if note.quote else ""
    console.print(plain_text(f"  - {TITLES[note.mistake]}: {note.title}.{quote}", style="yellow"))
    console.print(plain_text(f"    {note.why}"))
    console.print(plain_text(f"    {note.source_id} > {note.section}: “{note.source_quote}”", style="dim"))
    console.print(plain_text(f"    Better: {note.better}"))


def print_scorecard(score: Scorecard, practice: Practice) -> None:
    """What was won, lever by lever, against the band that was hidden; then the mistakes and one thing to do."""
    currency = practice.offer.currency_code
    table = Table("lever", "offered", "you reached", "their limit", title=f"Scorecard: {score.ended.replace('_', ' ')}")
    for item in score.levers:
        amounts = [render_money(amount, currency) for amount in (item.offered, item.reached, item.most)]
        table.add_row(name_item(item.lever), *amounts)
    console.print(table)
    for term in score.terms:
        outcome = term.outcome or "not asked"
        console.print(plain_text(f"{name_item(term.term)}: {term.openness}, {outcome}", style="dim"))
    for figure in score.figures:
        if "average year" in figure.label or figure.unit == "percent":
            console.print(plain_text(f"{figure.label}: {render_unit(figure.value, figure.unit)} ({figure.formula})"))
    for name, count in score.mistakes.items():
        console.print(plain_text(f"{TITLES[name]}: {count} x", style="yellow"))
    for note in score.preparation:
        _print_note(note)
    console.print(plain_text(f"One thing to do differently: {score.advice.text}", style="bold"))
    if score.advice.better:
        console.print(plain_text(f"  {score.advice.better}"))
    where = f"  {score.advice.source_id} > {score.advice.section}: “{score.advice.source_quote}”"
    console.print(plain_text(where, style="dim"))
