"""Ladder: what to ask for first, and what after each no."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

_IF_NO = r"(?:if (?:(?:they|she|he|it'?s|that'?s|the answer is) )?(?:(?:still|also|again) )?(?:says? )?(?:a )?(?:no|not|nope|refused?s?|declined?s?)\b(?: again| too| either)?(?! (?:possible|i (?:will|would|can|could|am)|i'(?:ll|d|m))\b)|if (?:that|it) (?:fails|does(?:n'?t| not) work)|failing that)"
_LEAD = lazy(
    r"\b(?:first(?! of all)|1st|step (?:1|one)|start (?:with|by)|begin with)(?: (?:i )?(?:ask(?:ing)?|try|go)(?: (?:them|her|him))?(?: for)?)?[:,]? ",
    re.IGNORECASE,
)
_STEP = lazy(
    rf"[\s,;.]*(?:->|→)?\s*(?:\bstep (?:\d|two|three|four)[:,]? )?(?:\b(?:and |or )?then,? {_IF_NO}[,:]?(?: then)?(?: ask(?: for)?)?|\b(?:and |or |but )?{_IF_NO}[,:]?(?: then(?: ask(?: for)?)?| ask(?: for)?)?|\b(?:and )?(?:then|next|second|third|2nd|3rd|finally|last)[,:]? (?:ask (?:for )?|try ))\s+(?=\S)",
    re.IGNORECASE,
)
_TRAILING = lazy(
    rf"[\s,;]+(?:and |but )?(?:then|step (?:\d|two|three|four))[:,]? (?:i )?(?:(?:ask(?: for)?|try|settle (?:for|on|at)|(?:go|come|drop|move|fall(?: back)?)(?: down| back)? to|take|accept|offer) )?(?P<what>(?:(?!{_IF_NO}|\bthen\b)[^,;.\n]|(?<=\d)[.,](?=\d))+?),? {_IF_NO}(?=\s*(?:[.,;\n]|$))(?:(?P<on>(?=[\s,]*(?:and )?(?:then|if|step)\b))|[\s,]*)",
    re.IGNORECASE,
)
"""A step whose no stands behind it: "then 190k if they refuse"."""
_TO_WHOM = lazy(r",? (?:to|for) (?-i:(?:[A-Z][\w'’.-]+)(?: [A-Z][\w'’.-]+)?)\s*$", re.IGNORECASE)
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
    whole = text
    text = _TRAILING.sub(_no_first, text)
    lead = _LEAD.search(text)
    end = _END.search(text, lead.end()) if lead else None
    if lead is None or end is None:
        return whole, ()
    told = text[lead.end() : end.start()]
    first, *steps = _STEP.split(told)
    if not (first.strip() and (len(steps) > 1 or (steps and _IN_TURN.search(told)))):
        return whole, ()
    before = _NAMED_SO.sub("", text[: lead.start()])
    whom = _TO_WHOM.search(steps[-1])
    steps[-1] = steps[-1][: whom.start()] if whom else steps[-1]
    kept = f"{before}ask {first.strip(' ,;')}{whom.group().rstrip() if whom else ''}{text[end.start() :]}"
    return kept, tuple(step.strip(" ,;") for step in steps)


def _no_first(step: re.Match[str]) -> str:
    """A step with its condition before it."""
    return f", then if no ask for {step['what']}{'. ' if step['on'] is None else ''}"
