"""The command `parley counter`: the plan for an offer, what a trade is worth, and the message with its replies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.interfaces.options import AsJson, open_session, print_json

if TYPE_CHECKING:
    from assistant.counter import CounterChoice
    from assistant.session import CoachSession


def counter(
    *,
    case: Annotated[str | None, typer.Option(help="The conversation that holds the offer.")] = None,
    offer: Annotated[str | None, typer.Option(help="Name of the offer; else the one being negotiated.")] = None,
    measure: Annotated[
        str | None, typer.Option(help="The plan is about base_salary, recurring_total, year_1_total or average_total.")
    ] = None,
    target: Annotated[str | None, typer.Option(help='Accept from here on, such as 195k; "" takes it out.')] = None,
    walk_away: Annotated[str | None, typer.Option(help='Below it, say no, such as 185k; "" takes it out.')] = None,
    ask: Annotated[
        list[str] | None, typer.Option(help="Your own ask on a part, such as base_salary=205k; may be repeated.")
    ] = None,
    stay_years: Annotated[str | None, typer.Option(help="How long you mean to stay.")] = None,
    exchanged: Annotated[str | None, typer.Option(help="More base a year to weigh against other parts.")] = None,
    channel: Annotated[str | None, typer.Option(help="email, call or chat.")] = None,
    tone: Annotated[str | None, typer.Option(help="warm, neutral or firm.")] = None,
    length: Annotated[str | None, typer.Option(help="full or short.")] = None,
    recruiter: Annotated[str | None, typer.Option(help="First name of whom it goes to.")] = None,
    sender: Annotated[str | None, typer.Option(help="Your name below it.")] = None,
    reasons: Annotated[str | None, typer.Option(help="Why you are worth it, in your own words.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the message anew, also if one is kept.")] = False,
    packet: Annotated[bool, typer.Option("--packet", help="Write the approver packet, too.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last change of the message back.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="A new file for the message (.docx, .md) or the deadline (.ics).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Plan and write the counter of an offer; what you choose is kept with the conversation."""
    from assistant.errors import InputError

    if not case:
        raise InputError("case", "is missing: name the conversation that holds your offer")
    session = open_session()
    given = {"measure": measure, "target": target, "walk_away": walk_away, "stay_years": stay_years}
    given |= {"exchanged": exchanged, "channel": channel, "tone": tone, "length": length}
    given |= {"recruiter": recruiter, "sender": sender, "reasons": reasons}
    changes = {name: text for name, text in given.items() if text is not None} | _read_asks(ask or [])
    name = session.casebook.find_name(case)
    if changes:
        session.counter.choose(name, offer, changes)
    if undo:
        session.counter.undo(name, offer)
    kept = session.counter.choice(name, offer)
    if write or not kept.message.strip():
        kept = session.counter.write(name, offer)
    if packet:
        kept = session.counter.write_packet(name, offer)
    if out is not None:
        _save(session, name, kept, out)
    rendered = _render(session, name, offer, kept)
    if as_json:
        print_json(rendered)
    else:
        from assistant.interfaces.counter_terminal import print_counter

        print_counter(rendered)


def _read_asks(asks: list[str]) -> dict[str, str]:
    from assistant.errors import InputError

    changes = {}
    for item in asks:
        lever, equals, amount = item.partition("=")
        if not equals:
            raise InputError("ask", f'"{item}" is no part with an amount; write it like base_salary=205k')
        changes[f"wanted.{lever.strip()}"] = amount
    return changes


def _save(session: CoachSession, case: str, kept: CounterChoice, out: Path) -> None:
    from assistant.errors import InputError
    from assistant.interfaces.files import write_new

    form = out.suffix.lower().removeprefix(".")
    if form == "ics":
        data = session.casebook.render_export(case, "ics")
    elif form in ("docx", "md"):
        data = session.counter.render_message(kept.message, "docx" if form == "docx" else "md")
    else:
        raise InputError("out", "must end in .docx, .md or .ics")
    write_new("out", out, data)


def _render(session: CoachSession, case: str, offer: str | None, kept: CounterChoice) -> dict[str, Any]:
    """The JSON of `parley counter`."""
    from assistant.errors import InputError
    from assistant.interfaces.calculation import render_result

    try:
        ladder = render_result(session.counter.ladder(case, offer))
    except InputError:
        ladder = None
    return {
        "case": case,
        "plan": render_result(session.counter.plan(case, offer)),
        "exchange": render_result(session.counter.exchange(case, offer)),
        "channel": kept.channel,
        "tone": kept.tone,
        "length": kept.length,
        "message": kept.message,
        "asks_changed": session.counter.asks_changed(case, offer),
        "review": session.counter.review(case, offer).model_dump(mode="json"),
        "replies": [reply._asdict() for reply in session.counter.replies(case, offer)],
        "ladder": ladder,
        "packet": kept.packet or None,
    }
