"""Exit scenarios: what startup equity comes to in each of several futures, which the person sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.exit_scenarios import ExitScenario
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.what_if import OfferWhatIf
from assistant.errors import InputError
from ui.components.charts import (
    LINE_COLOUR,
    Layer,
    draw_chart,
    make_amount_axis,
    make_layer,
    make_tooltip,
    name_for_chart,
    say_amount,
)
from ui.components.figures import compose_math
from ui.components.futures import PLACEHOLDERS, draw_futures, draw_shares
from ui.components.markup import Markup, tag
from ui.components.text import escape_label, render
from ui.format import format_figure, format_value
from ui.sending import explain

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer
    from assistant.domain.result import ToolResult
    from assistant.session import CoachSession

SHARES_MISSING = (
    "Ask the recruiter how many fully diluted shares there are: without that number nobody can value options."
)
_TILES = {
    "probability-weighted value": ("Weighted", "never paid out: one of the outcomes is"),
    "median value": ("Median", "half of the chances pay no more"),
    "probability of nothing": ("Chance of nothing", "no value left for common shares"),
}


def find_grants(offer: Offer) -> list[EquityGrant]:
    """The grants of options or of a percentage."""
    return [grant for grant in offer.equity if grant.kind in ("option", "percent")]


def draw_exit_scenarios(session: CoachSession, case: str, recorded: RecordedOffer, assumed: OfferWhatIf) -> None:
    """The futures to set, and what the first startup grant of the offer comes to in each."""
    grants = find_grants(recorded.offer)
    if len(grants) > 1:
        render(tag("p", f"Only the first of {len(grants)} startup grants is counted here.", css="pl-quiet"))
    grant = grants[0]
    futures = assumed.futures or PLACEHOLDERS
    if grant.percent is None:
        draw_shares(session, case, recorded.name, assumed)
    with st.expander("The futures I count with"):
        draw_futures(session, case, recorded.name, futures)
    if grant.percent is None and assumed.fully_diluted_shares is None:
        render(tag("p", SHARES_MISSING, css="pl-quiet"))
        return
    arguments = list_arguments(grant, recorded.offer, assumed, futures)
    try:
        result = session.offers.calculate("exit_scenarios", arguments, case)
    except InputError as error:
        st.warning(escape_label(f"The futures {error.message}." if error.field == "scenarios" else explain(error), 300))
        return
    _draw_result(recorded.name, result, recorded.offer.currency_code)


def list_arguments(
    grant: EquityGrant, offer: Offer, assumed: OfferWhatIf, futures: Sequence[ExitScenario]
) -> dict[str, Any]:
    """The arguments of exit_scenarios for a grant."""
    arguments: dict[str, Any] = {
        "scenarios": [future.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for future in futures],
        "currency": grant.currency or offer.currency_code,
        "shares": grant.shares,
        "strike": grant.strike,
        "ownership_pct": grant.percent,
        "fully_diluted_shares": assumed.fully_diluted_shares if grant.percent is None else None,
    }
    return {name: value for name, value in arguments.items() if value is not None}


def make_bars(result: ToolResult, currency: str) -> list[Layer]:
    """The layers: the value in each future, with its chance at the end of the bar."""
    names = name_for_chart([str(row["scenario"]) for row in result.table])
    rows = [
        {
            "future": name,
            "amount": row["value"],
            "shown": say_amount(row["value"], currency),
            "chance": _say_chance(row),
            "said": f"{say_amount(row['value'], currency)} · {_say_chance(row)}",
        }
        for name, row in zip(names, result.table, strict=True)
    ]
    highest = max((row["amount"] for row in rows), default=0) or 1
    future = {
        "field": "future", "type": "nominal", "sort": None, "scale": {"paddingInner": 0.35},
        "axis": {"title": None, "labelLimit": 118, "ticks": False, "domain": False, "labelPadding": 8},
    }  # fmt: skip
    amount = {
        "field": "amount", "type": "quantitative", "scale": {"domain": [0, highest * 1.5]},
        "axis": {**make_amount_axis(currency, 4), "labelFlush": True},
    }  # fmt: skip
    return [
        make_layer(
            rows, {"type": "bar", "color": LINE_COLOUR, "cornerRadius": 1}, y=future, x=amount,
            tooltip=make_tooltip(future="Future", shown="Value", chance="Chance"),
        ),
        make_layer(
            rows, {"type": "text", "align": "left", "dx": 5}, y=future, x=amount,
            text={"field": "said", "type": "nominal"},
        ),
    ]  # fmt: skip


def _draw_result(name: str, result: ToolResult, currency: str) -> None:
    tiles = [_compose_tile(figure.label, format_figure(figure)) for figure in result.figures if figure.label in _TILES]
    render(tag("div", *tiles, css="pl-tiles"))
    said = ", ".join(f"{row['scenario']} {say_amount(row['value'], currency)}" for row in result.table)
    draw_chart(make_bars(result, currency), height=44 * len(result.table) + 50, description=f"Bars: {name}, {said}.")
    render(tag("ul", *(tag("li", note) for note in (*result.warnings, *result.assumptions)), css="pl-notes"))
    render(compose_math(result.figures))


def _compose_tile(label: str, value: str) -> Markup:
    name, hint = _TILES[label]
    return tag(
        "div",
        tag("div", name, css="pl-eyebrow"),
        tag("div", value, css="pl-amount"),
        tag("small", hint),
        css="pl-tile",
    )


def _say_chance(row: Mapping[str, Any]) -> str:
    return format_value(round(Decimal(str(row["probability_pct"])), 1), "percent")
