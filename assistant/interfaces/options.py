"""Options: what the commands share, the session, files and texts that come in, JSON that goes out."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assistant.domain.evidence import Document
    from assistant.letters.text import LetterText
    from assistant.session import CoachSession

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Batch = Annotated[
    tuple[Path, Path] | None, typer.Option("--batch", metavar="IN OUT", help="JSON lines in, JSON lines out.")
]


def open_session() -> CoachSession:
    """The session, with a progress bar while the library is indexed for the first time.

    The collector sleeps while modules load: it would walk objects that never die, a third of the start.
    """
    gc.disable()
    try:
        from assistant.bootstrap import build_session

        with show_progress() as report:
            session = build_session(report)
    finally:
        gc.freeze()
        gc.enable()
    return session


@contextmanager
def show_progress() -> Iterator[Any]:
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


def load_documents() -> Callable[[str], Document]:
    """Finds a document of the built-in library by its id, without opening the search."""
    from assistant.bootstrap import load_builtin_documents

    documents = {document.id: document for document in load_builtin_documents()}
    return documents.__getitem__


def run_rows(files: tuple[Path, Path], answer: Any) -> None:
    """Answer a batch, one JSON object a line, and say on standard error how many lines failed."""
    from assistant.interfaces.batch import run_batch

    failed = run_batch(*files, answer)
    if failed:
        sys.stderr.write(f'parley: {failed} lines failed; see their "error" in {files[1]}\n')


def read_text(text: str | None) -> str:
    """The argument, or standard input when it is "-" or left out; nobody is made to guess that we wait."""
    if text is None and sys.stdin.isatty():
        return ""
    return sys.stdin.read() if text is None or text == "-" else text


def read_letter(file: str | None) -> LetterText:
    """The text of a letter file, or of standard input.

    Raises:
        InputError: it cannot be opened or holds no text.
    """
    from assistant.errors import InputError
    from assistant.letters.text import read_document

    if file is None or file == "-":
        return read_document(sys.stdin.buffer.read(), "standard input.txt")
    try:
        return read_document(Path(file).read_bytes(), Path(file).name)
    except OSError as error:
        raise InputError("file", f"{file} cannot be read ({error.strerror})") from error


def print_json(value: Any) -> None:
    """A value as one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=None) + "\n")
