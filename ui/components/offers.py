"""The offers of a case in short: whose, what they pay, and how long there is to answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.cases.standing import CLOSE_DAYS
from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.offer_words import describe_terms
from assistant.errors import InputError
from ui.components.markup import EMPTY, Markup, join, tag
from ui.format import format_figure

if TYPE_CHECKING:
    from assistant.cases.case import Case, RecordedOffer
    from assistant.domain.figure import Figure
    from assistant.domain.offer import Offer

_ROLES = {"mine": "Your offer", "competing": "Competing offer"}
_YEAR_1, _AVERAGE = "year 1 total compensation", "-year average compensation"


def compose_offers(case: Case, days: Mapping[str, int | None]) -> Markup:
    """A card for each offer on file; empty without any."""
    if not case.offers:
        return EMPTY
    cards = (_compose_card(item, days.get(item.name)) for item in case.offers)
    return tag("section", tag("div", "On the table", css="pl-eyebrow"), *cards, css="pl-offers")


def _find_totals(offer: Offer) -> tuple[Figure | None, Figure | None]:
    """Year 1 and the average of all years, where the terms suffice."""
    try:
        figures = calculate_total_compensation(offer).figures
    except InputError:
        return None, None
    year_1 = next((figure for figure in figures if figure.label == _YEAR_1), None)
    return year_1, next((figure for figure in figures if figure.label.endswith(_AVERAGE)), None)


def _say_days(left: int) -> str:
    """How long is left to answer."""
    if left < 0:
        return "passed"
    return "today" if left == 0 else f"{left} day{'s' if left > 1 else ''} left"


def _compose_deadline(words: str, left: int | None) -> Markup:
    """The days left, which one looks for under stress, before the words of the deadline."""
    if left is None:
        return tag("p", "Answer by: ", words, css="pl-quiet")
    days = tag("b", _say_days(left), css="pl-days pl-soon" if left <= CLOSE_DAYS else "pl-days")
    return tag("p", days, tag("small", f" to answer: {words}" if left > 0 else f" Answer by: {words}"), css="pl-left")


def _compose_card(item: RecordedOffer, left: int | None = None) -> Markup:
    offer = item.offer
    title = " · ".join(part for part in (offer.company, offer.level or offer.title) if part) or item.name
    year_1, average = _find_totals(offer)
    headline = (
        tag("div", tag("span", format_figure(year_1), css="pl-amount"), tag("small", " in year 1")) if year_1 else EMPTY
    )
    evened = tag("p", format_figure(average), " on the average", css="pl-quiet") if year_1 and average else EMPTY
    deadline = _compose_deadline(offer.deadline, left) if offer.deadline else EMPTY
    waits = "" if item.confirmed else " · not confirmed yet"
    return tag(
        "div",
        tag("div", _ROLES.get(item.role, item.role) + waits, css="pl-eyebrow"),
        tag("b", title),
        headline,
        evened,
        deadline,
        tag("ul", join(tag("li", line) for line in describe_terms(offer))),
        css="pl-offer",
    )
