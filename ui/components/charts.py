"""Charts: one look for all of them, written as Vega-Lite, the language Altair writes too.

Words of people and letters go into the data of a chart only, never into its expressions: none of them can become
markup. The colour of words is the style sheet's, so that it turns with the page between light and dark. Each chart
comes with its description for screen readers, and the page shows the same numbers as a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import streamlit as st

from assistant.domain.money import Money
from ui.components.markup import Markup, tag
from ui.format import format_money, write_axis_format

Layer = dict[str, Any]
Rows = Sequence[dict[str, Any]]

# Every colour has a contrast of 3 or more on the light page and on the dark one.
PART_COLOURS = {"Base": "#20745f", "Bonus": "#549d88", "Sign-on": "#c58423", "Stock": "#4a80c4"}
OFFER_COLOURS = ("#7d6bc4", "#c0662f", "#2b8a72", "#b25488", "#8a8432", "#5a86a8")
OFFER_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4])
LINE_COLOUR = "#2b8a72"
WARM_COLOUR = "#c58423"
MARK_COLOUR = "#7b8581"
LONGEST_NAME = 24


def draw_chart(layers: Sequence[Layer], *, height: int, description: str) -> None:
    """Put a chart of these layers on the page; each brings its own data."""
    spec = {
        "layer": list(layers),
        "height": height,
        "config": {
            "view": {"stroke": None},
            "text": {"fontSize": 12},
            "rule": {"color": MARK_COLOUR},
            "axis": {"labelFontSize": 12, "titleFontSize": 12},
            "legend": {"orient": "top", "labelFontSize": 13, "symbolType": "square"},
        },
    }
    st.vega_lite_chart(spec=spec, width="stretch", alt=description)


def make_layer(rows: Rows, mark: dict[str, Any], **encoding: Any) -> Layer:
    """A layer with its own data."""
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def make_amount_axis(currency: str, ticks: int = 5) -> dict[str, Any]:
    """An axis of amounts in the one money format."""
    return {"labelExpr": write_axis_format(currency), "title": None, "tickCount": ticks, "gridOpacity": 0.35}


def make_tooltip(**titles: str) -> list[dict[str, str]]:
    """What a chart shows of a point: fields of its data under their titles."""
    return [{"field": field, "title": title} for field, title in titles.items()]


def make_offer_colours(names: Sequence[str]) -> dict[str, Any]:
    """A scale with one colour for each offer."""
    return {"domain": list(names), "range": list(OFFER_COLOURS[: len(names)])}


def name_for_chart(names: Sequence[str]) -> list[str]:
    """Names on one line, as long as a chart has room for, and still unlike each other.

    >>> name_for_chart(["Acme", "The Very Long Name of a Company", "The Very Long Name of a Concern"])
    ['Acme', 'The Very Long Name of… 2', 'The Very Long Name of… 3']
    """
    lines = [" ".join(name.split()) or "offer" for name in names]
    short = [line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 3].rstrip()}…" for line in lines]
    return [f"{name} {place}" if short.count(name) > 1 else name for place, name in enumerate(short, start=1)]


def say_amount(amount: Any, currency: str) -> str:
    """An amount of a tool's table in the one money format."""
    return format_money(Money(amount=amount, currency=currency))


def say_whole_amount(amount: Any, currency: str) -> str:
    """An amount without cents, where many stand side by side."""
    return say_amount(Decimal(str(amount)).quantize(Decimal(1), rounding=ROUND_HALF_UP), currency)


def compose_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """A table whose columns after the first are numbers."""
    head = tag(
        "tr", *(tag("th", name, scope="col", css="pl-right" if place else "") for place, name in enumerate(heads))
    )
    body = [
        tag("tr", *(tag("td", cell, css="pl-right" if place else "") for place, cell in enumerate(row))) for row in rows
    ]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body)), css="pl-table pl-wrap")


def compose_numbers(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """The numbers of a chart as a folded table."""
    return tag("details", tag("summary", "The numbers as a table"), compose_table(heads, rows), css="pl-math")
