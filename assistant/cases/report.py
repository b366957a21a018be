"""Report: a case as Markdown, to read, print or keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.cases.archive import CaseFile
from assistant.cases.case import RecordedOffer, Turn
from assistant.domain.answer import Answer
from assistant.domain.money import render_unit
from assistant.domain.offer import Offer
from assistant.domain.offer_table import list_rows
from assistant.domain.offer_words import say_term
from assistant.domain.promise_words import name_term

_ROLES = {"mine": "your offer", "competing": "a competing offer"}
_FENCE = re.compile(r"`{3,}")


def render_report(file: CaseFile) -> str:
    """The offers with the words they were read from, then the conversation with its sources and figures."""
    title = file.case.title or file.case.name
    blocks = [f"# {_line(title)}", f"Case {_line(file.case.name)}, last changed {file.changed[:10]}."]
    if file.case.offers:
        blocks.append("## Offers")
    for recorded in file.case.offers:
        blocks += _render_offer(recorded)
    blocks += _render_counters(file)
    if file.turns:
        blocks.append("## Conversation")
    for turn in file.turns:
        blocks += _render_turn(turn)
    if file.practices:
        blocks.append("## Practice")
    for practice in file.practices:
        if "opening" in practice:
            blocks += _render_practice(practice)
    return "\n\n".join(blocks) + "\n"


def _render_counters(file: CaseFile) -> Iterator[str]:
    """The messages that answer the offers, as the person left them."""
    for name, choice in file.case.counters.offers.items():
        if choice.message.strip():
            yield f"## Counter for {_line(name)}"
            yield _literal(choice.message)
        if choice.packet.strip():
            yield f"## For the person who approves {_line(name)}"
            yield _literal(choice.packet)


def _render_practice(practice: Mapping[str, Any]) -> Iterator[str]:
    """What was said in a practice call, turn by turn, with what to do better."""
    heading = f"{practice['number']}: {practice['temper']} recruiter, {practice['ended'] or 'goes on'}"
    yield f"### {_line(heading.replace('_', ' '))}"
    yield f"Recruiter: {_line(practice['opening'])}"
    for taken in practice["rounds"]:
        yield f"You: {_line(taken['said'] or '(silence)')}"
        yield f"Recruiter: {_line(taken['reply'])}"
        if notes := [_render_note(note) for note in taken.get("notes", ())]:
            yield "What hurt in this turn:\n\n" + "\n".join(notes)


def _render_note(note: Mapping[str, Any]) -> str:
    said = f" (“{note['quote']}”)" if note["quote"] else ""
    return f"- {_line(note['title'] + said)}: {_line(note['why'])} Better: {_line(note['better'])}"


def _render_offer(recorded: RecordedOffer) -> Iterator[str]:
    state = "confirmed" if recorded.confirmed else "not confirmed yet"
    yield f"### {_line(recorded.name)}: {_ROLES[recorded.role]}, {state}"
    offer = recorded.offer
    rows = [(row.term, say_term(offer, row.field, row.value), row.quote) for row in list_rows(offer, recorded.evidence)]
    yield _table(("term", "value", "read from"), rows)
    if recorded.history:
        changes = [
            (
                name_term(item.field),
                *(_value(offer, item.field, side) for side in (item.before, item.after)),
                item.words,
            )
            for item in recorded.history
        ]
        yield "What changed:"
        yield _table(("term", "before", "after", "by the words"), changes)
    for heading, lines in (("Ask about:", recorded.questions), ("Watch out:", recorded.warnings)):
        if lines:
            yield f"{heading}\n\n" + "\n".join(f"- {_line(line)}" for line in lines)


def _render_turn(turn: Turn) -> Iterator[str]:
    yield f"### You wrote ({turn.asked_at[:16].replace('T', ' ')})"
    yield _literal(turn.asked)
    if turn.answer is None:
        yield "This was not answered."
        return
    yield "### Parley answered"
    yield _deeper(turn.answer.text)
    yield from _render_grounds(turn.answer)


def _render_grounds(answer: Answer) -> Iterator[str]:
    if answer.citations:
        yield "Sources:"
        yield "\n".join(
            f"- [{item.n}] {_line(item.title)}, {_line(item.section)} ({_line(item.publisher)}): “{_line(item.quote)}”"
            for item in answer.citations
        )
    if answer.figures:
        yield "Figures:"
        rows = [(item.label, render_unit(item.value, item.unit), item.formula) for item in answer.figures]
        yield _table(("figure", "value", "how"), rows)
    for note in (*(f"Left out: {finding.detail}" for finding in answer.findings), *answer.notes):
        yield _line(note)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(_line(cell).replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _value(offer: Offer, field: str, value: object) -> str:
    """A term before or after a change, in the currency of the offer."""
    told = Offer.model_validate({"currency": offer.currency, field: value})
    return ", ".join(say_term(told, row.field, row.value) for row in list_rows(told) if row.field.startswith(field))


def _line(text: str) -> str:
    """One line of text whose signs mean nothing in Markdown."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _literal(text: str) -> str:
    """Words as they were written, whatever signs are in them."""
    fence = "`" * max([3, *(len(found) + 1 for found in _FENCE.findall(text))])
    return f"{fence}text\n{text.strip()}\n{fence}"


def _deeper(markdown: str) -> str:
    """An answer whose headings stand below that of its turn."""
    return re.sub(r"^(#{1,3}) ", r"###\1 ", markdown.strip(), flags=re.MULTILINE)
