"""The command `parley review`: the flaws of a message the person wrote, and a rewrite."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.interfaces.options import AsJson, Batch, load_documents, print_json, read_letter, run_rows

if TYPE_CHECKING:
    from assistant.checks.draft_lines import ReadLines
    from assistant.domain.evidence import Document


def review(
    file: Annotated[str | None, typer.Argument(help='A file with the message; "-" reads standard input.')] = None,
    context: Annotated[str, typer.Option(help="Facts of the case: the offer, other offers, what was accepted.")] = "",
    batch: Batch = None,
    as_json: AsJson = False,
) -> None:
    """Look over a message before you send it: what hurts, why, and one rewrite."""
    from assistant.bootstrap import build_line_reader

    read_lines = build_line_reader()
    find_document = load_documents()
    if batch is not None:
        from assistant.interfaces.batch import text_of

        run_rows(batch, lambda row: _review(text_of(row), str(row.get("context") or ""), find_document, read_lines))
        return
    result = _review(read_letter(file).text, context, find_document, read_lines)
    if as_json:
        print_json(result)
    else:
        from assistant.interfaces.terminal import print_lines

        print_lines(_tell(result))


def _review(text: str, context: str, find_document: Callable[[str], Document], read_lines: ReadLines) -> dict[str, Any]:
    from assistant.review import review_message

    return review_message(text, context, find_document, read_lines).model_dump(mode="json")


def _tell(result: dict[str, Any]) -> list[str]:
    if result["good"]:
        return ["Nothing to mend: this can be sent as it is."]
    lines: list[str] = []
    for flaw in result["flaws"]:
        lines += [
            f"{flaw['label'].replace('_', ' ')}: “{flaw['quote']}”",
            f"  {flaw['why']}",
            f"  {flaw['source_id']} > {flaw['section']}: “{flaw['source_quote']}”",
        ]
    return [*lines, "", "One way to put it:", "", result["rewrite"]]
