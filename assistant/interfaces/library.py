"""The commands `parley ingest` and `parley library`: documents in, listed, opened, removed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.interfaces.options import AsJson, open_session, print_json, show_progress

if TYPE_CHECKING:
    from assistant.library import AddedDocument

library_app = typer.Typer(help="Look after the library.", rich_markup_mode=None, no_args_is_help=True)
SourceId = Annotated[str, typer.Argument(help='The document\'s id, as "parley library list" names it.')]


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders: Markdown, text, HTML, PDF, DOCX.")],
    as_json: AsJson = False,
) -> None:
    """Add documents of your own to the library; those added before are replaced."""
    session = open_session()
    with show_progress() as report:
        added = session.library.add_files(paths, report)
    if as_json:
        print_json({"documents": [item.model_dump(mode="json") for item in added]})
    else:
        from assistant.interfaces.terminal import print_lines

        print_lines([line for item in added for line in _describe(item)])
    raise typer.Exit(2 if added and all(item.error for item in added) else 0)


def _describe(item: AddedDocument) -> list[str]:
    if item.error:
        return [f"Not added: {item.error}"]
    word = "replaced" if item.replaced else "added"
    dated = f", dated {item.dated}" if item.dated else ", without a date"
    lines = [f'{item.name}: {word} as {item.source_id}, "{item.title}"{dated}, {item.passages} passages']
    if item.left_out:
        lines.append(f"  left out as adverts or navigation: {'; '.join(item.left_out)}")
    return [*lines, *(f"  {note}" for note in item.notes)]


@library_app.command("list")
def list_documents(
    own: Annotated[bool, typer.Option("--own", help="Only your own documents.")] = False,
    as_json: AsJson = False,
) -> None:
    """Every document: id, title, whose facts it holds, its date and how far it is trusted."""
    entries = [entry.model_dump(mode="json") for entry in open_session().library.list_documents(own)]
    if as_json:
        print_json({"documents": entries})
    else:
        from assistant.interfaces.terminal import print_rows

        print_rows(entries, "Nothing is here yet: add a document with parley ingest.")


@library_app.command()
def show(source_id: SourceId, as_json: AsJson = False) -> None:
    """Open one document, whole."""
    document = open_session().library.open_document(source_id)
    if as_json:
        print_json(document.model_dump(mode="json"))
    else:
        from assistant.interfaces.terminal import print_document

        print_document(document)


@library_app.command()
def remove(source_id: SourceId, as_json: AsJson = False) -> None:
    """Take one of your own documents out."""
    session = open_session()
    session.library.remove_document(source_id)
    if as_json:
        print_json({"removed": source_id})
    else:
        typer.echo(f"{source_id} was removed.")


@library_app.command()
def rebuild(as_json: AsJson = False) -> None:
    """Build the search index anew from the documents."""
    session = open_session()
    with show_progress() as report:
        passages = session.library.rebuild(report)
    if as_json:
        print_json({"passages": passages, "state": "rebuilt"})
    else:
        typer.echo(f"The index was built anew: {passages} passages.")


@library_app.command()
def audit(
    source: Annotated[str | None, typer.Option(help="Only this source, by its id.")] = None,
    as_json: AsJson = False,
) -> None:
    """Recompute the worked numbers of the library's sources, and say which hold."""
    from datetime import date

    from assistant.interfaces.calculation import calculate

    result, status = calculate("guidance_audit", json.dumps({"source": source} if source else {}), date.today())
    if as_json:
        print_json(result)
    else:
        from assistant.interfaces.terminal import print_audit, print_calculation

        (print_calculation if "error" in result else print_audit)(result)
    raise typer.Exit(status)
