"""Corrected: a bare number that takes the place of the one told last, with the name of its part put before it."""

from __future__ import annotations

import re

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy

_CORRECTS = lazy(
    r"^\W*(?:(?:ah|oh|ok|no|nope|wait|hang on|hold on|sorry|my bad|oops|whoops|actually|correction|typo|i meant?|make (?:that|it)|"
    r"scratch that|it'?s|it is|rather|should be|was)\W+)+(?P<n>[$€£₹]?\d[\d.,]*k?)(?=\s*(?:$|[,;!.\n](?!\d)|not\b|and\b|instead\b))",
    re.IGNORECASE,
)
"""Opens with a correction and a number that no word names."""
OPENING = 30
"""Characters in which a message says that it corrects something."""
_SORRY = lazy(
    r"\b(?:no|nope|wait|sorry|my bad|oops|whoops|actually|correction|typo|meant?|make|scratch|should|rather)\b",
    re.IGNORECASE,
)
_PART = lazy(
    r"\b(?:base(?: salary| pay)?|basic|salary|sign(?:ing|[- ]?on)(?: bonus)?|(?:target )?bonus|rsus?|stock|equity|relo(?:cation)?)\b",
    re.IGNORECASE,
)


_RATE = lazy(
    r"(?<![\w.,])[$€£₹]?\d[\d.,]*k?(?: ?[a-z€£$]{1,4})??(?: ?(?:/ ?|per |an? )(?:h(?:ou)?r|day|w(?:ee)?k|mo(?:nth)?|ye?a?r))\b",
    re.IGNORECASE,
)
"""A pay with its period."""


_ONLY_CORRECTS = lazy(
    r"(?:(?:ah|oh|ok|no|wait|sorry|my|bad|oops|actually|correction|typo|typed|wrote|misread|misheard|read|heard|wrong|wrongly|number|"
    r"it|its|is|was|should|be|have|been|i meant?|the|they pay|they|she|he|letter|says?|said|checked|just|that)\b|[^\w$€£])*",
    re.IGNORECASE,
)
"""Says that something was wrong, and names nothing else."""


def name_corrected(text: str, before: str) -> str:
    r"""The words with the name of the part whose number they correct; unchanged where they correct none.

    Args:
        text: the newest words about an offer.
        before: what was told of it before, paragraph by paragraph.

    >>> name_corrected("sorry 25, found my notes", "base 201k\n\nsigning 20")
    'sorry signing 25, found my notes'
    >>> name_corrected("sorry, 25 days off", "base 201k")
    'sorry, 25 days off'
    """
    match = _find_number(text)
    last = before.strip().rsplit("\n\n", 1)[-1]
    parts, amounts = _PART.findall(last), read_amounts(last)
    if match is None or len(parts) != 1 or len(amounts) != 1:
        return text
    return f"{text[: match.start('n')]}{parts[0]} {text[match.start('n') :]}"


def corrects_number(text: str) -> bool:
    """Whether words open with a number that takes the place of the one told last.

    >>> corrects_number("no wait, 15"), corrects_number("typo, 6,650 a month"), corrects_number("it's 15 days")
    (True, True, False)
    """
    return _find_number(text) is not None or _find_rate(text) is not None


def _find_rate(text: str) -> re.Match[str] | None:
    """The only pay by a period of a text that says something was wrong, and names nothing else before it."""
    rates = list(_RATE.finditer(text))
    alone = len(rates) == 1 and _SORRY.search(text, 0, OPENING)
    return rates[0] if alone and _ONLY_CORRECTS.fullmatch(text, 0, rates[0].start()) else None


def _find_number(text: str) -> re.Match[str] | None:
    match = _CORRECTS.match(text)
    return match if match and _SORRY.search(text, 0, match.start("n")) else None
