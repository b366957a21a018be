"""The commands `parley data`: everything a person put in, as one file or removed for good."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.interfaces.options import AsJson, open_session, print_json, show_progress

data_app = typer.Typer(help="Take all your data out, or remove it.", rich_markup_mode=None, no_args_is_help=True)


@data_app.command("export")
def export_data(
    file: Annotated[Path, typer.Argument(help="A new .zip file.")],
    as_json: AsJson = False,
) -> None:
    """Write every case and your own documents to one ZIP file."""
    from assistant.errors import InputError
    from assistant.interfaces.files import write_new

    if file.suffix.lower() != ".zip":
        raise InputError("file", f"{file} must end in .zip")
    content = open_session().personal_data.export()
    write_new("file", file, content)
    if as_json:
        print_json({"file": str(file), "bytes": len(content)})
    else:
        typer.echo(f"Written to {file}.")


@data_app.command("delete")
def delete_data(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove every case and every document of yours for good."""
    from assistant.errors import InputError

    if not yes:
        if not sys.stdin.isatty():
            raise InputError("yes", "is missing: this would delete every case and document of yours")
        if not typer.confirm("Delete every case and every document of yours for good?"):
            raise typer.Exit(1)
    session = open_session()
    with show_progress() as report:
        removed = session.personal_data.delete(report)
    if as_json:
        print_json({"removed": removed.model_dump(mode="json")})
    else:
        typer.echo(
            f"Removed: {removed.cases} cases with {removed.turns} turns and {removed.offers} offers, "
            f"{removed.documents} documents."
        )
