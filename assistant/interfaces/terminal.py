"""The terminal: answers, drafts and status as people read them there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Column, Table
from rich.text import Text

from assistant.domain.answer import Answer
from assistant.domain.evidence import Chunk, Citation, Document, Hit, Source
from assistant.domain.figure import Figure
from assistant.domain.money import render_unit
from assistant.domain.offer import OfferDraft
from assistant.domain.status import Status

FindSources = Callable[[Sequence[str]], Sequence[Source]]

console = Console()
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _visible(text: str) -> str:
    """Text without the characters that steer a terminal: a letter may hold orders for it."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _text(text: str, style: str = "") -> Text:
    return Text(_visible(text), style)


def plain_text(text: str, style: str = "") -> Text:
    """Text as it stands, without markup of its own or orders for the terminal."""
    return _text(text, style)


def print_answer(answer: Answer, find_sources: FindSources, *, with_quotes: bool = True) -> None:
    """The answer, its sources with or without the quoted words, and what was left out or works less well.

    `find_sources` gives the bibliography entries of source ids.
    """
    console.print(Markdown(_visible(answer.text), hyperlinks=False))
    if answer.citations:
        console.print()
    if with_quotes:
        for citation in answer.citations:
            print_sources([citation])
            console.print(_text(f"    “{citation.quote}”", style="dim"))
    else:
        print_sources(answer.citations)
    for disputed in answer.disputed:
        console.print(_text(f"Sources disagree: {disputed.topic}", style="yellow"))
        for position in disputed.positions:
            names = dict.fromkeys(source.publisher or source.title for source in find_sources(position.source_ids))
            console.print(_text(f"    - {position.says} ({', '.join(names)})"))
    for finding in answer.findings:
        console.print(_text(f"Left out: {finding.detail}", style="yellow"))
    for note in answer.notes:
        console.print(_text(note, style="yellow"))


def say(words: str, style: str = "") -> None:
    """A sentence in a style of the terminal."""
    console.print(_text(words, style))


def print_sources(citations: Sequence[Citation]) -> None:
    """The numbered sources of an answer, a line each; numbers of the same passage stand on one line."""
    numbers: dict[str, list[int]] = {}
    for citation in citations:
        place = f"{citation.title} > {citation.section} ({citation.publisher})"
        numbers.setdefault(place, []).append(citation.n)
    for place, found in numbers.items():
        console.print(_text(f"{''.join(f'[{n}]' for n in found)} {place}", "bold"))


def print_passage(citation: Citation, passage: Chunk | None, sources: Sequence[Source]) -> None:
    """The passage an answer cites, its quoted words marked, and where its facts come from."""
    print_sources([citation])
    words = Text(_visible(passage.text if passage else citation.quote))
    words.highlight_words([_visible(citation.quote)], style="reverse")
    console.print(words)
    for source in sources:
        dated = f", {source.date}" if source.date else ""
        console.print(
            _text(f"{source.title} ({source.publisher}{dated}; trust: {source.trust}) {source.url or ''}", "dim")
        )


def print_figures(figures: Sequence[Figure]) -> None:
    """Figures with their formulas and the numbers that went in."""
    table = Table("figure", "value", "how", "with")
    for figure in figures:
        inputs = ", ".join(f"{name} = {_as_cell(value)}" for name, value in figure.inputs.items())
        value = render_unit(figure.value, figure.unit)
        table.add_row(_text(figure.label), value, _text(figure.formula), _text(inputs))
    console.print(table)


def print_changes(rendered: dict[str, Any]) -> None:
    """What was promised beside what is written, the worst first, then what to ask."""
    console.print(_text(rendered["summary"], style="bold"))
    table = Table("standing", "term", "said before", "in the letter")
    for item in rendered["changes"]:
        sides = (item["before_quote"] or "", item["after_quote"] or str(item["after"] or ""))
        table.add_row(item["standing"].replace("_", " "), item["term"], *(_text(side) for side in sides))
    if rendered["changes"]:
        console.print(table)
    for question in rendered["questions"]:
        console.print(_text(f"Ask: {question}"))


def print_case(rendered: dict[str, Any]) -> None:
    """A case: its offers beside their words, then what was asked and answered."""
    console.print(_text(f"{rendered['title']} ({rendered['name']})", style="bold"))
    for offer in rendered["offers"]:
        print_terms(offer)
    print_standing(rendered)
    for turn in rendered["turns"]:
        console.print()
        console.print(_text(f"{turn['number']}. {turn['asked']}", style="bold"))
        console.print(Markdown(_visible(turn["answer"] or "(not answered)"), hyperlinks=False))


def print_standing(rendered: dict[str, Any]) -> None:
    """The asks, what the recruiter said, the days left and the next step."""
    for ask in rendered["asks"]:
        console.print(_text(f"You ask for: {ask['name']} {ask['amount']}{' (refused)' if ask['refused'] else ''}"))
    for said in rendered["said"]:
        console.print(_text(f"They said: “{said['words']}”"))
    for offer in rendered["offers"]:
        if offer["days_left"] is not None:
            console.print(_text(f"Days left to answer {offer['name']}: {offer['days_left']}"))
    console.print(_text(f"Next: {rendered['next']}", style="bold"))


