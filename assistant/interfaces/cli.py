"""The command `parley`; heavy imports stay inside the commands, so that --help answers at once."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from assistant.letters.text import LetterText
    from assistant.session import CoachSession

app = typer.Typer(
    name="parley",
    help="An honest, exact, cited coach for people who hold a job offer.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)
offer_app = typer.Typer(help="Read offers.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(offer_app, name="offer")
library_app = typer.Typer(help="Look after the library.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(library_app, name="library")

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Batch = Annotated[
    tuple[Path, Path] | None, typer.Option("--batch", metavar="IN OUT", help="JSON lines in, JSON lines out.")
]


@app.callback()
def start(context: typer.Context) -> None:
    """Without a command: open the web page."""
    if context.invoked_subcommand is None:
        ui()


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="Port of the page on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the web page."""
    from assistant.interfaces.page import run_page

    raise typer.Exit(run_page(port, browser))


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(help='The message; "-" reads it from standard input.')] = None,
    case: Annotated[str | None, typer.Option(help="A stored conversation; it is made if it is new.")] = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Ask one question."""
    if batch is not None and case is not None:
        from assistant.errors import InputError

        raise InputError("case", "cannot be joined with --batch: each line of a batch is a conversation of its own")
    session = _open_session()
    if batch is not None:
        _run_batch(batch, lambda row: _ask_row(session, row))
        return
    answer = session.ask(_read_text(text), case)
    if as_json:
        from assistant.interfaces.rendering import render_answer

        _print_json(render_answer(answer))
    else:
        from assistant.interfaces.terminal import print_answer

        print_answer(answer)


@app.command()
def chat(case: Annotated[str | None, typer.Option(help="A stored conversation.")] = None) -> None:
    """Talk in the terminal."""
    from assistant.interfaces.terminal import run_chat

    run_chat(_open_session(), case)


@offer_app.command("parse")
def parse(
    file: Annotated[str | None, typer.Argument(help='A letter file; "-" reads text from standard input.')] = None,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Read the terms of an offer out of a letter, mail or message."""
    from assistant.interfaces.rendering import render_draft
    from assistant.letters.parse import parse_offer

    if batch is not None:
        from assistant.interfaces.batch import text_of

        _run_batch(batch, lambda row: render_draft(parse_offer(text_of(row))))
        return
    letter = _read_letter(file)
    draft = parse_offer(letter.text)
    draft = draft.model_copy(update={"warnings": (*draft.warnings, *letter.warnings)})
    if as_json:
        _print_json(render_draft(draft))
    else:
        from assistant.interfaces.terminal import print_draft

        print_draft(draft)


@offer_app.command("diff")
def diff(
    promised: Annotated[str, typer.Argument(help="What was said before: a mail, call notes, an earlier letter.")],
    letter: Annotated[str, typer.Argument(help="The letter to hold against it.")],
    as_json: AsJson = False,
) -> None:
    """Hold a letter against what was promised: missing, changed, now conditional."""
    from assistant.interfaces.rendering import render_changes
    from assistant.letters.promises import compare_letters

    changes = compare_letters(_read_letter(promised).text, _read_letter(letter).text)
    if as_json:
        _print_json(render_changes(changes))
    else:
        from assistant.interfaces.terminal import print_changes

        print_changes(render_changes(changes))


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 8,
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Search the library."""
    from assistant.interfaces.batch import text_of
    from assistant.interfaces.rendering import render_hits

    session = _open_session()
    if batch is not None:
        _run_batch(batch, lambda row: render_hits(session.search(text_of(row), k).hits))
        return
    hits = session.search(_read_text(query), k).hits
    if as_json:
        _print_json(render_hits(hits))
    else:
        from assistant.interfaces.terminal import print_hits

        print_hits(hits)


@app.command()
def calc(
    tool: Annotated[str | None, typer.Argument(help="Name of the tool.")] = None,
    args: Annotated[str | None, typer.Option(help="Arguments as a JSON object; else standard input.")] = None,
    list_tools: Annotated[bool, typer.Option("--list", help="Name every tool.")] = False,
    case: Annotated[str | None, typer.Option(help="A stored conversation whose offers may be named.")] = None,
    pay_table: Annotated[Path | None, typer.Option("--csv", help="A pay table for market_position.")] = None,
    table: Annotated[Path | None, typer.Option("--table", help="A new CSV file for the rows of the answer.")] = None,
    calendar: Annotated[Path | None, typer.Option("--ics", help="A new calendar file for the dated steps.")] = None,
    as_json: AsJson = False,
) -> None:
    """Run one of the calculators, exactly as the chat model calls it."""
    from datetime import date

    from assistant.calculators import list_calculators
    from assistant.interfaces.calculation import calculate

    if list_tools or tool is None:
        tools = list_calculators()
        if as_json:
            _print_json({"tools": tools})
        else:
            from assistant.interfaces.terminal import print_tools

            print_tools(tools)
        return
    arguments = sys.stdin.read() if args is None else args
    result, status = calculate(tool, arguments, date.today(), case, pay_table=pay_table, table=table, calendar=calendar)
    _show_calculation(result, as_json)
    raise typer.Exit(status)


@library_app.command()
def audit(
    source: Annotated[str | None, typer.Option(help="Only this source, by its id.")] = None,
    as_json: AsJson = False,
) -> None:
    """Recompute the worked numbers of the library's sources, and say which hold."""
    from datetime import date

    from assistant.interfaces.calculation import calculate

    arguments = json.dumps({"source": source} if source else {})
    result, status = calculate("guidance_audit", arguments, date.today())
    if as_json or "error" in result:
        _show_calculation(result, as_json)
    else:
        from assistant.interfaces.terminal import print_audit

        print_audit(result)
    raise typer.Exit(status)


