"""Moved base: the new pay of a later message that names only the sum, "we can go to £52,000"."""

from __future__ import annotations

from decimal import Decimal

from assistant.letters.mentions import Page
from assistant.letters.moves import DENIED, NEW
from assistant.letters.pay import counts_things, scale_bare
from assistant.letters.terms import Terms

LEAST_RATIO, MOST_RATIO = Decimal("0.9"), Decimal("1.6")
"""How far a second offer of the same pay is from the first."""


def read_moved_base(page: Page, terms: Terms, earlier: Decimal) -> None:
    """Fill base_annual of a message that names no pay, from the one sum it moves to that is like the pay before.

    Args:
        page: the later message.
        terms: what was read from it.
        earlier: the base a year of the message before.
    """
    if "base_annual" in terms.values or "base_range" in terms.values:
        return
    for mention in page.mentions:
        amount = mention.amount
        if mention.kind is not None or amount.kind == "percent" or amount.unit or counts_things(amount, page):
            continue
        start = page.sentences[mention.sentence].start
        before = page.terms[max(start, amount.start - 40) : amount.start]
        value = scale_bare(amount, page)
        if NEW.search(before) and not DENIED.search(before) and LEAST_RATIO <= value / earlier <= MOST_RATIO:
            terms.put("base_annual", value, (amount.start, amount.end))
            return
