"""Promise words: a change between promise and letter as a line to read and a question to send."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from assistant.domain.promise_diff import PromiseChange

_LABELS = {
    "base_annual": "base salary", "base_range": "base range", "bonus_target_pct": "target bonus",
    "bonus_target_amount": "target bonus", "bonus_max_pct": "highest bonus", "bonus_range_pct": "bonus range",
    "signing": "sign-on bonus", "retention_bonus": "retention bonus", "start_date": "start date",
    "total_value": "equity grant", "annual_value": "equity a year", "shares": "number of shares",
    "strike": "strike price", "percent": "share of the company", "years": "vesting time in years",
    "schedule": "vesting schedule", "cliff_months": "vesting cliff in months", "frequency": "vesting frequency",
    "kind": "kind of equity",
}  # fmt: skip


def name_term(field: str) -> str:
    """A field as a person calls it.

    >>> name_term("equity[0].cliff_months")
    'vesting cliff in months'
    >>> name_term("signing[1].amount")
    'sign-on bonus 2, amount'
    """
    place = re.match(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$", field)
    if place is None:
        return field.replace("_", " ")
    name, index, leaf = place[1], int(place[2] or 0), place[3]
    later = f" {index + 1}" if index else ""
    whole = _LABELS.get(name, name.replace("_", " "))
    if leaf is None:
        return f"{whole}{later}"
    if name == "equity":
        return f"{_LABELS.get(leaf, leaf.replace('_', ' '))}{f' of grant{later}' if later else ''}"
    return f"{whole}{later}, {leaf.replace('_', ' ')}"


def write_question(change: PromiseChange) -> str:
    """What to ask the recruiter about a change, ready to send; empty where nothing is to be asked."""
    term, before, after = name_term(change.field), say_value(change.before), say_value(change.after)
    said = term if change.before == change.before_quote else f"{term} of {before}"
    if change.standing == "missing":
        return f"We spoke about the {said}, and I do not find it in the letter. Could you add it?"
    if change.standing == "changed":
        return f"We spoke about a {said}, and the letter says {after}. Which one holds, and could the letter say so?"
    if change.standing == "now_conditional":
        return f"The {said} now comes with a condition. Could you confirm it without one, or tell me when it applies?"
    return ""


def say_value(value: Any) -> str:
    """A value in words; what only says that a topic was named has none."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return ", ".join(f"{item['amount']:,.0f} in year {item['year']}" for item in value)
    if isinstance(value, list):
        return "/".join(f"{item:,}" for item in value)
    if isinstance(value, dict):
        return f"{value['amount']:,.0f}" if value.get("amount") else ""
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def summarise(changes: Sequence[PromiseChange]) -> str:
    """How many terms stand where, in one line."""
    counts = {
        name: sum(item.standing == name for item in changes) for name in dict.fromkeys(i.standing for i in changes)
    }
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items()) or "no term on either side"
