"""Plans: a purchase plan of shares as a message tells it."""

from __future__ import annotations

import re
from typing import Any

from assistant.offline.sums.sum import Filled

_PAID_IN = re.compile(
    r"\b(?:contribut\w+|put(?:ting)? in|pay(?:ing)? in|invest\w*) (?:about |around )?[$€£]?$", re.IGNORECASE
)


def shape_espp(filled: Filled) -> dict[str, Any]:
    """The arguments of the plan: what is paid in as an amount, or as a percent of the pay it is told of, never both."""
    start, end = filled.number("start_price"), filled.number("end_price")
    look = filled.has(r"look-?back|look back|lower of|lesser of") and not filled.has(
        r"(?:no|without(?: an?)?) look-?back"
    )
    if end is None and start is not None:
        start, end = (None, start) if not look else (start, end)
    salary, amount = filled.money("salary"), filled.money("contribution_amount")
    if salary is not None and amount is None and _PAID_IN.search(filled.question.text[: filled.slots["salary"].start]):
        salary, amount = None, salary
        filled.slots["contribution_amount"] = filled.slots["salary"]
    if filled.number("contribution_pct") is not None and amount is not None:
        paid = filled.slots["contribution_amount"]
        of_pay = re.search(r"(?:%|percent|pct) of (?:my |a |the )?(?:\w+ )?[$€£]?$", filled.question.text[: paid.start])
        salary, amount = (amount, None) if salary is None and of_pay else (salary, None if salary else amount)
        if amount is not None:  # what it comes to is told
            del filled.slots["contribution_pct"]
    return {
        "salary": salary,
        "contribution_amount": amount,
        "contribution_pct": filled.number("contribution_pct"),
        "discount_pct": filled.number("discount_pct"),
        "lookback": True if look else None,
        "start_price": start,
        "end_price": end,
        "tax_pct": filled.number("tax_pct"),
    }
