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
_AGREED_ON = lazy(
    rf"(?P<told>[$€£₹]?\d[^.,;:!?()\n]{{0,30}}?)(?: is| was)?(?: what)? (?P<who>we|you|they|he|she)(?: had|'d)? (?P<verb>agreed|said|promised)(?: on| to)?[\s,.;:!]*(?:but |and |while )*(?:the |my |their )?(?P<doc>{_LETTER})\b(?: that)?(?: (?:now|only|still))? {_SHOWS} {_VALUE.format('says')}",
    re.IGNORECASE,
)
_SOFT = lazy(r"\b(?:up to|target|discretionary|may|maybe|about|at most|maximum|max)\b", re.IGNORECASE)
"""Binds to less than the number behind it."""
_ALOUD = lazy(
    r"\s+(?:on|over|by|in|during) (?:the |a |our )?(?:call|phone|zoom|interview|chat)\b|\s+(?:last (?:week|month|monday|tuesday|wednesday|thursday|friday)|yesterday|today)\b",
    re.IGNORECASE,
)

_NUMBER = lazy(
    r"(?P<sign>[$€£¥₹] ?)?(?P<number>\d[\d.,]*)(?:(?P<k> ?k\b| ?thousand\b)| ?(?P<unit>%|percent\b|(?:days?|weeks?|months?|years?|yrs?|hours?|people|persons|employees)\b))?"
)
_TIMES = frozenset("day week month year yr hour".split())
_SAME = dict.fromkeys(("vacation", "holidays", "pto", "leave", "off", "annual"), "holiday") | dict.fromkeys(
    ("salary", "pay", "year", "yearly"), "base"
)
_EMPTY = frozenset(
    "the and for per that this only just now too also with from all more less about there here usd eur gbp dollars euros euro paid total".split()
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
    found = (*_LETTER_FIRST.finditer(own), *_TOLD_FIRST.finditer(own), *_AGREED_ON.finditer(own)) if named else ()
    end = 0
    for match in sorted(found, key=lambda each: each.start()):
        if match.start() >= end and named and _of_one_thing(match["says"], match["told"]):
            yield _sentence(match, match["doc"] or named.group())
            end = match.end()


def _of_one_thing(says: str, told: str) -> bool:
    """Whether two values are of the same thing and differ; one without a noun is of what the other names.

    >>> _of_one_thing("25 days holiday", "28"), _of_one_thing("20 days holiday", "500 people work there")
    (True, False)
    """
    (value, unit, about), (other, other_unit, other_about) = (_measure(_ALOUD.sub("", words)) for words in (says, told))
    if not about & other_about and ((about and other_about) or (unit and other_unit and unit != other_unit)):
        return False
    return value != other or bool(_SOFT.search(says)) != bool(_SOFT.search(told))


def _measure(words: str) -> tuple[str, str, frozenset[str]]:
    """The first number, what it counts, and the telling words beside it."""
    found = _NUMBER.search(words.lower())
    if found is None:
        return "", "", frozenset()
    unit = "money" if found["sign"] or found["k"] or "," in found["number"] else found["unit"] or ""
    beside = f"{words.lower()[: found.start()]} {words.lower()[found.end() :]}"
    about = frozenset(_SAME.get(word, word) for word in re.findall(r"[a-z]{3,}", beside) if word not in _EMPTY)
    kind = "time" if unit.rstrip("s") in _TIMES else unit
    value = found["number"].replace(",", "") + (found["k"] or "")
    return f"{value} {unit.rstrip('s')}" if kind == "time" else value, kind, about


def _sentence(match: re.Match[str], document: str) -> str:
    says, told = (to_you(tidy(_ALOUD.sub("", match[name]))) for name in ("says", "told"))
    by_them = match["who"] and match["who"].lower() not in ("we", "you")
    verb = match["verb"] or "agreed on"
    who = "you" if by_them else "we"
    agreed = "agreed on" if verb.startswith("agreed") else "said" if verb == "told me" and who == "we" else verb
    return f"the {document.lower()} says {says}, and {who} {agreed} {told}"
