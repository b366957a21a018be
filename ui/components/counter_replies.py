"""Counter replies: the ladder, what to say to a yes, a part of it, a no, and to any number they name."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui.components.charts import say_amount
from ui.components.figures import compose_behind
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.safe_markdown import to_markup
from ui.components.sources import compose_sources, find_sources, marker
from ui.components.text import render

if TYPE_CHECKING:
    from assistant.counter import CounterChoice, Reply
    from assistant.domain.result import ToolResult
    from ui.components.counter_fields import CounterPlace

ZONES = {"hold": "Hold", "counter": "Counter", "accept": "Accept"}
_CITED = re.compile(r"\[\d{1,3}\]")
_PLACE = "written"


def draw_replies(place: CounterPlace, choice: CounterChoice) -> None:
    """The answers prepared, and why the message is built as it is."""
    with st.expander("When they answer"):
        _draw_prepared(place, choice)


def _draw_prepared(place: CounterPlace, choice: CounterChoice) -> None:
    try:
        replies = place.session.counter.replies(place.case, place.offer)
        ladder: ToolResult | None = place.session.counter.ladder(place.case, place.offer)
    except ParleyError:
        replies, ladder = (), None
    render(tag("dl", *map(_compose_reply, replies), css="pl-replies"))
    if ladder is not None:
        render(_compose_ladder(ladder))
    render(_compose_reasons(place, choice))


def _compose_reply(reply: Reply) -> Markup:
    then = tag("small", f" {reply.then}") if reply.then else EMPTY
    return tag("div", tag("dt", reply.when), tag("dd", "“", reply.words, "”", then))


def _compose_ladder(ladder: ToolResult) -> Markup:
    """A line for every span of numbers they may name, with what to do and the words."""
    currency = str(ladder.data["currency"])
    heads = tag("tr", *(tag("th", head, scope="col") for head in ("If they say", "You", "Your words")))
    begins = {zone: say_amount(amount, currency) for zone, amount in ladder.data.get("zones", {}).items()}
    rows: list[Markup] = []
    for (zone, words), group in groupby(ladder.table, key=lambda row: (row["zone"], row["words"])):
        # A line reaches to the next one, and a zone begins at the person's own mark: every number has an answer.
        first = say_amount(next(group)["reply"], currency)
        begins_at = begins.pop(zone, first)
        least = begins_at if rows else first
        named = tag("td", f"from {least}" if rows else least)
        what = tag("td", ZONES[zone], css=f"pl-zone-{zone}")
        rows.append(tag("tr", named, what, tag("td", "“", words, "”", css="pl-say")))
    table = tag("div", tag("table", tag("thead", heads), tag("tbody", *rows)), css="pl-table pl-ladder")
    title = tag("h3", "If they name a number", css="pl-term-group")
    return join((title, table, compose_behind((), ladder.assumptions, ladder.figures)))


def _compose_reasons(place: CounterPlace, choice: CounterChoice) -> Markup:
    """What the coach's answer says with sources, and the sources."""
    if choice.written is None:
        return EMPTY
    shown = find_sources(place.session, choice.written.citations, _PLACE)
    known = {source.n for source in shown}
    cited = "\n\n".join(part for part in choice.written.text.split("\n\n") if _CITED.search(part) and part[:1] != ">")

    def cite(n: int) -> Markup | None:
        return marker(n, _PLACE) if n in known else None

    title = tag("h3", "Why it is built this way", css="pl-term-group")
    return join((title, tag("div", to_markup(cited, cite=cite), css="pl-prose"), compose_sources(shown)))
