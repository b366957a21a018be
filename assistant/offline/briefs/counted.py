"""Counted: a bare number asked for gets the unit of the number it is to replace."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.ask import Ask

_BARE_NUMBER = lazy(r"(?P<number>\d{1,3}(?:\.\d)?)(?: (?:instead|at least|please))?", re.IGNORECASE)


_COUNTED = lazy(
    r"\b(?P<number>\d{1,3}(?:\.\d)?) (?P<unit>(?:(?:vacation|pto|paid|holiday|annual leave|sick|remote|home office|wfh|leave|notice|working) )?(?:days?|weeks?|hours?|hrs|months?|nights|shifts|patients|students)"
    r"(?: (?:of )?(?:pto|vacation|holidays?|leave|annual leave|paid leave|time off|remote|severance|notice|paternity leave|maternity leave|parental leave|per (?:year|week)|a (?:year|week|month)))?)\b",
    re.IGNORECASE,
)


def counted_alike(ask: Ask, text: str) -> Ask:
    """A bare number with the unit of what it is to replace: "giving 10 days PTO. Ask for 20"."""
    number = _BARE_NUMBER.fullmatch(ask.words)
    if number is None or ask.form not in ("thing", "unread"):
        return ask
    told = next((match for match in _COUNTED.finditer(text) if match["number"] != number["number"]), None)
    if told is None:
        return ask
    return replace(ask, form="thing", words=f"{number['number']} {told['unit']} instead of {told['number']}")
