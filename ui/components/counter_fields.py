"""Counter fields: what a person sets for their counter, kept with the case as soon as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from assistant.errors import InputError, ParleyError
from ui import state
from ui.components.markup import tag
from ui.components.text import render
from ui.format import format_name, format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from assistant.session import CoachSession
    from ui.turns import TurnRunner

LONGEST_LINE = 60


class CounterPlace(NamedTuple):
    """Where a counter is kept: the case, and the offer it answers; what is written counts as a message of `turns`."""

    session: CoachSession
    turns: TurnRunner
    case: str
    offer: str

    def key(self, field: str) -> str:
        """The key of a field on the page."""
        return f"counter {field} {self.case} {self.offer}"


class Field(NamedTuple):
    """A field of the page in fixed words: what it sets, its label, and what it shows while it is empty."""

    name: str
    label: str
    placeholder: str = ""


def draw_amount(place: CounterPlace, field: Field, value: Decimal | None) -> None:
    """A field for an amount of money, as people write it."""
    draw_text(place, field, "" if value is None else format_number(value))


def draw_text(place: CounterPlace, field: Field, value: str) -> None:
    """A field for a line of text; what could not be used stays in it, and why is said below."""
    key = place.key(field.name)
    refusal = state.find_refusal(key)
    st.session_state[key] = refusal[0] if refusal else value
    st.text_input(
        field.label,
        key=key,
        placeholder=field.placeholder,
        max_chars=LONGEST_LINE,
        autocomplete="off",
        on_change=_keep_field,
        args=(place, field.name),
    )
    draw_refusal(place, field.name)


def draw_choice(place: CounterPlace, field: Field, choices: Mapping[str, str], value: str) -> None:
    """Some choices side by side, one of them taken."""
    key = place.key(field.name)
    st.session_state[key] = value
    st.radio(
        field.label,
        list(choices),
        key=key,
        format_func=lambda choice: choices[choice],
        horizontal=True,
        on_change=_keep_field,
        args=(place, field.name),
    )
    draw_refusal(place, field.name)


def draw_refusal(place: CounterPlace, field: str) -> None:
    """Why what was written into a field was not taken, if it was not."""
    refusal = state.find_refusal(place.key(field))
    if refusal is not None:
        render(tag("p", refusal[1], css="pl-error", role="alert"))


def keep(place: CounterPlace, field: str, changes: Mapping[str, str]) -> None:
    """Keep choices; what cannot be used is said below the field."""
    key = place.key(field)
    state.clear_refusal(key)
    try:
        place.session.counter.choose(place.case, place.offer, changes)
    except InputError as error:
        said = error.message if error.message.startswith('"') else f"{_name(error.field)} {error.message}"
        state.set_refusal(key, str(changes.get(field, "")), f"{said.rstrip('.')}. What was kept stays.")
    except ParleyError as error:
        state.set_refusal(key, str(changes.get(field, "")), f"{error} What was kept stays.")


def _keep_field(place: CounterPlace, field: str) -> None:
    keep(place, field, {field: str(st.session_state.get(place.key(field)) or "")})


def _name(field: str) -> str:
    name = format_name(field.rpartition(".")[2])
    return f"{name[:1].upper()}{name[1:]}"
