"""Pay lines: what each offer has paid so far, month by month, and where one passes another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ui.components.charts import (
    MARK_COLOUR,
    OFFER_DASHES,
    Layer,
    compose_numbers,
    draw_chart,
    make_amount_axis,
    make_layer,
    make_offer_colours,
    make_tooltip,
    name_for_chart,
    say_amount,
)
from ui.components.markup import Markup, tag
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.domain.figure import Figure
    from assistant.domain.result import ToolResult

MOST_MONTHS_A_CALL = 24
_MONTH = re.compile(r"paid by month (\d+)")
_YEAR_END = re.compile(r"paid by the end of year (\d+)")
_PASSES = re.compile(r"(.+) passes .+ in month(?: \(\d+\))?")
_HEIGHT = 340
APART = 8
"""Months between two marks whose words do not touch each other on a phone."""


def list_month_calls(years: int) -> list[list[int]]:
    """All months of these years, day one included, in as few calls as the tool allows.

    >>> [(part[0], part[-1]) for part in list_month_calls(4)]
    [(0, 23), (24, 47), (48, 48)]
    """
    months = list(range(12 * years + 1))
    return [months[start : start + MOST_MONTHS_A_CALL] for start in range(0, len(months), MOST_MONTHS_A_CALL)]


def find_crossovers(compared: ToolResult) -> list[Figure]:
    """The months at whose end another offer has paid more, as the tool found them."""
    return [figure for figure in compared.figures if _PASSES.fullmatch(figure.label)]


def draw_pay_lines(parts: Sequence[ToolResult]) -> Markup:
    """The lines with their crossovers; gives the numbers as a table.

    `parts` are the same comparison, each with other months.
    """
    compared = parts[0]
    names, currency = list(compared.data["offers"]), str(compared.data["currency"])
    crossings = find_crossovers(compared)
    render(tag("p", " ".join(_say_crossings(crossings, compared))))
    draw_chart(
        make_lines(parts, crossings),
        height=_HEIGHT,
        description=f"Lines: pay received so far of {', '.join(names)} by month. "
        + " ".join(_say_crossings(crossings, compared)),
    )
    ends = [(match[1], row) for row in compared.table if (match := _YEAR_END.fullmatch(row["measure"]))]
    rows = [[f"End of year {year}", *(say_amount(row[name], currency) for name in names)] for year, row in ends]
    return compose_numbers(["Received by", *names], rows)


def make_lines(parts: Sequence[ToolResult], crossings: Sequence[Figure]) -> list[Layer]:
    """The layers: one line an offer, its points to hover over, and a mark where one passes another."""
    names, currency = list(parts[0].data["offers"]), str(parts[0].data["currency"])
    short = dict(zip(names, name_for_chart(names), strict=True))
    received = {
        int(match[1]): row for part in parts for row in part.table if (match := _MONTH.fullmatch(row["measure"]))
    }
    points = [
        {"month": month, "offer": short[name], "amount": row[name], "shown": say_amount(row[name], currency)}
        for month, row in sorted(received.items())
        for name in names
    ]
    marks = list(_make_marks(crossings, received, short, currency))
    month = {
        "field": "month",
        "type": "quantitative",
        "scale": {"domain": [0, max(received, default=1)], "nice": False},
        "axis": {
            "title": "months of service",
            "values": list(range(0, max(received, default=1) + 1, 12)),
            "grid": False,
        },
    }
    amount = {"field": "amount", "type": "quantitative", "axis": make_amount_axis(currency)}
    colour = {
        "field": "offer",
        "type": "nominal",
        "scale": make_offer_colours(list(short.values())),
        "legend": {"title": None, "symbolType": "stroke", "symbolSize": 300, "symbolStrokeWidth": 3, "columns": 2},
    }
    dash = {
        "field": "offer",
        "type": "nominal",
        "scale": {"domain": list(short.values()), "range": [list(item) for item in OFFER_DASHES[: len(names)]]},
        "legend": {"title": None, "columns": 2},
    }
    tooltip = make_tooltip(offer="Offer", month="Month", shown="Received so far")
    layers = [
        make_layer(points, {"type": "line", "strokeWidth": 2.5}, x=month, y=amount, color=colour, strokeDash=dash),
        make_layer(points, {"type": "point", "opacity": 0, "size": 120}, x=month, y=amount, tooltip=tooltip),
    ]
    return [*layers, *_make_mark_layers(marks, month, amount)]


def _make_mark_layers(marks: list[dict[str, Any]], month: dict[str, Any], amount: dict[str, Any]) -> list[Layer]:
    if not marks:
        return []
    tooltip = make_tooltip(offer="Passes", month="Month", shown="Received so far")
    ring = {"type": "point", "size": 130, "filled": True, "color": MARK_COLOUR, "opacity": 1}
    words = {"type": "text", "dy": -14, "fontWeight": 600, "align": {"expr": "datum.late ? 'right' : 'center'"}}
    return [
        make_layer(marks, {"type": "rule", "strokeDash": [3, 3], "opacity": 0.5}, x=month),
        make_layer(marks, ring, x=month, y=amount, tooltip=tooltip),
        make_layer(marks, words, x=month, y=amount, text={"field": "said", "type": "nominal"}),
    ]


def _make_marks(
    crossings: Sequence[Figure], received: dict[int, dict[str, Any]], short: dict[str, str], currency: str
) -> Iterator[dict[str, Any]]:
    named = -APART
    for figure in crossings:
        month, found = int(figure.value), _PASSES.fullmatch(figure.label)
        name = next((name for name in short if found and found[1] == name), None)
        if name is None or month not in received:
            continue
        paid = received[month][name]
        yield {
            "month": month,
            "amount": paid,
            "offer": short[name],
            "said": f"month {month}" if month - named >= APART else "",
            "late": month > 0.85 * max(received),
            "shown": say_amount(paid, currency),
        }
        named = month if month - named >= APART else named


def _say_crossings(crossings: Sequence[Figure], compared: ToolResult) -> list[str]:
    if crossings:
        return [f"{_drop_count(figure.label)} {int(figure.value)}." for figure in crossings]
    return [note for note in compared.assumptions if " never passes " in note]


def _drop_count(label: str) -> str:
    return re.sub(r" \(\d+\)$", "", label)