def _show_calculation(result: dict[str, Any], as_json: bool) -> None:
    if as_json:
        _print_json(result)
    else:
        from assistant.interfaces.terminal import print_calculation

        print_calculation(result)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what works here, what is missing, and what would leave this machine."""
    status = _open_session().describe()
    if as_json:
        _print_json(status.model_dump(mode="json"))
    else:
        from assistant.interfaces.terminal import print_status

        print_status(status)


@app.command("eval", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def evaluate(context: typer.Context) -> None:
    """Measure Parley on its own question sets; see `parley eval --help`."""
    from assistant.interfaces.evals import run_evals

    raise typer.Exit(run_evals(context.args))


def main() -> None:
    """Run the command line; a problem the person can mend is one sentence and exit status 2."""
    from assistant.errors import ParleyError

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except ParleyError as error:
        _fail(str(error))
    except BrokenPipeError:
        sys.exit(1)


def _fail(message: str) -> NoReturn:
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps({"error": message}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"parley: {message}\n")
    sys.exit(2)


def _open_session() -> CoachSession:
    """The session, with a progress bar while the library is indexed for the first time.

    The collector sleeps while modules load: it would walk objects that never die, a third of the start.
    """
    gc.disable()
    try:
        from assistant.bootstrap import build_session

        with _progress() as report:
            session = build_session(report)
    finally:
        gc.freeze()
        gc.enable()
    return session


@contextmanager
def _progress() -> Iterator[Any]:
    """A progress bar on standard error that appears with the first report only."""
    bar: list[Any] = []

    def report(done: int, total: int, what: str) -> None:
        if not sys.stderr.isatty():
            return
        if not bar:
            from rich.console import Console
            from rich.progress import Progress

            bar.append(Progress(console=Console(stderr=True), transient=True))
            bar[0].start()
            bar[0].add_task(what, total=total)
        bar[0].update(bar[0].task_ids[0], completed=done, total=total, description=what)

    try:
        yield report
    finally:
        if bar:
            bar[0].stop()


def _ask_row(session: CoachSession, row: dict[str, Any]) -> dict[str, Any]:
    from assistant.errors import InputError
    from assistant.interfaces.batch import text_of
    from assistant.interfaces.rendering import render_answer

    turns = row.get("turns") if row.get("turns") is not None else [text_of(row)]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise InputError("turns", "must be a list of at least one text")
    with session.scratch_case() as case:
        if row.get("context"):
            session.record(text_of(row, "context"), case)
        for turn in turns:
            answer = session.ask(turn, case)
    return render_answer(answer)


def _run_batch(files: tuple[Path, Path], answer: Any) -> None:
    from assistant.interfaces.batch import run_batch

    failed = run_batch(*files, answer)
    if failed:
        sys.stderr.write(f'parley: {failed} lines failed; see their "error" in {files[1]}\n')


def _read_text(text: str | None) -> str:
    """The argument, or standard input when it is "-" or left out; nobody is made to guess that we wait."""
    if text is None and sys.stdin.isatty():
        return ""
    return sys.stdin.read() if text is None or text == "-" else text


def _read_letter(file: str | None) -> LetterText:
    from assistant.errors import InputError
    from assistant.letters.text import read_document

    if file is None or file == "-":
        return read_document(sys.stdin.buffer.read(), "standard input.txt")
    try:
        return read_document(Path(file).read_bytes(), Path(file).name)
    except OSError as error:
        raise InputError("file", f"{file} cannot be read ({error.strerror})") from error


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=None) + "\n")


if __name__ == "__main__":
    main()
