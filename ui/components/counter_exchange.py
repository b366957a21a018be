"""Counter exchange: what an amount of base is worth as sign-on, stock or bonus over the time one stays."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.counter import LEVER_NAMES
from assistant.errors import ParleyError
from ui.components.charts import compose_table, say_amount
from ui.components.counter_fields import CounterPlace, Field, draw_amount, draw_refusal, keep
from ui.components.figures import compose_behind, compose_tile
from ui.components.markup import Markup, tag
from ui.components.text import escape_label, render
from ui.format import format_number

if TYPE_CHECKING:
    from assistant.domain.result import ToolResult

MORE_BASE = Field("exchanged", "More base a year", "such as 10k")
LONGEST_STAY = 8.0
_TILES = (
    ("equal sign-on bonus", "Sign-on", "paid once"),
    ("equal stock grant", "Stock", "in the whole grant"),
    ("equal target bonus", "Bonus", "a year"),
)
_UNITS = {
    "base_salary": "base a year",
    "equity_grant": "stock grant",
    "sign_on_bonus": "sign-on, once",
    "target_bonus": "bonus a year",
}


@st.fragment
def draw_exchange(place: CounterPlace) -> None:
    """The tiles and the table; the slider draws this part of the page anew."""
    try:
        choice = place.session.counter.choice(place.case, place.offer)
        result = place.session.counter.exchange(place.case, place.offer)
    except ParleyError as error:
        st.error(escape_label(str(error), 400))
        return
    amount, currency = result.table[0]["amount"] if result.table else 0, str(result.data["currency"])
    years = format_number(choice.stay_years)
    said = f"{say_amount(amount, currency)} more base a year, kept for {years} years, is worth as much as:"
    render(tag("p", said))
    figures = {figure.label: figure for figure in result.figures}
    tiles = [compose_tile(figures[label], name, hint) for label, name, hint in _TILES if label in figures]
    render(tag("div", *tiles, css="pl-tiles"))
    left, right = st.columns(2, gap="medium")
    with left:
        _draw_stay(place, choice.stay_years)
    with right:
        draw_amount(place, MORE_BASE, Decimal(str(amount)))
    render(compose_behind(result.warnings, result.assumptions, result.figures, _compose_pairs(result, currency)))


def _draw_stay(place: CounterPlace, years: Decimal) -> None:
    key = place.key("stay_years")
    st.session_state[key] = min(max(float(years), 0.5), LONGEST_STAY)
    st.slider(
        "How long you mean to stay, in years",
        0.5,
        LONGEST_STAY,
        step=0.5,
        format="%g",
        key=key,
        on_change=_keep_stay,
        args=(place, key),
    )
    draw_refusal(place, "stay_years")


def _keep_stay(place: CounterPlace, key: str) -> None:
    keep(place, "stay_years", {"stay_years": str(st.session_state[key])})


def _compose_pairs(result: ToolResult, currency: str) -> Markup:
    """Every pair of levers as a folded table."""
    equals: dict[tuple[str, str], Any] = {(row["from"], row["to"]): row["equals"] for row in result.table}
    levers = [lever for lever in LEVER_NAMES if any(lever in pair for pair in equals)]
    amount = say_amount(result.table[0]["amount"], currency) if result.table else ""
    rows = [[_UNITS[one], *(_say(equals.get((one, other)), currency) for other in levers)] for one in levers]
    table = compose_table([f"{amount} of", *(f"as {_UNITS[lever]}" for lever in levers)], rows)
    return tag("details", tag("summary", "Every pair as a table"), table, css="pl-math")


def _say(amount: Any, currency: str) -> str:
    return "·" if amount is None else say_amount(amount, currency)
