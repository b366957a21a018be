"""Pay bars: what each offer pays in each year, in parts that stack up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.domain.money import Money
from ui.components.charts import (
    PART_COLOURS,
    Layer,
    Rows,
    compose_numbers,
    draw_chart,
    make_amount_axis,
    make_layer,
    make_tooltip,
    name_for_chart,
    say_amount,
)
from ui.components.markup import Markup, tag
from ui.components.text import render
from ui.format import format_short_money

if TYPE_CHECKING:
    from assistant.domain.result import ToolResult

_PARTS = {"base": "Base", "bonus": "Bonus", "sign_on": "Sign-on", "equity": "Stock"}
_BETWEEN = "\u241f"
_BAR = 30
ROOM_FOR_TOTALS = 1.2


def draw_pay_bars(paid: Mapping[str, ToolResult]) -> Markup:
    """A chart for the offers of each currency; gives the numbers as a table.

    `paid` holds the total compensation of each offer by its name.
    """
    currencies = dict.fromkeys(str(result.data["currency"]) for result in paid.values())
    for currency in currencies:
        own = {name: result for name, result in paid.items() if result.data["currency"] == currency}
        if len(own) == 1 < len(paid):  # a chart of several names them itself
            render(tag("p", tag("b", *own)))
        draw_chart(
            make_bars(own, currency),
            height=_BAR * _count_bands(own) + 70,
            description=f"Bars: pay of each year in {currency}, in base, bonus, sign-on and stock. {_say_totals(own)}",
        )
    return _compose_numbers(paid)


def make_bars(paid: Mapping[str, ToolResult], currency: str) -> list[Layer]:
    """The layers: stacked parts, and the total at the end of each bar."""
    names = name_for_chart(list(paid))
    years = sorted({row["year"] for result in paid.values() for row in result.table})
    alone = len(names) == 1
    bands = [
        f"{year}{_BETWEEN}{name}" for year in years for name in (names if alone else ["", *names])
    ]  # the band without a name holds the year's heading
    highest = max((row["total"] for result in paid.values() for row in result.table), default=0) or 1
    rows = [
        {
            "band": f"{row['year']}{_BETWEEN}{name}",
            "offer": name,
            "year": row["year"],
            "part": part,
            "order": place,
            "amount": row[field],
            "shown": say_amount(row[field], currency),
        }
        for name, result in zip(names, paid.values(), strict=True)
        for row in result.table
        for place, (field, part) in enumerate(_PARTS.items())
        if row[field]
    ]
    totals = [
        {
            "band": f"{row['year']}{_BETWEEN}{name}",
            "amount": row["total"],
            "shown": format_short_money(Money(amount=row["total"], currency=currency)),
        }
        for name, result in zip(names, paid.values(), strict=True)
        for row in result.table
    ]
    return _make_layers(rows, totals, bands, highest, currency, alone)


def _make_layers(rows: Rows, totals: Rows, bands: list[str], highest: float, currency: str, alone: bool) -> list[Layer]:
    heading = f"split(datum.value, '{_BETWEEN}')"
    label = f"'Year ' + {heading}[0]" if alone else f"{heading}[1] || 'Year ' + {heading}[0]"
    band = {
        "field": "band",
        "type": "nominal",
        "scale": {"domain": bands, "paddingInner": 0.28},
        "axis": {
            "title": None,
            "labelExpr": label,
            "labelFontWeight": {"condition": {"test": f"!{heading}[1]", "value": "bold"}, "value": "normal"},
            "labelLimit": 118,
            "ticks": False,
            "domain": False,
            "labelPadding": 8,
        },
    }
    amount = {
        "field": "amount",
        "type": "quantitative",
        "scale": {"domain": [0, highest * ROOM_FOR_TOTALS]},
        "axis": {**make_amount_axis(currency, 4), "labelFlush": True},
    }
    colour = {
        "field": "part",
        "type": "nominal",
        "scale": {"domain": list(PART_COLOURS), "range": list(PART_COLOURS.values())},
        "legend": {"title": None, "columns": 4},
    }
    return [
        make_layer(
            rows,
            {"type": "bar", "cornerRadius": 1},
            y=band,
            x={**amount, "stack": "zero"},
            color=colour,
            order={"field": "order", "type": "ordinal"},
            tooltip=make_tooltip(offer="Offer", year="Year", part="Part", shown="Amount"),
        ),
        make_layer(
            totals,
            {"type": "text", "align": "left", "dx": 5},
            y=band,
            x=amount,
            text={"field": "shown", "type": "nominal"},
        ),
    ]


def _count_bands(paid: Mapping[str, ToolResult]) -> int:
    years = max((len(result.table) for result in paid.values()), default=1)
    return years * (len(paid) + 1 if len(paid) > 1 else 1)


def _say_totals(paid: Mapping[str, ToolResult]) -> str:
    return " ".join(
        f"{name}: "
        + ", ".join(f"year {row['year']} {say_amount(row['total'], result.data['currency'])}" for row in result.table)
        + "."
        for name, result in paid.items()
    )


def _compose_numbers(paid: Mapping[str, ToolResult]) -> Markup:
    rows = [
        [
            f"{name}, year {row['year']}" if len(paid) > 1 else f"Year {row['year']}",
            *(say_amount(row[field], str(result.data["currency"])) for field in (*_PARTS, "total")),
        ]
        for name, result in paid.items()
        for row in result.table
    ]
    return compose_numbers(["Year", *_PARTS.values(), "Total"], rows)
