"""Offers told: whether a person says that there is an offer elsewhere."""

from __future__ import annotations

import re

_TOLD = re.compile(
    r"\b(?:i|we)\b(?:'ve| have| got| hold| do| also| already| received)*[^.!?\n]{0,50}"
    r"\b(?:(?:another|other|competing|second)\b[^.!?\n]{0,20}\b(?:offers?|one|company|place|letter)|real \w* ?offer)\b"
    r"|(?:^|\b(?:i|we)\b[^.!?\n]{0,10}|\b(?:and|so|then) )(?:told|showed) (?!me\b|us\b)[^.!?\n]{0,24}\b(?:i|we)(?:'ve| have| had| got| also)+ an(?:other)? offer (?:from|at|with)\b"
    r"|\b(?:got|have|hold|received)\b[^.!?\n]{0,14}\b(?:a |my )?(?:2nd|second|another|competing)\b[^.!?\n]{0,12}\boffer\b"
    r"|\b(?:got|have|hold|received)\b[^.!?\n]{0,14}\b(?:a |my )?(?:better|higher|bigger|stronger|rival|signed|written)\b[^.!?\n]{0,12}\boffer (?:from|at|with) (?!(?:them|her|him|you|the)\b)"
    r"|\bmy other (?:offer|letter)\b|\bother (?:offer|letter)(?: is|'s) real\b"
    r"|\balso (?:have|got|hold)\b[^.!?\n]{0,16}\b(?:one|offer|letter) (?:from|at|with)\b"
    r"|\b(?!(?:they|she|he|we|you|who|recruiter|hr|manager|company(?! b)|a|the)\b)\w+(?: b)? (?:has |have )?(?:gave|given|offered|offers) me\b[^.!?\n]{0,6}\d",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\bi(?:'ve got|'ve| have| hold| have got) (?:an? )(?:written|signed|formal) offer (?:at|of|for|over) ?[$€£¥₹]?\d"
    r"|\bi(?:'ve got|'ve| have| hold| have got) (?:an offer (?:of|at|for|over) )?[$€£¥₹]?\d[\d.,]*k? (?:from|at) (?-i:[A-Z])",
    re.IGNORECASE,
)
"""A written offer with its sum; only what stands before it in its sentence can deny it."""
_ENDS = re.compile(r"[.!?\n]")
_KEEPS_THE_NAME = re.compile(
    r"(?:\brather )?\b(?:not|don'?t|without|no need to)\b (?:\w+ )?(?:nam(?:e|es|ing)|mention\w*|say(?:ing)? (?:who|which|where))\b[^.!?\n]*",
    re.IGNORECASE,
)
"""Keeping back whose offer it is denies no offer."""
_DENIED = re.compile(
    r"\b(?:no|not|don'?t|do not|didn'?t|haven'?t|isn'?t|without|if|fake|pretend\w*|bluff\w*|invent\w*|lie|lying|"
    r"made up|make up|wish|hoping|waiting)\b",
    re.IGNORECASE,
)


def tells_of_offer(text: str) -> bool:
    """Whether the person says in plain words, without a denial, that there is an offer elsewhere.

    >>> tells_of_offer("they said final, i have 205 from another one in hand"), tells_of_offer("I have no other offer")
    (True, False)
    """
    held = _HELD.search(text)
    if held and not _DENIED.search(_ENDS.split(text[: held.start()])[-1]):
        return True
    sentences = _ENDS.split(text)
    return any(
        _TOLD.search(sentence) and not _DENIED.search(_KEEPS_THE_NAME.sub(" ", sentence)) for sentence in sentences
    )
