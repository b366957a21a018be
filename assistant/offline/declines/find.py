"""Find: which kind of untruth a message asks for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.offline.declines.claims import CLAIMS, LIMIT
from assistant.offline.declines.decline import Decline
from assistant.offline.declines.ways import WAYS
from assistant.offline.lexicon import any_of

DECLINES: tuple[Decline, ...] = (*WAYS, *CLAIMS)
"""By what follows "refuse_" in the name of the intent; within a family the first whose words stand in the message."""
DATA = next(decline for decline in DECLINES if decline.family == "data")
ABOUT_ACCESS = frozenset({"record", "secrets", "threat", "forge"})
"""Families whose requests may in truth be about what somebody can see of others."""
OFFERED = any_of(r"\boffers?\b|\b(?:currently?|present|now) (?:\w+ )?(?:pay|salary|earn\w*)\b")
_RECORDS = any_of(r"\b(?:record(?:s|ed|ing)?|tape[ds]?|taping|transcri\w+|bug the|microphone|mic|voice memo)\b")


def find_decline(families: Sequence[str], text: str) -> Decline:
    """The kind of untruth a folded message asks for: the one it names, else the usual one of the likeliest family.

    Args:
        families: what it may be about, likeliest first; without any an invented offer is assumed.
        text: the message.

    >>> find_decline(["claim"], "i never finished my degree, word it so that they do not notice").topic
    'I do not have the degree that I put on the form. How do I correct it?'
    """
    if ABOUT_ACCESS & set(families[:1]) and DATA.words and DATA.words.search(text) and not _RECORDS.search(text):
        return DATA
    if LIMIT.words and LIMIT.words.search(text) and not OFFERED.search(text):
        return LIMIT
    likely = [decline for family in families for decline in DECLINES if decline.family == family] or [DECLINES[0]]
    named = (decline for decline in likely if decline.words and decline.words.search(text))
    return next(named, next(decline for decline in likely if decline.words is None))
