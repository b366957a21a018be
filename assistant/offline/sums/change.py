"""Sums about change: a raise in percent, the percent between two amounts, growth over years."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

DOWN = r"(?:drop\w*|fall\w*|fell|down|cut\w*|tank\w*|crash\w*|declin\w*|los\w+|lower|less|decrease\w*|minus|shrink\w*|halv\w*)"
UP = r"(?:rais\w*|ris\w+|rose|increas\w*|grow\w*|grew|up\b|more|bump\w*|hike\w*|gain\w*|higher|jump\w*|above|over|on top|extra|climb\w*|go(?:es)? up|appreciat\w*|compound\w*)"
YEARLY = r"(?:a year|per year|each year|every year|yearly|annual\w*|p\.a\.|/yr|compound\w*)"


def _change(filled: Filled) -> dict[str, Any] | None:
    """Two amounts, or an amount and a percent; the sign from the words."""
    pays = [
        q
        for q in filled.question.quantities
        if q.kind in ("money", "plain") and not q.unit and (q.explicit or q.value >= 10)
    ]
    percents = [q for q in filled.question.quantities if q.kind == "percent"]
    if not pays:
        return None
    before = _scaled(filled, pays)
    if len(pays) >= 2 and not percents:
        first, second = before[:2]
        return {"amount": first, "new_amount": second, "years": _years(filled), "currency": filled.currency}
    if not percents or len(pays) > 2:
        return None
    change = percents[0].value
    around = filled.question.text
    if (
        re.search(rf"\b{DOWN}\b", around, re.IGNORECASE)
        and change > 0
        and not re.search(r"\b(?:rais\w*|hike|increase|bump)\b", around, re.IGNORECASE)
    ):
        change = -change
    if len(pays) == 2:
        return {"amount": before[0], "new_amount": before[1], "currency": filled.currency}
    return {
        "amount": before[0],
        "change_pct": to_json_number(change),
        "years": _years(filled) if filled.has(YEARLY) or _years(filled) else None,
        "currency": filled.currency,
    }


def _scaled(filled: Filled, pays: list[Any]) -> list[int | float]:
    """The amounts on one scale: "from 140 to 165k" means thousands in both."""
    big = any(item.explicit and item.value >= 1000 for item in pays)
    return [to_json_number(as_money(item) if big or item.value < 1000 else item.value) for item in pays]


def _years(filled: Filled) -> int | None:
    years = filled.years("years")
    return int(years) if years is not None and years == int(years) and years >= 1 else None


CHANGE_SUMS = (
    Sum(
        "percent_change",
        (rf"(?:percent\w*|%|hike|raise|increase|bump|jump|cut|{DOWN}|{UP})", r"\d"),
        _change,
        (slot("years", "span", r"(?:for|over|after|in)", sole=True),),
        never=r"(?:vest\w*|401|espp|strike|options?|dilut\w*|tax\w*|withh\w*|clawback|hour\w*|match|deadline|sign[- ]?on|bonus|rsus?|base\b.*\bbase)",
        needs=(("amount", "the amount"),),
        shows=("new amount", "change in percent", "change", "amount after", "total change"),
        weight=1,
    ),
)
