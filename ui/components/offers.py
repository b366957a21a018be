"""The offers of a case in short: whose, what they pay, and year 1 where it was computed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.domain.figure import Figure
from assistant.domain.offer import EquityGrant, Offer
from ui.components.markup import EMPTY, Markup, join, tag
from ui.format import count_of, format_figure, format_money, format_number

if TYPE_CHECKING:
    from assistant.cases.case import RecordedOffer, Turn
    from assistant.session import CoachSession

_ROLES = {"mine": "Your offer", "competing": "Competing offer"}
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
        tag("div", _ROLES.get(item.role, item.role), css="pl-eyebrow"),
        tag("b", title),
        headline,
        tag("ul", join(lines)),
        deadline,
        css="pl-offer",
    )


def describe_terms(offer: Offer) -> list[str]:
    """The stated parts of an offer, one short line each."""
    lines = []
    if offer.base_annual is not None:
        lines.append(f"Base {_money(offer, offer.base_annual)}")
    if offer.bonus_target_pct is not None:
        lines.append(f"Target bonus {format_number(offer.bonus_target_pct)} %")
    elif offer.bonus_target_amount is not None:
        lines.append(f"Target bonus {_money(offer, offer.bonus_target_amount)}")
    lines += [line for grant in offer.equity if (line := _describe_grant(offer, grant))]
    for part in offer.signing:
        lines.append(f"Sign-on {_money(offer, part.amount)}" + (f" in year {part.year}" if part.year > 1 else ""))
    return lines


def _describe_grant(offer: Offer, grant: EquityGrant) -> str:
    years = f" over {count_of(int(grant.years), 'year')}" if grant.years else ""
    if grant.total_value is not None:
        return f"Stock {_money(offer, grant.total_value)}{years}"
    if grant.annual_value is not None:
        return f"Stock {_money(offer, grant.annual_value)} a year"
    if grant.shares is not None:
        return f"{format_number(grant.shares)} {'options' if grant.kind == 'option' else 'shares'}{years}"
    return f"Equity {format_number(grant.percent)} %" if grant.percent is not None else ""


def _money(offer: Offer, amount: Decimal) -> str:
    return format_money(offer.money(amount))
