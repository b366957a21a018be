"""Leave curve: the money kept of an offer by leaving after each month, and what a month too early costs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ui.components.charts import (
    LINE_COLOUR,
    WARM_COLOUR,
    Layer,
    compose_table,
    draw_chart,
    make_amount_axis,
    make_layer,
    make_tooltip,
    say_whole_amount,
)
from ui.components.markup import tag
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.domain.figure import Figure
    from assistant.domain.result import ToolResult

_LOST = re.compile(r"lost by leaving a month before month (\d+)")
_HEIGHT = 260


def draw_leave_curve(name: str, result: ToolResult) -> None:
    """The curve of one offer with its steps as a table."""
    currency = str(result.data["currency"])
    steps = [(int(match[1]), figure) for figure in result.figures if (match := _LOST.fullmatch(figure.label))]
    draw_chart(
        make_curve(result),
        height=_HEIGHT,
        description=f"Line: money kept of {name} by leaving after each month. "
        + " ".join(f"Leaving a month before month {month} costs {_say(lost)}." for month, lost in steps),
    )
    if steps:
        kept = {row["month"]: say_whole_amount(row["kept"], currency) for row in result.table}
        rows = [[f"Month {month}", kept.get(month, ""), _say(lost)] for month, lost in steps]
        render(compose_table(["Leave after", "You keep", "A month earlier costs"], rows))
    render(tag("p", *_say_best(result, currency), css="pl-quiet"))


def _say_best(result: ToolResult, currency: str) -> list[str]:
    best = result.data.get("best_months") or []
    kept = {row["month"]: row["kept_per_month"] for row in result.table}
    if not best or best[0] not in kept:
        return []
    months = " or ".join(str(month) for month in best[:3])
    amount = say_whole_amount(kept[best[0]], currency)
    return [f"Per month worked you keep most by leaving after month {months}: {amount} a month."]


def make_curve(result: ToolResult) -> list[Layer]:
    """The layers: the money kept, and the stock vesting or bonus steps as points."""
    currency = str(result.data["currency"])
    rows = [
        {"month": row["month"], "amount": row["kept"], "shown": say_whole_amount(row["kept"], currency),
         "owed": say_whole_amount(row["owed"], currency)}
        for row in result.table
    ]  # fmt: skip
    steps = {int(match[1]) for figure in result.figures if (match := _LOST.fullmatch(figure.label))}
    last = max((row["month"] for row in rows), default=1)
    month = {
        "field": "month",
        "type": "quantitative",
        "scale": {"domain": [0, last], "nice": False},
        "axis": {"title": "leaving after this many months", "values": list(range(0, last + 1, 12)), "grid": False},
    }
    amount = {"field": "amount", "type": "quantitative", "axis": make_amount_axis(currency)}
    tooltip = make_tooltip(month="Month", shown="You keep", owed="Owed back")
    layers = [
        make_layer(
            rows,
            {"type": "area", "interpolate": "step-after", "color": LINE_COLOUR, "opacity": 0.16,
             "line": {"color": LINE_COLOUR, "strokeWidth": 2.5}},
            x=month, y=amount,
        ),
        make_layer(rows, {"type": "point", "opacity": 0, "size": 120}, x=month, y=amount, tooltip=tooltip),
    ]  # fmt: skip
    points = [row for row in rows if row["month"] in steps]
    if points:  # a layer without a point would be a picture without words to a screen reader
        mark = {"type": "point", "filled": True, "size": 90, "color": WARM_COLOUR, "opacity": 1}
        layers.append(make_layer(points, mark, x=month, y=amount, tooltip=tooltip))
    return layers


def _say(figure: Figure) -> str:
    return say_whole_amount(figure.value, figure.unit)
