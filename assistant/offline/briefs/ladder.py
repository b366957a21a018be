"""Ladder: what to ask for first, and what after each no."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

_IF_NO = r"(?:if (?:(?:they|she|he|it'?s|that'?s|the answer is) )?(?:(?:still|also|again) )?(?:says? )?(?:a )?(?:no|not|nope|refused?s?|declined?s?)(?: again| too| either)?|if (?:that|it) (?:fails|does(?:n'?t| not) work)|failing that)"
_LEAD = lazy(
    r"\b(?:first|1st|step 1|start (?:with|by)|begin with)(?: (?:i )?(?:ask(?:ing)?|try|go)(?: (?:them|her|him))?(?: for)?)?[:,]? ",
    re.IGNORECASE,
)
_STEP = lazy(
    rf"[\s,;.]*(?:->|→)?\s*(?:\b(?:and |or )?then,? {_IF_NO}[,:]?(?: then)?|\b(?:and |or |but )?{_IF_NO}[,:]?(?: then(?: ask(?: for)?)?| ask(?: for)?)?|\b(?:and )?(?:then|next|second|third|2nd|3rd|finally|last)[,:]? (?:ask (?:for )?|try ))\s+(?=\S)",
    re.IGNORECASE,
)
_NAMED_SO = lazy(r"\b(?:\w+ )?(?:ladder|steps?|sequence|fallbacks?|escalation)\s*[:=-]\s*$", re.IGNORECASE)
_END = lazy(rf"[.!?;\n](?!\d)(?!\s*(?:and |or |then |but )*{_IF_NO}\b)|$", re.IGNORECASE)


_IN_TURN = lazy(r"\bthen\b|\b(?:says?|said) no\b", re.IGNORECASE)
"""Tells that one is asked after the other; else the second is what would do instead, in the same message."""
_OR_IF_NOT = lazy(r",?\s+(?:or|and|but) if not(?: possible)?,? (?=\S)", re.IGNORECASE)


def parted_choices(text: str) -> str:
    """The text with what would do instead in a sentence of its own.

    >>> parted_choices("could i get 66k or if not, 5 days off")
    'could i get 66k. If not, 5 days off'
    """
    return _OR_IF_NOT.sub(". If not, ", text)


def cut_ladder(text: str) -> tuple[str, tuple[str, ...]]:
    """The text up to its first request, and what to ask for after each no.

    >>> cut_ladder("first ask 240 base, then if no 232 + 20k sign on, if still no then an early review. recruiter Ann")
    ('ask 240 base. recruiter Ann', ('232 + 20k sign on', 'an early review'))
    """
    lead = _LEAD.search(text)
    end = _END.search(text, lead.end()) if lead else None
    if lead is None or end is None:
        return text, ()
    told = text[lead.end() : end.start()]
    first, *steps = _STEP.split(told)
    if not (first.strip() and (len(steps) > 1 or (steps and _IN_TURN.search(told)))):
        return text, ()
    before = _NAMED_SO.sub("", text[: lead.start()])
    kept = f"{before}ask {first.strip(' ,;')}{text[end.start() :]}"
    return kept, tuple(step.strip(" ,;") for step in steps)
