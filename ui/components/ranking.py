"""Ranking: which offer leads, by how much, and the smallest changes that would turn it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ui.components.charts import compose_table, say_amount
from ui.components.markup import EMPTY, Markup, join, tag
from ui.format import count_of, format_value

if TYPE_CHECKING:
    from assistant.domain.figure import Figure
    from assistant.domain.result import ToolResult

FLIPS = "change that flips the ranking, "
MOST_SHOWN = 6
_PLAIN_NUMBERS = ("cost-of-living index", "exchange rate")
LEVEL = "level"
_ABOUT = ("The ranking", "The offers are level")
_UNMOVED = "No change"
"""How the notes of the tool begin that are about what the ranking hangs on, and about what it does not."""


def compose_standing(compared: ToolResult) -> Markup:
    """A tile for each offer with its total and year 1, and a sentence that says who leads."""
    years, currency = int(compared.data["years"]), str(compared.data["currency"])
    rows = {row["measure"]: row for row in compared.table}
    ending = " after tax" if f"{years}-year total compensation after tax" in rows else ""
    total, first = (rows[f"{part} total compensation{ending}"] for part in (f"{years}-year", "year 1"))
    tiles = [
        tag(
            "div",
            tag("div", name, css="pl-eyebrow"),
            tag("div", say_amount(total[name], currency), css="pl-amount"),
            tag("small", f"in {years} years{ending} · year 1 {say_amount(first[name], currency)}"),
            css="pl-tile",
        )
        for name in compared.data["offers"]
    ]
    return join((tag("p", *_say_leads(total, first, years, currency, ending)), tag("div", *tiles, css="pl-tiles")))


def compose_hostages(compared: ToolResult) -> Markup:
    """What the ranking is hostage to: each assumption as it is and where it flips the order, the closest first."""
    flips = find_flips(compared)
    about = _compose_notes([note for note in compared.assumptions if note.startswith(_ABOUT)])
    unmoved = [note for note in compared.assumptions if note.startswith(_UNMOVED)]
    unmoved += [note for note in compared.warnings if "flips the ranking" in note]
    if not flips:
        return join((about, _compose_notes(unmoved)))
    heads = ["If this changes alone", "From", "To"]
    rest = flips[MOST_SHOWN:]
    more = (
        tag(
            "details",
            tag("summary", count_of(len(rest), "larger change")),
            compose_table(heads, _rows(rest)),
            css="pl-math",
        )
        if rest
        else EMPTY
    )
    return join((about, compose_table(heads, _rows(flips[:MOST_SHOWN])), more, _compose_notes(unmoved)))


def _compose_notes(notes: Sequence[str]) -> Markup:
    return tag("p", " ".join(notes), css="pl-quiet") if notes else EMPTY


def find_flips(compared: ToolResult) -> list[Figure]:
    """The changes that flip the ranking, as the tool found them, the smallest first."""
    return [figure for figure in compared.figures if figure.label.startswith(FLIPS)]


def _rows(flips: Sequence[Figure]) -> list[list[str]]:
    return [
        [_subject(figure), _show(figure, figure.inputs["now"]), _show(figure, figure.inputs["flips_at"])]
        for figure in flips
    ]


def _subject(figure: Figure) -> str:
    subject = figure.label.removeprefix(FLIPS)
    return f"{subject[:1].upper()}{subject[1:]}"


def _show(figure: Figure, value: Any) -> str:
    number = Decimal(str(value))
    if figure.label.removeprefix(FLIPS).startswith(_PLAIN_NUMBERS):
        return format_value(number, "ratio")
    return format_value(round(number, 1) if figure.unit == "percent" else Decimal(round(number)), figure.unit)


def _say_leads(total: Any, first: Any, years: int, currency: str, ending: str) -> list[str]:
    span = f"over {years} years{ending}"
    if total["best"] == LEVEL:
        return [f"The offers pay the same {span}."]
    lead = [tag("b", total["best"]), f" leads by {say_amount(total['lead'], currency)} {span}"]
    if first["best"] == total["best"]:
        return [*lead, ", and in year 1 too."]
    if first["best"] == LEVEL:
        return [*lead, "; year 1 is level."]
    return [*lead, "; year 1 goes to ", tag("b", first["best"]), f" by {say_amount(first['lead'], currency)}."]
