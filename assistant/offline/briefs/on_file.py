"""On file: what a brief asks for, set against the offer on file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from assistant.offline.briefs.ask import Money
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.changed_asks import resolve_all


def with_offer(brief: Brief, offer: dict[str, Any]) -> Brief:
    """The brief with every ask for a change of what is offered worked out."""
    return replace(brief, asks=tuple(resolve_all(brief.asks, sums_offered(offer))))


def sums_offered(offer: dict[str, Any]) -> dict[str, Money]:
    """The sums an offer names, by term."""
    currency = offer.get("currency") or "USD"
    values: dict[str, Any] = {"base_salary": offer.get("base_annual")}
    if signing := offer.get("signing"):
        values["sign_on_bonus"] = sum(part["amount"] for part in signing)
    grants = [grant["total_value"] for grant in offer.get("equity", ()) if grant.get("total_value")]
    if len(grants) == 1:
        values["equity_grant"] = grants[0]
    return {term: Money(Decimal(str(value)), currency) for term, value in values.items() if value}
