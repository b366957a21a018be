"""Other time: whether the only sum of a message is paid later or was paid before, and is no term of the offer now."""

from __future__ import annotations

import re

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.offline import lexicon

LEAST_YEARLY = 10_000
"""A sum with a sign or its thousands that opens a conversation, and asks nothing, is a pay from here on."""
VESTS = lexicon.any_of(r"\bvest\w*\b[^?]*\d", r"\b\d (?:years?|yrs?),? not \d", r"\b\d{1,2}/\d{1,2}/\d{1,2}/\d{1,2}\b")
_BEFORE = lexicon.any_of(
    r"\b(?:last|past|previous) (?:\w+ )?(?:years?|time|cycle)\b|\bhistorically\b|\bon average\b|\bpa(?:id|ys|yed) out\b|\bused to\b",
)
_BEHIND = r"\b(?:after|in|within|once|following) (?:the |my |another |a |an |about )?(?:\w+ ){0,2}"
_WAITED = lexicon.any_of(
    rf"{_BEHIND}weeks?\b",
    rf"{_BEHIND}review (?:of|by) \w+",
    r"\b(?:after|following) (?:my|a legal|an internal) review\b",
)
"""What may as well tell how long their answer took."""
_LATER = lexicon.any_of(
    rf"{_BEHIND}(?:months?|years?|probation|review)\b|\bnext year\b",
    r"\bat (?:the|my|a|first) (?:\w+ )?(?:review|promotion)\b|\b(?:from|in) (?:my )?(?:second year|year (?:two|2|three|3))\b",
)
_MOVED = lexicon.any_of(
    r"\b(?:raised|moved|bumped|upped|increased|improved|gave|countered|came (?:back|up|in)|went (?:up )?to|went up|got)\b",
    r"\bagreed (?:to|on) [$€£]?\d|\b(?:now|today|this time|meanwhile|yesterday)\b",
)
_SAID = lexicon.any_of(
    r"\b(?:said|says?|wrote|told|offer(?:ed)?|sent|agreed|answered|replied)\b|\b(?:can|could|would) (?:do|go)\b",
    r"\b(?:they|she|he|it|we)(?:'re|'s|re| are| is) (?:at|up to|willing)\b",
)
_WILL_BE = lexicon.any_of(
    r"\b(?:will|would|'?ll|going to|gonna|'?d) (?:then )?(?:be|get|go|rise|move|pay|raise|bump|become|earn)\b",
    r"\b(?:be|get|gets) (?:raised|bumped|moved|increased|upped)\b|\b(?:probation|promotion|second year|next year)\b",
)
_MAY_BE = lexicon.any_of(
    r"\bgoes\b|\bpromis\w+|\bto (?:raise|bump|up|increase|move) (?:it|me|the|my|base|pay)\b|\bif\b",
    r"\b(?:usually|typically|can|could|may|might)\b",
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:but|yet|though)\b|[;\n]|[.!?](?= |$)|,(?= (?:this time|now|today|so |and )\b)", re.IGNORECASE
)


def is_of_other_time(text: str) -> bool:
    """Whether the only sum of a message is of what will be paid later or was paid before.

    >>> is_of_other_time("after 6 months it will be 118k"), is_of_other_time("after two weeks they came back with 118k")
    (True, False)
    """
    sums = [item for item in read_amounts(text) if item.kind != "plain" or item.explicit or item.value >= LEAST_YEARLY]
    folded = lexicon.fold(text)
    if len(sums) != 1 or VESTS.search(folded):
        return False
    return bool(_BEFORE.search(lexicon.fold(_find_clause(text, sums[0])))) or _is_to_come(folded)


def _is_to_come(folded: str) -> bool:
    """Whether a time is named that is still to come, and not the time that their move took."""
    waited = _WAITED.search(folded)
    if not waited and not _LATER.search(folded):
        return False
    if waited:
        return bool(_WILL_BE.search(folded)) or not (_MOVED.search(folded) or _SAID.search(folded))
    return not _MOVED.search(folded) or bool(_WILL_BE.search(folded) or _MAY_BE.search(folded))


def _find_clause(text: str, amount: WrittenAmount) -> str:
    """The words around an amount up to where another matter begins."""
    cuts = [match for match in _ANOTHER_MATTER.finditer(text) if not amount.start <= match.start() < amount.end]
    start = max((match.end() for match in cuts if match.end() <= amount.start), default=0)
    end = min((match.start() for match in cuts if match.start() >= amount.end), default=len(text))
    return text[start:end]
