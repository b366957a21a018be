"""The command `parley`; heavy imports stay inside the commands, so that --help answers at once."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from assistant.interfaces.cases import case_app
from assistant.interfaces.counter import counter
from assistant.interfaces.library import ingest, library_app
from assistant.interfaces.offers import offer_app
from assistant.interfaces.options import AsJson, Batch, open_session, print_json, read_text, run_rows
from assistant.interfaces.personal_data import data_app
from assistant.interfaces.practice import practice
from assistant.interfaces.review import review

if TYPE_CHECKING:
    from assistant.session import CoachSession

app = typer.Typer(
    name="parley",
    help="An honest, exact, cited coach for people who hold a job offer.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)
app.add_typer(offer_app, name="offer")
app.add_typer(library_app, name="library")
app.add_typer(case_app, name="case")
app.add_typer(data_app, name="data")
app.command()(ingest)
app.command()(review)
app.command()(practice)
app.command()(counter)


@app.callback()
def start(context: typer.Context) -> None:
    """Without a command: open the web page."""
    if context.invoked_subcommand is None:
        ui()


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="Port of the page on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    auth: Annotated[
        Path | None, typer.Option(help="Serve several people: a TOML file with [auth] for signing in.")
    ] = None,
    address: Annotated[str, typer.Option(help="Where to listen when serving several people.")] = "127.0.0.1",
) -> None:
    """Open the web page."""
    from assistant.errors import InputError
    from assistant.interfaces.hosting import read_hosting
    from assistant.interfaces.page import ADDRESS, run_page

    if auth is None and address != ADDRESS:
        raise InputError("address", "others can be served only with signing in: give --auth as well")
    raise typer.Exit(run_page(port, browser, read_hosting(auth, address) if auth else None))


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
    session = open_session()
    if batch is not None:
        run_rows(batch, lambda row: _ask_row(session, row))
        return
    answer = session.ask(read_text(text), case)
    if as_json:
        from assistant.interfaces.rendering import render_answer

        print_json(render_answer(answer))
    else:
        from assistant.interfaces.terminal import print_answer

        print_answer(answer, session.find_sources)


@app.command()
def chat(
    case: Annotated[str | None, typer.Option(help="A stored conversation; it is made if it is new.")] = None,
    as_json: AsJson = False,
) -> None:
    """Talk in the terminal; with --json, a message a line in and an answer a line out."""
    from assistant.interfaces.chat import run_chat, run_json_chat

    (run_json_chat if as_json else run_chat)(open_session(), case)


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

    session = open_session()
    if batch is not None:
        run_rows(batch, lambda row: render_hits(session.search(text_of(row), k).hits))
        return
    hits = session.search(read_text(query), k).hits
    if as_json:
        print_json(render_hits(hits))
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
            print_json({"tools": tools})
        else:
            from assistant.interfaces.terminal import print_tools

            print_tools(tools)
        return
    arguments = sys.stdin.read() if args is None else args
    result, status = calculate(tool, arguments, date.today(), case, pay_table=pay_table, table=table, calendar=calendar)
    _show_calculation(result, as_json)
    raise typer.Exit(status)


def _show_calculation(result: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(result)
    else:
        from assistant.interfaces.terminal import print_calculation

        print_calculation(result)


@app.command()
def mcp(
    list_tools: Annotated[bool, typer.Option("--list", help="Name the tools that are offered, and end.")] = False,
    as_json: AsJson = False,
) -> None:
    """Offer the calculators and the search to other programs (MCP over standard input)."""
    from assistant.environment import silence_telemetry
    from assistant.interfaces.mcp_server import Toolbox, run_server

    silence_telemetry()
    toolbox = Toolbox(open_session)
    if not list_tools:
        run_server(toolbox)
    elif as_json:
        print_json({"tools": list(toolbox.tools.values())})
    else:
        from assistant.interfaces.terminal import print_tools

        print_tools(list(toolbox.tools.values()))


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what works here, what is missing, and what would leave this machine."""
    status = open_session().describe()
    if as_json:
        print_json(status.model_dump(mode="json"))
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


if __name__ == "__main__":
    main()
