"""Differs: where the letter says one thing and something else was told or agreed, as sentences to put it right by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.prose import tidy, to_you

_LETTER = r"(?:letter|contract|written offer|offer letter|pdf|paperwork|agreement)"
_VALUE = r"(?:(?:only|just|now) )?(?P<{0}>(?:(?!\b(?:but|and|when|while|though|he|she|they|we|i|you|told|said|instead|not)\b)(?:[^,.;:!?()\n]|(?<=\d)[.,](?=\d)))*\d(?:(?!\b(?:but|and|when|while|though|he|she|they|we|i|you|told|said|instead|not)\b)(?:[^,.;:!?()\n]|(?<=\d)[.,](?=\d)))*)"
_SHOWS = r"(?:says?|said|came (?:w|with|at|in at|back with)|has|had|shows?|states?|lists?|reads?)"
_WE = r"(?P<who>they|he|she|we|you|recruiter|hr|(?:the )?manager|(?-i:[A-Z])\w+)"
_TOLD = r"(?P<verb>told me|said|promised(?: me)?|agreed(?: on| to)?|offered(?: me)?|talked about|discussed)"
_LETTER_FIRST = lazy(
    rf"(?:\b(?:the |my |their )?(?P<doc>{_LETTER})\b(?: that)?|\bit|\balso|\band)(?: (?:also|still|now|only))? {_SHOWS} {_VALUE.format('says')}[\s,.;:!(]*(?:but |and |when |while |though )*{_WE} (?:\w+ )?{_TOLD} {_VALUE.format('told')}",
    re.IGNORECASE,
)
_TOLD_FIRST = lazy(
    rf"\b(?:{_WE} (?:\w+ )?{_TOLD}|i (?:said yes|agreed|was told|was promised)(?: on| over| by)?(?: the)?(?: phone)?(?: to)?) {_VALUE.format('told')}[\s,.;:!]*(?:but|and|now|then)[\s,]*(?:now |then |when )*(?:the |my |their )?(?P<doc>{_LETTER})\b(?: that)?(?: \w+)?? {_SHOWS} {_VALUE.format('says')}",
    re.IGNORECASE,
)
_ALOUD = lazy(
    r"\s+(?:on|over|by|in|during) (?:the |a |our )?(?:call|phone|zoom|interview|chat)\b|\s+(?:last (?:week|month|monday|tuesday|wednesday|thursday|friday)|yesterday|today)\b",
    re.IGNORECASE,
)


def read_differences(text: str) -> Iterator[str]:
    """Each difference as one sentence without its end sign.

    >>> list(read_differences("contract says 25 days holiday, he told me 28 on the call"))
    ['the contract says 25 days holiday, and you told me 28']
    >>> list(read_differences("i said yes on the phone to 120k but the letter came w 115k"))
    ['the letter says 115k, and we agreed on 120k']
    """
    own = blank_quotations(text).replace("’", "'")
    named = re.search(_LETTER, own, re.IGNORECASE)
    found = (*_LETTER_FIRST.finditer(own), *_TOLD_FIRST.finditer(own)) if named else ()
    end = 0
    for match in sorted(found, key=lambda each: each.start()):
        if match.start() >= end and named:
            yield _sentence(match, match["doc"] or named.group())
            end = match.end()


def _sentence(match: re.Match[str], document: str) -> str:
    says, told = (to_you(tidy(_ALOUD.sub("", match[name]))) for name in ("says", "told"))
    by_them = match["who"] and match["who"].lower() not in ("we", "you")
    verb = match["verb"] or "agreed on"
    who = "you" if by_them else "we"
    agreed = "agreed on" if verb.startswith("agreed") else "said" if verb == "told me" and who == "we" else verb
    return f"the {document.lower()} says {says}, and {who} {agreed} {told}"
