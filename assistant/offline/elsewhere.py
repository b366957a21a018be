"""Elsewhere: words that tell of an offer held elsewhere, and not of a new one by the same employer."""

from __future__ import annotations

from assistant.offline import lexicon

_ELSEWHERE = lexicon.any_of(
    r"\b(?:competing|another|other|second|rival|better|counter-?offer from)\s+(?:\w+\s+){0,2}(?:offer|company|firm|employer|one|place|option|job|gig)\b|\b(?:place|company|firm|job|shop) b\b",
    r"(?:^|[.!?\n]\s*)(?:(?:and|ok|so|then|oh|also|now|the|my)\W+)*(?:second|2nd|third|3rd|other) (?:is|was|would be|pays?|gives?|offers?|at|from|job|comes)\b",
    r"\b(?:offer|one) (?:from|at) (?:another|a different|a competitor)",
    r"\balso (?:have|got|hold|received)\b",
)
_THEIR_NEXT = lexicon.any_of(
    r"\b(?:they|she|he|hr|(?:the|my) (?:recruiter|manager|boss|company|owner)|recruiter)(?:'ve| have|'s| has)?(?: (?:just|now|also|even|finally|actually|then))* "
    r"(?:made|sent|gave|came back with|came with|come back with|extended|presented|put (?:out|up|forward)|offered|mailed|emailed)(?: (?:me|us))?(?: (?:a|an|their|the))?(?: \w+)? (?:better|another|second|other) offer\b"
    r"(?! (?:from|at) (?:another|a different|an?other|some))"
)
"""What the employer itself offers next: "they made a better offer"."""


def tells_elsewhere(folded: str, begin: int = 0, end: int | None = None) -> bool:
    """Whether the words between two places tell of an offer held elsewhere.

    >>> tells_elsewhere("i have a better offer, 130k"), tells_elsewhere("they made a better offer, 130k")
    (True, False)
    """
    words = without_their_next(folded)
    return bool(_ELSEWHERE.search(words, begin, len(words) if end is None else end))


def without_their_next(folded: str) -> str:
    """The words with what tells of the employer's next offer struck, every other in its place."""
    return _THEIR_NEXT.sub(lambda found: "_" * len(found.group()), folded)
