"""Standing: what to do next, what was asked for and what they said, for the side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.cases.standing import Ask, Place, Said, Standing
from ui import state
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.text import escape_label, render
from ui.format import format_day

if TYPE_CHECKING:
    from assistant.cases.standing import Step

MOST_SAID = 4
_LONGEST_WORDS = 140


def draw_next(step: Step, here: str) -> None:
    """The next step with a button that leads to it; none where its page is the one on the screen."""
    render(tag("section", tag("div", "Next", css="pl-eyebrow"), tag("p", step.says), css="pl-next"))
    if step.place == here and not step.start:
        return
    pressed = st.button(
        escape_label(step.action), key="next-step", width="stretch", on_click=_begin, args=(step.start,)
    )
    if pressed and step.place != here:
        _go_to(step.place)


def _begin(start: str) -> None:
    if start:
        state.prefill(start)


def _go_to(place: Place) -> None:
    state.go_to(place)


def compose_talk(standing: Standing) -> Markup:
    """The asks and what the recruiter said to them; empty without any."""
    asked = tag("ul", *map(_compose_ask, standing.asks)) if standing.asks else EMPTY
    newest = reversed(standing.said[-MOST_SAID:])
    said = tag("ul", *map(_compose_said, newest)) if standing.said else EMPTY
    parts = [
        tag("div", tag("div", heading, css="pl-eyebrow"), listed, css="pl-talk")
        for heading, listed in (("You ask for", asked), ("They said", said))
        if listed
    ]
    return join(parts)


def _compose_ask(ask: Ask) -> Markup:
    refused = tag("small", " refused", css="pl-refused") if ask.refused else EMPTY
    return tag("li", f"{ask.name[:1].upper()}{ask.name[1:]} ", tag("b", ask.amount), refused)


def _compose_said(said: Said) -> Markup:
    short = said.words if len(said.words) <= _LONGEST_WORDS else f"{said.words[: _LONGEST_WORDS - 1].rstrip()}…"
    closes = f" · closes the {said.closes}" if said.closes and said.is_refusal else ""
    return tag("li", f"“{short}”", tag("small", f" {format_day(said.told_at)}{closes}"))
