"""The commands `parley offer`: read offers, confirm what was read, hold a letter against what was promised."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.interfaces.options import AsJson, Batch, open_session, print_json, read_letter, run_rows

offer_app = typer.Typer(help="Read offers.", rich_markup_mode=None, no_args_is_help=True)


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

        run_rows(batch, lambda row: render_draft(parse_offer(text_of(row))))
        return
    letter = read_letter(file)
    draft = parse_offer(letter.text)
    draft = draft.model_copy(update={"warnings": (*draft.warnings, *letter.warnings)})
    if as_json:
        print_json(render_draft(draft))
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

    changes = compare_letters(read_letter(promised).text, read_letter(letter).text)
    if as_json:
        print_json(render_changes(changes))
    else:
        from assistant.interfaces.terminal import print_changes

        print_changes(render_changes(changes))


@offer_app.command("confirm")
def confirm(
    case: Annotated[str, typer.Option(help="The conversation that holds the offer.")],
    offer: Annotated[str | None, typer.Option(help="Name of the offer; left out, the one being negotiated.")] = None,
    corrections: Annotated[
        list[str] | None, typer.Option("--set", help="A corrected term, such as base_annual=185k; empty removes it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Confirm, or correct by hand, the terms that were read from an offer."""
    from assistant.interfaces.rendering import render_recorded

    edits = dict(_split_term(text) for text in corrections or ())
    recorded = render_recorded(open_session().confirm_offer(case, offer, edits))
    if as_json:
        print_json(recorded)
    else:
        from assistant.interfaces.terminal import print_terms

        print_terms(recorded)


def _split_term(text: str) -> tuple[str, str]:
    from assistant.errors import InputError

    field, equals, value = text.partition("=")
    if not equals:
        raise InputError("set", f'"{text}" has no "="; write it like base_annual=185k')
    return field.strip(), value
