"""Put right: a few words that put another number in the place of one that was asked for: "its 38 not 40"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.reading import read_brief

_SUM = r"[$€£¥₹]?\s?\d[\d.,]*\s?k?"
_LEAD = r"^\W*(?:(?:no|oh|wait|sorry|oops|ok|hm+|actually|i meant?|it'?s|it is|that'?s|should be|make it|the (?:number|ask|sum|amount|figure) is|typo)\W+)*"
_NOT_OLD = (
    lazy(
        rf"{_LEAD}(?P<new>{_SUM})\b(?: (?:an? |per |/ ?)?(?:hour|month|year|day|week))?,? (?:and )?not (?P<old>{_SUM})\b",
        re.IGNORECASE,
    ),
    lazy(rf"{_LEAD}not (?P<old>{_SUM})\b\W{{1,3}}(?:but |it'?s |its |rather )?(?P<new>{_SUM})\b", re.IGNORECASE),
)
_REVISES = lazy(
    rf"^\W*(?:(?:no|nah|nope|wait|oh|sorry|actually|rather|better|make it|make that|go with|ok|hm+|then|the|base|sign[- ]?on|an?)\W+)+{_SUM}\b"
    r"|\d[\d.,]*\s?k?\b[^.?!\n]{0,20}\b(?:instead|rather)\W*$",
    re.IGNORECASE,
)
_OF_THEM = lazy(
    r"\b(?:they|she|he|hr|recruiter|their|offer(?:ed|s)?|came|got|gave|is|was|are|now|letter|says?|said|by|until|deadline)\b|\?",
    re.IGNORECASE,
)
SCALES = (Decimal(1), Decimal(1000), Decimal(100_000))
"""What the number of a few words may leave out."""
FEW_WORDS = 12


class PutRight(NamedTuple):
    """The number that was wrong and the one that is right, as they are written."""

    old: Decimal
    new: Decimal


def read_put_right(text: str) -> PutRight | None:
    """The two numbers of a few words that put one right.

    >>> read_put_right("its 38 not 40"), read_put_right("ask for 38, not more")
    (PutRight(old=Decimal('40'), new=Decimal('38')), None)
    """
    if len(text.split()) > FEW_WORDS or "?" in text:
        return None
    for pattern in _NOT_OLD:
        if match := pattern.search(lexicon.fold(text)):
            old, new = (next(iter(read_amounts(match[name])), None) for name in ("old", "new"))
            if old is not None and new is not None:
                return PutRight(old.value, new.value)
    return None


def puts_ask_right(texts: Sequence[str]) -> bool:
    """Whether the newest message puts right what the last order of a message asked for, and no term of an offer.

    >>> puts_ask_right(["36 an hour", "write Gail, ask for 40", "its 38 not 40"])
    True
    >>> puts_ask_right(["40 an hour", "write Gail, ask for 44", "its 42 not 40"])
    False
    """
    found = read_put_right(texts[-1])
    if found is None:
        return False
    ordered = next((text for text in reversed(texts[:-1]) if lexicon.SCRIPT.search(lexicon.fold(text))), "")
    asked = {ask.asked.value for ask in read_brief(ordered).asks if ask.asked} if ordered else set()
    return bool(asked & {found.old * scale for scale in SCALES})


def revises_ask(texts: Sequence[str], written: Collection[int]) -> bool:
    """Whether a few words right behind a message to send change a sum it asks for, and tell nothing of theirs.

    Args:
        texts: what the person wrote, oldest first.
        written: places of the texts that a message to send was written for.

    >>> texts = ["Acme 150k", "write a counter for 160", "no wait 162"]
    >>> revises_ask(texts, [1]), revises_ask([*texts[:2], "no wait they offer 155"], [1]), revises_ask(texts, [])
    (True, False, False)
    """
    text = lexicon.fold(texts[-1])
    short = len(text.split()) <= FEW_WORDS
    return len(texts) - 2 in written and short and bool(_REVISES.search(text)) and not _OF_THEM.search(text)
