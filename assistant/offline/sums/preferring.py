"""Preferring: whether a sum worked out from the words serves a message better than the calculator found for it."""

from __future__ import annotations

from assistant.offline.algebra.choose import by_own_rates, count_explained
from assistant.offline.algebra.message import Message
from assistant.offline.sums.sum import ReadSum

OPEN_TO_WORK = frozenset({"contract_rate", "lever_exchange", "lever_value", "dilution", "hourly_pay"})
"""Tools whose sums can be worked out from the words as well, with more of what is asked."""
MADE_FOR_IT = 2
"""Weight below which a worked sum gives way to the calculator made for it."""
SURELY = 2
"""By how much a worked sum of plain words outweighs a calculation that explains every number too."""
MORE_THAN_PERCENT = ("year", "month", "week", "hour", "check", "total", "difference", "middle", "average")
TAX_TOOLS = frozenset({"income_tax", "marginal_rate", "supplemental_withholding", "after_tax_pay"})


def explains_more(text: str, worked: ReadSum, found: ReadSum | None) -> bool:
    """Whether a worked sum serves a message better than the calculation found for it."""
    if found is None or found.missing or found.unused or worked.sum.weight > found.sum.weight + SURELY:
        return True
    if worked.sum.weight < MADE_FOR_IT and found.uses_offer:
        return False
    if worked.sum.weight < MADE_FOR_IT and found.used:
        return count_explained(text, worked.arguments) > max(found.used, count_explained(text, found.arguments))
    if found.sum.tool in OPEN_TO_WORK or (by_own_rates(worked) and found.sum.tool in TAX_TOOLS):
        return True
    if found.sum.tool == "percent_change" and Message(text).asks(*MORE_THAN_PERCENT):
        return True
    if found.sum.tool in TAX_TOOLS and any(term.role == "net" and term.per for term in Message(text).money):
        return True  # it is net already
    return count_explained(text, worked.arguments) > count_explained(text, found.arguments)
