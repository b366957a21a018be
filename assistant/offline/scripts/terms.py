"""Terms: the offer on file in the phrases of a message."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.view import View


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


def list_terms(offer: dict[str, Any]) -> list[str]:
    """The offer's terms as short phrases, in the order people name them."""
    currency = offer.get("currency") or "USD"

    def money(value: float, of: str = currency) -> str:
        return render_money(Decimal(str(value)), of)

    terms = []
    if offer.get("base_annual") is not None:
        terms.append(f"a base of {money(offer['base_annual'])}")
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
