"""Sums about a deferral: what is paid now of a bonus of which a part is paid years later."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.lazy_pattern import lazy
from assistant.offline.algebra.expression import Work
from assistant.offline.algebra.terms import read_terms
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

_BONUS = r"(?:bonus\w*|award|payout|incentive|commission|variable)"
_DEFERRED = (
    r"(?:defer(?:s|red|ring|ral)?|(?:held|holds?|holding|kept|keeps?) back|withheld until|locked (?:up|in)|"
    r"paid (?:out )?(?:(?:only|[\w.]+ years?|[\w.]+ months?|much) )*(?:later|afterwards))"
)
"""Says that a part of a sum comes later."""
_NEVER = (
    r"(?:chance|odds|probab\w*|likel\w*|claw\w*|tax\w*|401\w*|strike|options?|interest|discount\w*|start date|raise|"
    r"offers|instead|worth today)"
)
_REST = rf"(?:rest|remainder|remaining|balance)\b[^.?!\n]{{0,24}}\b{_DEFERRED}"
"""Says that the part in percent is the one paid now."""
_TOLD = lazy(rf"(?s)(?!.*\b{_NEVER}\b)(?=.*\b{_BONUS}\b).*\b{_DEFERRED}\b", re.IGNORECASE)


def tells_deferral(text: str) -> bool:
    """Whether a part of a bonus is said to come later, which is no chance and no yearly rate of it.

    >>> tells_deferral("half of my 60k bonus is deferred 3 years"), tells_deferral("50% chance of a 60k bonus")
    (True, False)
    """
    return bool(_TOLD.match(text))


def _deferral(filled: Filled) -> dict[str, Any] | None:
    """The sum split into what is paid now and later; None without one part in percent or in words."""
    parts = [term for term in read_terms(filled.question.text) if term.dim == "percent"]
    if len(parts) != 1:
        return None
    whole, work = filled.slots.get("whole"), Work()
    if whole is None:
        return {}
    first = filled.has(_REST)
    share = work.take(parts[0], "paid_pct" if first else "deferred_pct").part
    amount = work.number(as_money(whole), "bonus")
    named, other = ("paid now", "paid later") if first else ("paid later", "paid now")
    work.step(other, amount - work.step(named, amount * share))
    return {"numbers": work.numbers, "steps": work.steps, "currency": filled.currency}


DEFERRAL_SUMS = (
    Sum(
        "worked_sum",
        (_DEFERRED, _BONUS),
        _deferral,
        (slot("whole", "money", _BONUS, sole=True),),
        never=_NEVER,
        needs=(("numbers", "the whole bonus in money"),),
        shows=("paid now", "paid later"),
        spare=frozenset({"span"}),
        weight=10,
    ),
)
