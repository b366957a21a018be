"""Other things: numbers in a person's few words about an offer that are of something else than its pay."""

from __future__ import annotations

import re

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy

_THINGS_BEHIND = lazy(
    r"\s?(?:people|ppl|staff|percent|km|min|mi|am|pm|x|th|st|nd|rd)\b"
    r"|\s(?!(?:is|as|plus|this|less|was|has|gross|always|across|us|its|bonus|pounds|euros|dollars|bucks|rupees|francs|lakhs|crores)\b)[a-z]{2,}s\b",
    re.IGNORECASE,
)
"""Behind a number that counts things: "90 minutes", "120 people"."""
_OTHER_THINGS = lazy(
    r"\b(?:cost\w*|pric\w+|spend\w*|spent|trains?|bus|parking|gas|petrol|fuel|commut\w*|tickets?|daycare|nursery|childcare|flat|apartment|house|"
    r"scores?|attrition|turnover|inflation|growth|hours?|shifts?|uniform|people|team|age|quota|target|goal|floor|street|room|loan|bills?)\b",
    re.IGNORECASE,
)
"""In a clause whose number is of something else than the pay, where no word names the term."""


def is_of_other_thing(text: str, clause: tuple[int, int], amount: WrittenAmount) -> bool:
    """Whether a number that no word of pay names counts things, or stands in a clause about what is no pay.

    Args:
        text: the words.
        clause: where the clause of the number begins and ends.
        amount: the number.

    >>> from assistant.domain.amounts import read_amounts
    >>> [is_of_other_thing(told, (0, len(told)), read_amounts(told)[0]) for told in ("its 120 people", "its 120 now")]
    [True, False]
    """
    counts = not amount.explicit and _THINGS_BEHIND.match(text, amount.end)
    return bool(counts or _OTHER_THINGS.search(text, *clause))
