"""The sum of a base and a commission: so many percent of what is sold."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

_ON = re.compile(r" ?(?:commission )?(?:on|of) (?:sales of |about |a )?", re.IGNORECASE)


def _commission(filled: Filled) -> dict[str, Any] | None:
    """The base with the part of the sales that the percent right before them tells."""
    text, base = filled.question.text, filled.slots.get("base")
    percents = [item for item in filled.question.quantities if item.kind == "percent"]
    amounts = [item for item in filled.question.quantities if item.kind in ("money", "plain")]
    if base is None or len(percents) != 1 or len(amounts) != 2 or base.period not in (None, "year"):
        return None
    rate, sales = percents[0], next(item for item in amounts if item is not base)
    if sales.start < rate.end or not _ON.fullmatch(text[rate.end : sales.start]) or sales.period not in (None, "year"):
        return None
    return {
        "numbers": {
            "base": to_json_number(as_money(base)),
            "sales": to_json_number(as_money(sales)),
            "commission_pct": to_json_number(rate.value),
        },
        "steps": [
            {"name": "commission", "label": "commission", "formula": "sales x commission_pct / 100", "unit": "money", "answers": False},
            {"name": "all_in_a_year", "label": "all in a year", "formula": "base + commission", "unit": "money", "answers": True},
        ],
    }  # fmt: skip


COMMISSION_SUMS = (
    Sum(
        "worked_sum",
        (r"commission", r"\d+ ?(?:%|percent)", r"base"),
        _commission,
        (slot("base", "money", r"base"),),
        shows=("all in a year", "commission"),
        never=r"(?:ote\b|quota|on[- ]target|above|over|first|tier\w*|draw|month\w*)",
        weight=8,
    ),
)
