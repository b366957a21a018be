"""Dropped: what an earlier message asked for and a later one takes back: "leave out the sign-on"."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.secrets import touches

_DROPPED = lazy(
    r"\b(?:leave out|drop|forget(?: about)?|skip|remove|delete|take out|cut out|scratch|lose|without|not) (?:the |that |my |any |asking for )*(?P<what>[^.,;!?\n]{2,50})"
    r"|\bleave (?:the |that |my )?(?P<left>[^.,;!?\n]{2,40}?) out\b|\bno (?P<no>[\w-]+(?: [\w-]+)?) (?:after all|then|anymore|ask)\b",
    re.IGNORECASE,
)
_STOP = lazy(r"\b(?:and|but|just|only|then|so|because|from|in|to)\b.*$", re.IGNORECASE)


def read_dropped(text: str) -> frozenset[str]:
    """The words of what is taken back, lower case.

    >>> sorted(read_dropped("nah leave out the sign on. and shorter"))
    ['on', 'sign', 'sign on']
    """
    words: set[str] = set()
    for match in _DROPPED.finditer(lexicon.fold(text)):
        what = _STOP.sub("", next(part for part in match.groups() if part)).strip().lower()
        if what:
            words |= {what, *re.findall(r"[a-z0-9][\w-]+", what)}
    return frozenset(words)


def is_dropped(ask: Ask, drops: Collection[str]) -> bool:
    """Whether an ask is what was taken back."""
    if not drops:
        return False
    if ask.form == "amount" and (pattern := lexicon.LEVER_WORDS.get(ask.term)):
        return any(pattern.search(words) for words in drops)
    telling = {word for word in drops if len(word) > 3 and " " not in word}
    return touches(ask.words, telling)
