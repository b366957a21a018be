"""The commands `parley case`: kept conversations listed, shown, renamed, exported, imported, deleted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.interfaces.options import AsJson, print_json

if TYPE_CHECKING:
    from assistant.casebook import CaseBook, ExportFormat

case_app = typer.Typer(help="Look after the kept conversations.", rich_markup_mode=None, no_args_is_help=True)
Named = Annotated[str, typer.Argument(help='The case\'s name or title, as "parley case list" shows them.')]


@case_app.command("list")
def list_cases(as_json: AsJson = False) -> None:
    """Every case: name, title, when it changed, its offers and the deadline."""
    entries = [entry.model_dump(mode="json") for entry in _open().list_entries()]
    if as_json:
        print_json({"cases": entries})
    else:
        from assistant.interfaces.terminal import print_rows

        shown = [{**entry, "changed": entry["changed"][:10], "offers": ", ".join(entry["offers"])} for entry in entries]
        print_rows(shown, "No conversation is kept yet: start one with parley chat.")


@case_app.command()
def show(case: Named, as_json: AsJson = False) -> None:
    """The offers of a case with the words they were read from, where it stands, and its conversation."""
    from assistant.interfaces.rendering import render_case

    book = _open()
    file = book.open_case(case)
    rendered = render_case(file, book.read_standing(file.case, file.turns))
    if as_json:
        print_json(rendered)
    else:
        from assistant.interfaces.terminal import print_case

        print_case(rendered)


@case_app.command()
def export(
    case: Annotated[str | None, typer.Argument(help="The case's name or title.")] = None,
    file: Annotated[
        Path | None, typer.Argument(help="A new file: .json (to import again), .md, .docx, or .ics (the deadlines).")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every case, into one .json file.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a case to a file; without a file, its JSON goes to standard output."""
    from assistant.errors import InputError

    book = _open()
    if everything:
        target, content = (Path(case) if case else None), book.render_all()
        if target is not None and target.suffix.lower() != ".json":
            raise InputError("file", "must end in .json: all cases go into one JSON file")
    elif case is None:
        raise InputError("case", 'is missing; name one, or take "--all"')
    else:
        target, content = file, book.render_export(case, "json" if file is None else read_format(file))
    if target is None:
        sys.stdout.write(content.decode())
        return
    from assistant.interfaces.files import write_new

    write_new("file", target, content)
    _say(f"Written to {target}.", {"file": str(target), "bytes": len(content)}, as_json)


@case_app.command("import")
def import_cases(
    file: Annotated[Path, typer.Argument(help="A JSON file that parley case export made.")], as_json: AsJson = False
) -> None:
    """Read exported cases in; a case that is here already stays as it is."""
    from assistant.interfaces.files import read_bytes

    imported = _open().import_archive(read_bytes("file", file))
    lines = [
        f"{item.name}: {item.turns} turns" + (f" (was {item.was_called})" if item.was_called != item.name else "")
        for item in imported
    ]
    told = {"imported": [item.model_dump(mode="json") for item in imported]}
    _say("\n".join(lines) or "The file holds no case.", told, as_json)


@case_app.command()
def rename(case: Named, title: Annotated[str, typer.Argument(help="Its new title.")], as_json: AsJson = False) -> None:
    """Give a case another title; its name stays."""
    name = _open().rename(case, title)
    _say(f"{name} is now called {title}.", {"name": name, "title": title}, as_json)


@case_app.command()
def delete(
    cases: Annotated[list[str] | None, typer.Argument(help="Names or titles of the cases.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every case.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove cases for good: offers, conversation, and every copy of them in the case file."""
    from assistant.errors import InputError

    if everything == bool(cases):
        raise InputError("case", 'must be named, or all taken with "--all"; not both')
    book = _open()
    if everything and not yes:
        _confirm_all(len(book.list_entries()))
    removed = book.delete_all() if everything else book.delete(cases or ())
    lines = [f"{item.name} is gone: {_count(item.turns, 'turn')}, {_count(item.offers, 'offer')}." for item in removed]
    told = {"removed": [item.model_dump(mode="json") for item in removed]}
    _say("\n".join([*lines, f"Removed {_count(len(removed), 'case')}; no copy is left in the file."]), told, as_json)


def _open() -> CaseBook:
    from assistant.bootstrap import open_casebook

    return open_casebook()


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _confirm_all(count: int) -> None:
    from assistant.errors import InputError

    if not _is_terminal():
        raise InputError("all", f'would delete {_count(count, "case")}; say "--yes" as well')
    if not typer.confirm(f"Delete {_count(count, 'case')} for good?"):
        raise typer.Exit(1)


def read_format(file: Path) -> ExportFormat:
    """The kind of export a file's name asks for.

    Raises:
        InputError: it asks for none that there is.
    """
    from assistant.errors import InputError

    forms: dict[str, ExportFormat] = {".json": "json", ".md": "md", ".docx": "docx", ".ics": "ics"}
    form = forms.get(file.suffix.lower())
    if form is None:
        raise InputError("file", f"{file} must end in one of {', '.join(forms)}")
    return form


def _say(words: str, told: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        from assistant.interfaces.terminal import print_lines

        print_lines(words.splitlines())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
