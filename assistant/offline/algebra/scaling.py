"""Scaling: bare numbers in the thousands or lakhs that the amounts beside them are written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vocabulary import PAY_SENSES

THOUSAND = Decimal(1000)
BARE = Decimal(20)
"""From here on a bare number below a thousand can be thousands of pay."""
INDIAN = frozenset({"extra", "stock", "refresh", "cost"})
"""Amounts that are written in the unit of the others beside them."""
_INDIAN = re.compile(r"\d ?(?:(?P<lakh>lakhs?|lacs?|lpa|l)|(?P<crore>crores?|cr))\b", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}(?![\d.,%]|\d)")
"""A thousand as it is written in most of Europe."""
LAKH, CRORE = Decimal(100_000), Decimal(10_000_000)


def scaled(text: str, term: Term, sense: str, terms: Sequence[Term]) -> Term:
    """A bare number in thousands where pay is written so, in lakhs where the others are."""
    written = [found for t in terms if t.dim == "money" and (found := _INDIAN.search(text[t.start : t.end + 6]))]
    if (
        written
        and sense in PAY_SENSES | INDIAN
        and term.dim == "number"
        and term.per is None
        and 0 < term.value < THOUSAND
    ):
        crores = not any(found["lakh"] for found in written)
        return replace(term, value=term.value * (CRORE if crores else LAKH), dim="money", currency="INR")
    if _GROUPED.match(text[term.start : term.start + 8]) and sense in PAY_SENSES | INDIAN and term.value < THOUSAND:
        return replace(term, value=term.value * THOUSAND, dim="money")
    bare = term.dim == "number" and not term.explicit and term.per in (None, "year") and term.value == int(term.value)
    others = [t.value for t in terms if t is not term and t.dim == "money" and t.per in (None, "year")]
    alone = not others and term.per is None
    if sense in PAY_SENSES and bare and BARE <= term.value < THOUSAND and (alone or any(v >= THOUSAND for v in others)):
        return replace(term, value=term.value * THOUSAND, dim="money")
    return term
