"""The offers of a case in short: whose, what they pay, and year 1 where it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain.figure import Figure
from assistant.domain.offer_words import describe_terms
from ui.components.markup import EMPTY, Markup, join, tag
from ui.format import format_figure

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer, Turn
    from assistant.session import CoachSession

_ROLES = {"mine": "Your offer", "competing": "Competing offer"}
_WAITS = " · not confirmed yet"
_YEAR_1, _AVERAGE = "year 1 total compensation", "-year average compensation"


def compose_offers(session: CoachSession, case: str) -> Markup:
    """A card for each offer on file; empty without any."""
    offers = session.load_case(case).offers
    if not offers:
        return EMPTY
    turns = session.list_turns(case)
    told = turns[0].asked_at if turns else ""
    cards = (
        _compose_card(
            item,
            _find_figure(item, offers, turns, _YEAR_1),
            _find_figure(item, offers, turns, _AVERAGE),
            session.offers.count_days(item.offer.deadline, told) if item.offer.deadline else None,
        )
        for item in offers
    )
    return tag("section", tag("div", "On the table", css="pl-eyebrow"), *cards, css="pl-offers")


def _find_figure(
    item: RecordedOffer, offers: tuple[RecordedOffer, ...], turns: tuple[Turn, ...], label: str
) -> Figure | None:
    """The newest figure of that label that can only be this offer's."""
    for turn in reversed(turns):
        if turn.answer is None:
            continue
        matching = [figure for figure in turn.answer.figures if figure.label.endswith(label)]
        named = [figure for figure in matching if item.name.casefold() in figure.label.casefold()]
        if named or (matching and len(offers) == 1):
            return (named or matching)[0]
    return None


def _say_days(left: int | None) -> str:
    """How long is left to answer, for behind the words of the deadline."""
    if left is None:
        return ""
    if left < 0:
        return " · passed"
    return " · today" if left == 0 else f" · {left} day{'s' if left > 1 else ''} left"


def _compose_card(
    item: RecordedOffer, year_1: Figure | None, average: Figure | None = None, left: int | None = None
) -> Markup:
    offer = item.offer
    title = " · ".join(part for part in (offer.company, offer.level or offer.title) if part) or item.name
    lines = [tag("li", line) for line in describe_terms(offer)]
    headline = (
        tag("div", tag("span", format_figure(year_1), css="pl-amount"), tag("small", " in year 1")) if year_1 else EMPTY
    )
    evened = tag("p", format_figure(average), " on the average", css="pl-quiet") if year_1 and average else EMPTY
    deadline = tag("p", "Answer by: ", offer.deadline, _say_days(left), css="pl-quiet") if offer.deadline else EMPTY
    return tag(
        "div",
        tag(
            "div",
            _ROLES.get(item.role, item.role) + ("" if item.confirmed else " · not confirmed yet"),
            css="pl-eyebrow",
        ),
        tag("b", title),
        headline,
        evened,
        tag("ul", join(lines)),
        deadline,
        css="pl-offer",
    )
