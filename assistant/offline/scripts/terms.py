"""Terms: the offer on file in the phrases of a message."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.money import render_money
from assistant.letters.places import CITY_CURRENCY
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.view import View

_LETTER = re.compile(r"\n[^\n]*\n[^\n]*\n")
"""Several lines: a pasted letter, whose company is known by its form."""

_PERIODS = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month"}
"""How pay is said that is not told by the year."""


def company_named(view: View) -> str:
    """Whom to write to: the company of the offer, else the one the message names if it is not a rival."""
    own = (view.mine or {}).get("offer", {}).get("company")
    rivals = {str(item["offer"].get("company") or "").casefold() for item in view.competing}
    told = view.texts[-1]
    behind = " ".join(clause.words for clause in cut_clauses(told) if clause.role == "reason").casefold()
    beside = " ".join(clause.words for clause in cut_clauses(told) if clause.role != "reason").casefold()
    whole = told.casefold()
    named = [name for name in view.companies if any(word in whole for word in name.split())]
    named = [name for name in named if name not in rivals and (name in beside or name not in behind)]
    if own or view.mine or len(named) != 1:
        return own or ""
    return named[0].title()


def describe_role(offer: dict[str, Any]) -> str:
    """The title with the level behind it."""
    title, level = offer.get("title"), offer.get("level")
    if title and level and level not in title:
        return f"{title} ({level})"
    return title or level or ""


def choose_company(filed: str, brief: Brief, told: str, rivals: Collection[str] = ()) -> str:
    """The company as the message names it; the one on file where the message names none, or one that the other offer is from.

    Args:
        filed: the company of the offer on file.
        brief: what was read of the conversation.
        told: the newest message, folded.
        rivals: what the offers are called that the message is not about.
    """
    if brief.company and any(_is_same(brief.company, rival) for rival in rivals):
        return filed
    if not brief.company:
        return "" if filed and filed.casefold() in told.casefold() and not _LETTER.search(told) else filed
    first = brief.company.split()[0].casefold()
    if (filed and first not in told.casefold()) or brief.company.casefold() in CITY_CURRENCY:
        return filed
    return filed if filed and first in filed.casefold() else brief.company


def _is_same(name: str, other: str) -> bool:
    """Whether two names begin with the same word."""
    return name.casefold().split()[:1] == other.casefold().split()[:1]


def told_now(offer: dict[str, Any], told: str) -> bool:
    """Whether the newest message itself tells the pay of the offer, so that nothing of it stands on file."""
    base = offer.get("base_stated", {}).get("amount") if isinstance(offer.get("base_stated"), dict) else None
    sums = {item.value for item in read_amounts(told)}
    known = [Decimal(str(value)) for value in (base, offer.get("base_annual")) if value]
    return any(value * scale in sums for value in known for scale in (1, Decimal("0.001"), Decimal("0.00001")))


def is_role(title: str, person: str, told: str) -> bool:
    """Whether a title is the person's own, and not that of whom the message goes to.

    >>> is_role("engineering manager", "Fiachra", "write to Fiachra, engineering manager at Intercom")
    False
    """
    if not (title and person):
        return True
    last, words = re.escape(person.rsplit(maxsplit=1)[-1]), re.escape(title.split(" (", maxsplit=1)[0])
    beside = rf"{last}\W+(?:\w+\W+){{0,3}}?{words}|{words}\W+(?:\w+\W+){{0,2}}?{last}"
    return re.search(beside, told, re.IGNORECASE) is None


def list_terms(offer: dict[str, Any]) -> list[str]:
    """The offer's terms as short phrases, in the order people name them."""
    currency = offer.get("currency") or "USD"

    def money(value: float, of: str = currency) -> str:
        return render_money(Decimal(str(value)), of)

    terms = []
    if offer.get("base_annual") is not None:
        stated = offer.get("base_stated") or {}
        period = _PERIODS.get(str(stated.get("period")), "")
        terms.append(
            f"a base of {money(stated['amount'])} {period}" if period else f"a base of {money(offer['base_annual'])}"
        )
    for grant in offer.get("equity", ()):
        value = grant.get("total_value") or grant.get("annual_value")
        if value is not None:
            span = f" over {grant['years']:g} years" if grant.get("years") else ""
            each = " a year" if grant.get("total_value") is None else ""
            terms.append(f"{money(value, grant.get('currency') or currency)}{each} in stock{span}")
        elif grant.get("shares"):
            terms.append(f"{grant['shares']:,g} {'options' if grant['kind'] == 'option' else 'shares'}")
        elif grant.get("percent"):
            terms.append(f"{grant['percent']:g}% of the company")
    if offer.get("bonus_target_pct") is not None:
        terms.append(f"a {offer['bonus_target_pct']:g}% target bonus")
    if offer.get("signing"):
        terms.append(f"a sign-on bonus of {' plus '.join(money(part['amount']) for part in offer['signing'])}")
    return terms
