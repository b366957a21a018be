"""Dropped: what an earlier message asked for and a later one takes back: "leave out the sign-on"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import TERM_NAMES, Ask
from assistant.offline.briefs.dates import ANY_DATE
from assistant.offline.briefs.grammar import is_known_word
from assistant.offline.briefs.secrets import telling_words, touches

_DROPPED = lazy(
    r"\b(?:leave out|drop|forget(?: about)?|skip|remove|delete|take out|cut out|scratch|(?<!\bi )(?<!\b[id]d )(?<!ould )(?<!will )(?<!\'ll )lose|without|not) (?:the |that |my |any |asking for )*(?P<what>[^.,;!?\n]{2,50})"
    r"|\bleave (?:the |that |my )?(?P<left>[^.,;!?\n]{2,40}?) out\b|\bno (?P<no>[\w-]+(?: [\w-]+)?) (?:after all|then|anymore|ask)\b",
    re.IGNORECASE,
)
_TAKEN_OUT = lazy(
    r"\b(?:leave out|drop|forget|skip|remove|delete|take out|cut(?: out)?|scratch|lose|get rid of|don'?t (?:mention|say|bring up|include)|no need to mention)(?: about)? (?P<what>[^.,;!?\n]{2,60})"
    r"|\b(?:take|leave|cut|keep|get) (?P<out>(?:the|that|this|my|any|all|her|his|their) [^.,;!?\n]{2,50}?) (?:back |right )?out\b|\b(?:take|leave|cut) (?P<it>that|it|this) (?:back |right )?out\b",
    re.IGNORECASE,
)
_PUT_BACK = lazy(
    r"(?:\bno,? )?\b(?:put|bring|add|take|get) (?:the |that |my )?(?P<what>(?!it\b)[^.,;!?\n]{2,40}?) back(?: in)?\b",
    re.IGNORECASE,
)
_THE_PART = lazy(
    r"^(?:(?:the|that|this|my|any|all|whole|again) )*(?:(?:bit|part|line|sentence|stuff|thing|mention|paragraph|remark)s? )?(?:(?:about|on|with|of|where|that|saying) )?",
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


def read_put_back(text: str) -> frozenset[str]:
    """The words of what is to stand in the message again, lower case.

    >>> sorted(read_put_back("no, put the base back in"))
    ['base']
    """
    found = (match["what"].strip().lower() for match in _PUT_BACK.finditer(lexicon.fold(text)))
    return frozenset(word for what in found for word in (what, *re.findall(r"[a-z0-9][\w-]+", what)))


def without_put_back(text: str) -> str:
    """The text without the words that put something back into the message, and a "no" before them.

    >>> without_put_back("no put base back, but 163k")
    ', but 163k'
    """
    return _PUT_BACK.sub("", text)


def is_dropped(ask: Ask, drops: Collection[str]) -> bool:
    """Whether an ask is what was taken back."""
    if not drops:
        return False
    telling = {word for word in drops if len(word) > 3 and " " not in word}
    if ask.form != "amount":
        return touches(ask.words, telling)
    if pattern := lexicon.LEVER_WORDS.get(ask.term):
        return any(pattern.search(words) for words in drops)
    return touches(TERM_NAMES.get(ask.term, ""), telling)


def less_dropped(asks: Iterable[Ask], drops: Collection[str]) -> Iterator[Ask]:
    """The asks without what was taken back; a sum whose sentence tells of that too stands without the sentence."""
    for ask in asks:
        if not is_dropped(ask, drops):
            told = any(word in lexicon.fold(ask.words).lower() for word in drops if len(word) > 3)
            yield replace(ask, words="") if ask.form == "amount" and told else ask


def _short_names(part: str) -> set[str]:
    """Short words of no dictionary, which name something: "cpd"."""
    return {word for word in re.findall(r"\b[a-z]{2,3}\b", part.lower()) if not is_known_word(word)}


def _pointed(part: str) -> str:
    """What a part is about; words that only point back stay whole."""
    part = _STOP.sub("", part).strip()
    return part if part in POINTS_BACK else _THE_PART.sub("", part).strip()


def read_taken_out(text: str) -> tuple[str, ...]:
    """What an edit has taken out of the message, in its words.

    >>> read_taken_out("take the start date out again, it's not certain")
    ('start date',)
    """
    found = (match["what"] or match["out"] or match["it"] for match in _TAKEN_OUT.finditer(lexicon.fold(text)))
    return tuple(what for part in found if (what := _pointed(part)))


POINTS_BACK = frozenset(("that", "it", "this", "the last part", "that part", "last part", "that bit"))
"""Words for what was put in last."""


def is_taken_out(words: str, taken: Collection[str]) -> bool:
    """Whether a sentence tells of what was taken out; a date that was goes with every sentence that names one.

    >>> is_taken_out("I can start on the 2nd of June.", ["start date"]), is_taken_out("I led six.", ["start date"])
    (True, False)
    """
    for part in taken:
        telling = (telling_words(part) | _short_names(part)) - {"date"}
        dated = re.search(r"\b(?:date|day)\b", part) and ANY_DATE.search(lexicon.fold(words))
        if touches(words, telling) or (dated and not telling):
            return True
    return False