def print_terms(rendered: dict[str, Any]) -> None:
    """The terms of an offer on file beside their words."""
    state = "confirmed" if rendered["confirmed"] else "not confirmed yet"
    table = Table("term", "value", "read from", title=_text(f"{rendered['name']}, {state}"))
    for row in rendered["terms"]:
        table.add_row(row["term"], _text(row["shown"]), _text(row["quote"]))
    console.print(table)


def print_draft(draft: OfferDraft) -> None:
    """The terms beside the words they were read from."""
    if not draft.is_offer:
        console.print("This text states no offer.")
    table = Table("term", "read from")
    for item in draft.evidence:
        table.add_row(item.field, _text(" ".join(item.quote.split())))
    if draft.evidence:
        console.print(table)
    for warning in draft.warnings:
        console.print(_text(f"Watch out: {warning}", style="yellow"))
    for question in draft.questions:
        console.print(_text(f"Ask: {question}"))


def print_hits(hits: tuple[Hit, ...]) -> None:
    """Passages, best first."""
    for hit in hits:
        console.print(_text(f"{hit.chunk.title} > {hit.chunk.section} ({hit.chunk.publisher})", style="bold"))
        console.print(_text(hit.chunk.text), "")


def print_tools(tools: list[dict[str, Any]]) -> None:
    """Name and description of each calculator."""
    for tool in tools:
        console.print(_text(tool["name"], style="bold"), _text(tool["description"]), sep="\n")


def print_calculation(result: dict[str, Any]) -> None:
    """Figures with their formulas, or what is wrong with the arguments."""
    from decimal import Decimal

    if "error" in result:
        console.print(_text(f"{result['error']['field']}: {result['error']['message']}", style="yellow"))
        return
    table = Table("figure", "value", "how")
    for figure in result["figures"]:
        table.add_row(figure["label"], render_unit(Decimal(str(figure["value"])), figure["unit"]), figure["formula"])
    console.print(table)
    if result["table"]:
        console.print(_build_rows(result["table"]))
    for line in (*result["assumptions"], *result["warnings"]):
        console.print(_text(line, style="dim"))


def _build_rows(rows: list[dict[str, Any]]) -> Table:
    """The rows of a calculation; columns that hold lists or nothing at all are left to the JSON."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    shown = [name for name in names if any(row.get(name) not in (None, "", False) for row in rows)]
    shown = [name for name in shown if not any(isinstance(row.get(name), list | dict) for row in rows)]
    # A name is there to be copied, so it stays in one piece; other words break rather than end in dots.
    table = Table(*(Column(name.replace("_", " "), no_wrap=name == "name", overflow="fold") for name in shown))
    for row in rows:
        table.add_row(*(_text(_as_cell(row.get(name))) for name in shown))
    return table


def _as_cell(value: Any) -> str:
    if value is None:
        return ""
    is_amount = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:,.2f}".removesuffix(".00") if is_amount and abs(value) >= 10_000 else str(value)


def print_lines(lines: list[str]) -> None:
    """Plain sentences, one below the other."""
    for line in lines:
        console.print(_text(line))


def print_rows(rows: list[dict[str, Any]], empty: str) -> None:
    """Rows of plain values as a table, or the sentence said when there are none."""
    console.print(_build_rows(rows) if rows else _text(empty))


def print_document(document: Document) -> None:
    """A document with its headings."""
    console.print(_text(document.title, style="bold"))
    for section in document.sections:
        console.print("", _text(" > ".join(section.path), style="bold"), _text(section.text), sep="\n")


def print_audit(result: dict[str, Any]) -> None:
    """Each registered number beside ours, and how many of each source hold."""
    from decimal import Decimal

    table = Table("source", "says", "stated", "ours", "holds")
    for row in result["table"]:
        stated, ours = (render_unit(Decimal(str(row[name])), row["unit"]) for name in ("stated", "ours"))
        word = {"reproduces": "yes", "other_convention": f"only as: {row['holds_under']}"}.get(row["verdict"], "no")
        table.add_row(row["source_id"], row["says"], stated, ours, word)
    console.print(table)
    for figure in result["figures"]:
        if figure["label"].startswith("examples that reproduce"):
            counts = figure["inputs"]
            console.print(_text(f"{figure['label']}: {counts['reproduce']} of {counts['examples']}"))
    for line in (*result["assumptions"], *result["warnings"]):
        console.print(_text(line, style="dim"))


def print_status(status: Status) -> None:
    """What works, what is missing, what leaves this machine."""
    for check in status.checks:
        mark = _text("ok  ", style="green") if check.ok else _text("--  ", style="yellow")
        fix = _text(f"\n      get it: {check.fix}" if check.fix else "", style="yellow")
        console.print(mark, _text(f"{check.name}: {check.detail}"), fix, sep="", end="\n")
    for note in status.notes:
        console.print(_text(note, style="yellow"))
    if status.outgoing:
        for line in status.outgoing:
            console.print(_text(f"Leaves this machine: {line}", style="yellow"))
    else:
        console.print("Leaves this machine: nothing.")
    console.print(f"Stored: {status.store} (readable by anyone with this account; not encrypted by Parley)")
