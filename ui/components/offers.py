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
_YEAR_1 = "year 1 total compensation"


def compose_offers(session: CoachSession, case: str) -> Markup:
    """A card for each offer on file; empty without any."""
    offers = session.load_case(case).offers
    if not offers:
        return EMPTY
    turns = session.list_turns(case)
    cards = (_compose_card(item, _find_year_1(item, offers, turns)) for item in offers)
    return tag("section", tag("div", "On the table", css="pl-eyebrow"), *cards, css="pl-offers")


def _find_year_1(item: RecordedOffer, offers: tuple[RecordedOffer, ...], turns: tuple[Turn, ...]) -> Figure | None:
    """The newest year 1 figure that can only be this offer's."""
    for turn in reversed(turns):
        if turn.answer is None:
            continue
        matching = [figure for figure in turn.answer.figures if figure.label.endswith(_YEAR_1)]
        named = [figure for figure in matching if item.name.casefold() in figure.label.casefold()]
        if named or (matching and len(offers) == 1):
            return (named or matching)[0]
    return None


def _compose_card(item: RecordedOffer, year_1: Figure | None) -> Markup:
    offer = item.offer
    title = " · ".join(part for part in (offer.company, offer.level or offer.title) if part) or item.name
    lines = [tag("li", line) for line in describe_terms(offer)]
    headline = (
        tag("div", tag("span", format_figure(year_1), css="pl-amount"), tag("small", " in year 1")) if year_1 else EMPTY
    )
    deadline = tag("p", "Answer by: ", offer.deadline, css="pl-quiet") if offer.deadline else EMPTY
    return tag(
        "div",
        tag(
            "div",
            _ROLES.get(item.role, item.role) + ("" if item.confirmed else " · not confirmed yet"),
            css="pl-eyebrow",
        ),
        tag("b", title),
        headline,
        tag("ul", join(lines)),
        deadline,
        css="pl-offer",
    )
