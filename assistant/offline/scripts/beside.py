"""Beside: what stands under a message: its numbers, and where a lawyer comes in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money


def tell_lawyer(told: str) -> str:
    """Where the line to a lawyer runs, when the person asks."""
    if not re.search(r"\b(?:lawyer|attorney|legal advice)\b", told, re.IGNORECASE):
        return ""
    return "**The lawyer.** Yes: have an employment lawyer of that country read the clause before you sign; I am none."


def tell_numbers(plan: dict[str, Any] | None) -> str:
    """What the plan of a counter gains, with its assumptions; empty where nothing was planned."""
    if plan is None:
        return ""
    currency = plan["data"]["currency"]
    values = {figure["label"]: figure["value"] for figure in plan["figures"]}
    gained = values.get("year 1 total compensation gained")
    total = values.get("year 1 total compensation if they agree")
    if not (gained and total):
        return ""
    worth = f"If they agree to all of it, year 1 pays {_money(total, currency)}, {_money(gained, currency)} more."
    return " ".join(part for part in ("**The numbers.**", *plan["assumptions"], worth) if part)


def _money(value: float, currency: str) -> str:
    return render_money(Decimal(str(value)), currency)
