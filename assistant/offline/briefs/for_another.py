"""For another: a message ordered for somebody of the family or a friend, read as that person would tell it."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.clauses import quotations
from assistant.offline.briefs.spoken_to import speak_to

_SHE = r"wife|daughter|sister|mother|mum|mom|aunt|niece|girlfriend|gf|fiancee|cousin|friend|partner"
_HE = r"husband|son|brother|father|dad|uncle|nephew|boyfriend|bf|fiance|cousin|friend|partner"
_ORDERED_FOR = lazy(
    rf"^(?:[^.!?\n]{{0,40}}?\b(?:counter|message|msg|mail|e-?mail|letter|note|reply|script|text|draft|write(?: (?:it|this|one|something))?|help|asking)\b)? ?(?:this (?:one )?is |it'?s |is )?for (?:my |our )?(?P<who>{_SHE}|{_HE})\b(?!'s| to\b| and i\b)[:,]?",
    re.IGNORECASE,
)
"""Opens a message that somebody else is to send: "counter for wife: she got 68k"."""
_PRONOUNS = {"she": ("she", "her", "hers", "herself"), "he": ("he", "him", "his", "himself")}
_WRITER = lazy(r"\b(?:i|i'm|i've|i'd|me|my|mine|myself|we|us|our)\b", re.IGNORECASE)
"""Tells of the one who types: two people are told of, and only one of them sends the message."""
_HAS_OFFER = lazy(
    r"\b(?:she|he)(?:'s|'d| is| was| has| had)?(?: (?:also|just|already|been|really|only|now))* (?:got|gets|offered|given|wants?|needs?|asks?|asked|received|earns|makes|hopes|has|had|holds|would like|likes|starts?|accepts?|interviewed|took|takes)\b|(?:^|[,;.:]\s*)(?:wants|needs|has|asks|hopes)\b",
    re.IGNORECASE,
)
"""Tells of the one it is for that the offer is theirs."""
_SAYS = lazy(r"^(?P<lead>\s*)(?:she|he) (?:said|says|thinks|feels|finds)(?: that)? (?!no\b|yes\b)", re.IGNORECASE)
_NO_SUBJECT = lazy(r"(?P<before>[,;.]\s*|\band )(?P<verb>wants|needs|has|asks|hopes|likes)\b", re.IGNORECASE)
_YOU = (
    (r"\byou were\b", "i was"),
    (r"\byou are\b|\byou're\b", "i am"),
    (r"\byou have\b|\byou've\b", "i have"),
    (r"\byou\b", "i"),
    (r"\byours\b", "mine"),
    (r"\byour\b", "my"),
)


def as_the_sender(text: str) -> str:
    """The text as the person it is written for would tell it; the text itself where it is the writer's own.

    >>> as_the_sender("counter for wife: she got 68k, wants 74k. she's the only one with a cert")
    'counter: i got 68k, want 74k. i am the only one with a cert'
    """
    ordered = _ORDERED_FOR.match(text)
    who = ordered["who"].lower() if ordered else ""
    speaks = next((kind for kind in ("she", "he") if re.search(rf"\b{kind}\b", text, re.IGNORECASE)), "")
    if ordered is None or not speaks or quotations(text) or not re.fullmatch(_SHE if speaks == "she" else _HE, who):
        return text
    told = text[ordered.end() :]
    if _WRITER.search(told) or not (_HAS_OFFER.search(told) or _SAYS.search(told)):
        return text
    lead = re.sub(
        rf" ?(?:this (?:one )?is |it'?s |is )?for (?:my |our )?{who}\b", "", ordered.group(), flags=re.IGNORECASE
    )
    return f"{lead}{_first_person(told)}".lstrip(" :,")


def _first_person(told: str) -> str:
    told = _NO_SUBJECT.sub(lambda match: f"{match['before']}{_PLAIN[match['verb'].lower()]}", told)
    parts = re.split(r"(?<=[.!?])(\s+)", told)
    return "".join(_mine(part) for part in parts)


_PLAIN = {"wants": "want", "needs": "need", "has": "have", "asks": "ask", "hopes": "hope", "likes": "like"}


def _mine(words: str) -> str:
    """A sentence about "she" or "he" told by that person; one that speaks to somebody stays."""
    if re.search(r"\byou\b", words, re.IGNORECASE) or not re.search(
        r"\b(?:she|he|her|his|him)\b", words, re.IGNORECASE
    ):
        return words
    words = speak_to(_SAYS.sub(r"\g<lead>", words))
    for pattern, mine in _YOU:
        words = re.sub(pattern, mine, words, flags=re.IGNORECASE)
    return words
