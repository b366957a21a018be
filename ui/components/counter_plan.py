"""Counter plan: the four numbers, the fields that move them, and what to ask for on each lever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.counter import find_ask
from assistant.domain.counter import LEVER_NAMES
from assistant.errors import InputError
from ui.components.charts import compose_table, say_amount
from ui.components.counter_fields import CounterPlace, Field, draw_amount, keep
from ui.components.figures import compose_behind, compose_tile
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.text import escape_label, render
from ui.format import format_figure

if TYPE_CHECKING:
    from decimal import Decimal

    from assistant.counter import CounterChoice
    from assistant.domain.result import ToolResult

MEASURES = {
    "base_salary": "Base salary",
    "recurring_total": "Pay of a recurring year",
    "year_1_total": "Pay of year 1",
    "average_total": "Pay of the average year",
}
TARGET = Field("target", "Your target", "such as 195k")
WALK_AWAY = Field("walk_away", "Your walk-away", "such as 185k")
ASKS = {
    lever: Field(f"wanted.{lever}", f"{name[:1].upper()}{name[1:]} to ask for") for lever, name in LEVER_NAMES.items()
}
OWN_ASKS = "Empty fields leave the asks to the plan. As soon as one is filled, only yours are asked."
_TILES = (
    ("initial ask", "Ask", "say this first"),
    ("stretch", "Stretch", "a very good end"),
    ("target", "Target", "accept from here on"),
    ("walk-away", "Walk-away", "below it, say no"),
)
_CLEARED = {"target": "", "walk_away": "", **{f"wanted.{lever}": "" for lever in LEVER_NAMES}}


def draw_plan(place: CounterPlace, choice: CounterChoice) -> ToolResult | None:
    """The plan; None where none can be made, with the reason and a way on."""
    try:
        plan = place.session.counter.plan(place.case, place.offer)
    except InputError as error:
        _draw_way_on(place, choice, error)
        return None
    if not (choice.measure == "base_salary" and "base_salary" in plan.data.get("closed", ())):
        render(_compose_numbers(plan, find_ask(plan, choice.measure)))
    _draw_fields(place, choice)
    render(tag("h2", "What to ask for", css="pl-term-group"))
    render(_compose_asks(plan))
    _draw_own_asks(place, choice)
    render(compose_behind(plan.warnings, plan.assumptions, plan.figures))
    return plan


def _compose_numbers(plan: ToolResult, ask: Decimal | None) -> Markup:
    figures = {figure.label: figure for figure in plan.figures}
    if ask is not None:
        figures["initial ask"] = figures["initial ask"].model_copy(update={"value": ask})
    tiles = [compose_tile(figures[label], name, hint) for label, name, hint in _TILES if label in figures]
    if "walk-away" not in figures:
        tiles.append(
            tag(
                "div",
                tag("div", "Walk-away", css="pl-eyebrow"),
                tag("div", "not set", css="pl-amount"),
                tag("small", "set it below"),
                css="pl-tile",
            )
        )
    return tag("div", *tiles, css="pl-tiles pl-four")


def _draw_fields(place: CounterPlace, choice: CounterChoice) -> None:
    key = place.key("measure")
    st.session_state[key] = choice.measure
    about, target, walk_away = st.columns([1.2, 1, 1])
    with about:
        st.selectbox(
            "The plan is about",
            list(MEASURES),
            key=key,
            format_func=lambda name: MEASURES[name],
            on_change=_keep_measure,
            args=(place, key),
        )
    with target:
        draw_amount(place, TARGET, choice.target)
    with walk_away:
        draw_amount(place, WALK_AWAY, choice.walk_away)


def _draw_own_asks(place: CounterPlace, choice: CounterChoice) -> None:
    with st.expander("Name your own asks", expanded=bool(choice.wanted)):
        render(tag("p", OWN_ASKS, css="pl-quiet"))
        left, right = st.columns(2)
        for number, lever in enumerate(LEVER_NAMES):
            with right if number % 2 else left:
                draw_amount(place, ASKS[lever], choice.wanted.get(lever))


def _keep_measure(place: CounterPlace, key: str) -> None:
    """Another measure begins with the plan's own marks: amounts of the one before mean nothing on it."""
    keep(place, "measure", {"measure": str(st.session_state[key]), "target": "", "walk_away": ""})


def _compose_asks(plan: ToolResult) -> Markup:
    currency = str(plan.data["currency"])
    rows = [
        [
            f"{row['name'][:1].upper()}{row['name'][1:]}",
            say_amount(row["offered"], currency),
            say_amount(row["asked"], currency),
            f"+{say_amount(row['asked'] - row['offered'], currency)}",
        ]
        for row in plan.table
    ]
    figures = {figure.label: figure for figure in plan.figures}
    total, gained = (figures.get(f"year 1 total compensation {end}") for end in ("if they agree", "gained"))
    worth = EMPTY
    if total is not None and gained is not None:
        amounts = (tag("b", format_figure(total)), f", {format_figure(gained)} more.")
        worth = tag("p", "If they agree to all of it, year 1 pays ", *amounts)
    return join((compose_table(["Part", "Offered", "Ask", "More"], rows), worth))


def _draw_way_on(place: CounterPlace, choice: CounterChoice, error: InputError) -> None:
    """Why there is no plan: the person's own numbers do not hold any more, or the offer lacks its base."""
    if choice.target is None and choice.walk_away is None and not choice.wanted:
        st.info(escape_label(f"No plan yet: the offer {error.message}. Add it on the Offers page.", 400))
        return
    st.warning(escape_label(f"Your own numbers no longer fit the offer: {error.field} {error.message}.", 400))
    st.button("Start from the plan's own numbers", on_click=keep, args=(place, "target", _CLEARED))
