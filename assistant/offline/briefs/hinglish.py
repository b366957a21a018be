"""Hinglish: a few reasons people give in Hindi with Latin letters, in English for an English message."""

from __future__ import annotations

import re

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^(?:aur |kyunki |kyuki )?{pattern}\W*$", re.IGNORECASE), english)
    for pattern, english in (
        (r"(?:main |maine )?(?P<x>[\w ./+-]+?) lead (?:kar chuk[ai]|kiy[ae]|karta|karti|kar rah[ai])(?: h[uoa]\w*| hai)?", "I have led {x}"),
        (r"main (?P<n>\d+) (?:saal|sal|years?) se (?P<x>[\w ./+#-]+?) (?:mein |me |pe |par )?(?:kaam )?kar rah[ai](?: h[uoa]\w*)?", "I have worked with {x} for {n} years"),
        (r"(?:mera )?notice period (?:bhi )?(?:sirf |bas )?(?P<n>\d+) (?:din|days?) (?:ka )?hai", "my notice period is only {n} days"),
        (r"(?:mere paas |mera )?(?P<n>\d+) (?:saal|sal|years?) (?:ka )?(?:exp|experience) hai", "I have {n} years of experience"),
        (r"(?P<x>[\w ./+#&-]+?) (?:me |mein |ka |ki )?(?P<n>\d+) (?:saal|sal)(?: ka)?(?: (?:exp|experience|anubhav))?(?: hai)?", "I have {n} years of experience with {x}"),
        (r"mere paas (?P<x>[\w ./+-]+?) (?P<y>certificate|certification|degree) hai", "I have a {x} {y}"),
        (r"(?:maine )?(?P<x>[\w ./+-]+?) (?:banaya|banayi|build kiya)(?: hai)?", "I built {x}"),
    )
)  # fmt: skip
_HINDI = re.compile(
    r"\b(?:hai|hain|hu|hoon|main|mera|mere|kar|raha|rahi|chuka|chuki|saal|din|ka|ki|ke|se|bhi|nahi|mujhe|chahiye)\b",
    re.IGNORECASE,
)


def is_hinglish(words: str) -> bool:
    """Whether at least two of the words are Hindi in Latin letters."""
    return len(_HINDI.findall(words)) >= 2


def in_english(words: str) -> str:
    """The words in English where all of their parts are known; empty otherwise.

    >>> in_english("main 5 saal se Java kar raha hu")
    'I have worked with Java for 5 years'
    """
    parts = [part.strip(" .,") for part in re.split(r"\baur\b|,", words, flags=re.IGNORECASE)]
    found = [text for part in parts if part and (text := _part(part))]
    return " and ".join(found) if len(found) == len([part for part in parts if part]) else ""


def _part(part: str) -> str:
    for pattern, english in _FORMS:
        if match := pattern.match(part):
            return english.format(**match.groupdict())
    return ""
