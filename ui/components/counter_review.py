"""Counter review: the flaws of a message beside its words, why each hurts, its source, and a rewrite to take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from ui import state
from ui.components.counter_fields import CounterPlace
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.sources import ShownSource, compose_sources, find_sources, marker
from ui.components.text import render
from ui.format import count_of, format_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.counter import Flaw, Review

GOOD = "Nothing to mend: it is friendly, and it says clearly what you want."


class Found(NamedTuple):
    """What a review leaves to draw: the rewrite to take, if any, and the sources of the reasons."""

    rewrite: str
    sources: Markup


NOTHING = Found("", EMPTY)


def draw_review(place: CounterPlace, text: str) -> Found:
    """The flaws of the message beside its words; the rest is left to draw below."""
    review = _review(place, text)
    if review.good:
        render(tag("div", tag("ul", tag("li", GOOD), css="pl-good"), role="status"))
        return NOTHING
    shown = find_sources(place.session, place.session.counter.cite(review.flaws), "flaws")
    count = f"{count_of(len(review.flaws), 'thing')} to mend before you send it"
    marked = mark_flaws(text, review.flaws)
    render(
        join(
            (
                tag("p", tag("b", count), role="status"),
                tag("div", marked, css="pl-asked pl-draft", role="group", aria_label="Your words, marked"),
                *(_compose_flaw(number, flaw, shown) for number, flaw in enumerate(review.flaws, start=1)),
            )
        )
    )
    rewrite = review.rewrite if review.rewrite.strip() and review.rewrite != text else ""
    return Found(rewrite, compose_sources(shown))


def draw_rewrite(rewrite: str) -> None:
    """The message without the flaws, as it would stand."""
    with st.expander("See the rewrite"):
        render(tag("div", rewrite, css="pl-asked"))


def mark_flaws(text: str, flaws: Sequence[Flaw]) -> Markup:
    """The message with the words of each flaw marked and numbered; words that two flaws share are marked once."""
    places = sorted(
        (start, start + len(flaw.quote), number)
        for number, flaw in enumerate(flaws, start=1)
        if flaw.quote and (start := text.find(flaw.quote)) >= 0
    )
    parts: list[str] = []
    end = 0
    for start, stop, number in places:
        if start < end:
            parts.append(tag("sup", f" {number}"))
            continue
        parts += [text[end:start], tag("mark", text[start:stop]), tag("sup", f" {number}")]
        end = stop
    return join((*parts, text[end:]))


def _review(place: CounterPlace, text: str) -> Review:
    """The review, looked up where the same words were looked over against the same offers before."""
    offers = place.session.load_case(place.case).offers
    key = (place.case, place.offer, text, offers)
    found: Review | None = state.find_reviewed(key)
    if found is None:
        found = place.session.counter.review(place.case, place.offer)
        state.set_reviewed(key, found)
    return found


def _compose_flaw(number: int, flaw: Flaw, shown: Sequence[ShownSource]) -> Markup:
    name = format_name(flaw.label)
    cited = [marker(item.n, "flaws") for item in shown if item.citation.quote == flaw.source_quote]
    head = tag("p", tag("b", f"{number}. {name[:1].upper()}{name[1:]}"), " ", tag("q", " ".join(flaw.quote.split())))
    return tag("div", head, tag("p", flaw.why, *cited), css="pl-note")
