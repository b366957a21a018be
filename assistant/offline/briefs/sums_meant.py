"""Sums meant: a sum that is asked for without a word of asking: "I'd sign if they got to 200", "the schedule says 63,500"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.changed_asks import REACH, Told

_IF_REACHED = lazy(
    r"\b(?:if|when|once|should) (?:they|you|she|he|it|that|the \w+)(?:'d)? (?:would |could |can |will )?(?:only |just )?"
    r"(?:get|got|gets|come|came|comes|go|went|goes|move|moved|moves|reach|reached|reaches|hit|hits|match|matched|offer|offered|pay|paid|make|made|do|did|stretch|stretched|be|is|was|were|had|said)"
    r"(?: it| me| up| back| closer)*(?: (?:to|at|with|around|about|near|close to))?(?: the)? ?[$€£]?$",
    re.IGNORECASE,
)
_AGREES = lazy(
    r"\b(?:sign|accept|take (?:it|the (?:job|offer))|join|say yes|commit|agree|in\b|yours|done|stay|happy)\b",
    re.IGNORECASE,
)
_OK = lazy(r"\b(?:would|is|could|can)\s+[$€£]?$", re.IGNORECASE)
_OK_BEHIND = lazy(
    r"\s*(?:be )?(?:ok(?:ay)?|too (?:much|high)|possible|doable|fair|realistic|reasonable|work)\b", re.IGNORECASE
)
_MEASURED = lazy(
    r"\b(?:schedules?|scales?|steps?|grades?|range|bands?|median|midpoint|average|market|posted|posting|published|table|chart|guideline|survey|union|collective|tariff|benchmark|rate card)\b",
    re.IGNORECASE,
)
MOST_ABOVE = Decimal("1.6")


def read_meant(told: Told, asks: Sequence[Ask]) -> Iterator[Ask]:
    """The sum that is meant where no sum is asked for outright.

    Args:
        told: the message.
        asks: what it asks for outright.
    """
    if any(ask.form in ("amount", "change") for ask in asks):
        return
    offered = told.offered("base_salary")
    for item in told.sums:
        if _is_reached(told, item) or (not asks and offered and _is_measured(told, item, offered.value)):
            term = told.term_of(item, max(0, item.start - REACH), min(len(told.text), item.end + REACH // 2))
            yield Ask("amount", term or "base_salary", told.as_money(item))
            return


def _is_reached(told: Told, item: WrittenAmount) -> bool:
    """Whether the person would say yes to it: "I'd sign if they got to 200", "would 104k be ok"."""
    folded = lexicon.fold(told.text)
    before = folded[max(0, item.start - 2 * REACH) : item.start]
    if _OK.search(before) and _OK_BEHIND.match(folded, item.end):
        return True
    sentence = re.split(r"[.!?\n]\s", before)[-1] + folded[item.end : item.end + REACH]
    return bool(_IF_REACHED.search(before) and _AGREES.search(sentence))


def _is_measured(told: Told, item: WrittenAmount, offered: Decimal) -> bool:
    """Whether it is what a schedule or the market says, above what is offered."""
    role, clause = told.role_of(item), told.clause_of(item.start)
    theirs = role not in (None, "num", "want") or item.partner is not None
    if theirs or clause is None or not offered < told.worth(item) <= MOST_ABOVE * offered:
        return False
    return bool(_MEASURED.search(lexicon.fold(clause.words)))
