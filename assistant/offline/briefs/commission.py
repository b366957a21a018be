"""Commission: a share of what is sold, asked for beside or in place of a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask

_OFFERED = lazy(
    r"(?P<a>\d+(?:\.\d+)?) ?% (?:of (?:the )?(?:sales|takings|revenue|turnover|fees|profit|tips|billings)|(?:\w+ )?(?:commission|split|cut|royalt\w+))"
    r"|\b(?P<name>commission|split|royalt\w+|cut)(?: rate)?(?: is| of| at|:)? (?P<b>\d+(?:\.\d+)?) ?%",
    re.IGNORECASE,
)
_WANTED = lazy(
    r"\b(?:want|ask(?:ing)?(?: for)?|like|get|need|to|for|at|is|instead|make it|give me)\b(?: \w+){0,2}? (?P<number>\d+(?:\.\d+)?)(?![\d,.]*\d)(?! ?(?:k\b|hours?|days?|years?|clients?|regulars?))",
    re.IGNORECASE,
)


def with_commission(text: str, asks: Sequence[Ask]) -> list[Ask]:
    """The asks with a number that is a share of sales read as one: "he offers 40% commission, I want 48".

    >>> [ask.words for ask in with_commission("12% of sales, i want 15%", [])]
    ['a commission of 15% instead of 12%']
    """
    folded = lexicon.fold(text)
    told = _OFFERED.search(folded)
    if told is None:
        return list(asks)
    offered = Decimal(told["a"] or told["b"])
    found = (Decimal(match["number"]) for match in _WANTED.finditer(folded))
    wanted = next((value for value in found if value != offered and offered / 2 <= value <= offered * 2), None)
    if wanted is None:
        return list(asks)
    forms = (wanted, wanted * 1000)
    share = f"{wanted.normalize():f}%"
    rest = [
        replace(ask, second_choice=True) if ask.form == "amount" and re.search(r"\bor\b", folded) else ask
        for ask in asks
        if not (ask.asked is not None and ask.asked.value in forms) and share not in ask.words
    ]
    return [Ask("thing", words=f"a commission of {share} instead of {offered.normalize():f}%"), *rest]
