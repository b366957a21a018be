"""Threats: what a person would threaten with in a message, which is left out of it: "80k or I walk"."""

from __future__ import annotations

import re

_LEAVES = (
    r"(?:walk\w*|gone|out(?! of (?:office|town)\b)|leav(?:e|ing)(?! (?:it|the|this|that|base|for|at|room)\b)|quit\w*|bounc\w*"
    r"|pass(?! (?:it|on|the)\b)|declin\w*|reject\w*|bail\w*|outta here|done"
    r"|turn(?:ing)? (?:it|this|them|you) down|sign(?:ing)? (?:with|elsewhere|the other)|tak(?:e|ing) (?:the|my|their) (?:other|competing)"
    r"|go(?:ing)? (?:with|elsewhere)|join(?:ing)? (?:the other|elsewhere)|accept(?:ing)? (?:the other|another))"
)
_I = r"(?:i|we)(?:\s*['’]?(?:m|ll|d)\b|\s+(?:am|will|would|have to|gotta|just|might))*\s*(?:gonna |going to |be )?"
_OR_ELSE = re.compile(
    rf"[\s,;.–-]*\b(?:or(?: else)?|otherwise|else|if not)\b,? (?:then )?{_I}{_LEAVES}\b[^.,;!?\n]*"
    r"|[\s,;.–-]*\bor (?:else(?=\W*(?:[.!?\n]|$))|(?:it'?s |its )?(?:no deal|deal'?s? off|forget it|bye|goodbye|nothing)\b[^.,;!?\n]*)"
    r"|[\s,;.–-]*\b(?:take it or leave it|oder ich (?:gehe|bin weg|lehne ab)|sonst (?:gehe|bin) ich(?: weg)?|o me voy|sinon je (?:pars|refuse)"
    r"|ou eu saio|warna (?:main|mai) \w+)\b[^.,;!?\n]*",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\b(?:if (?:you|they|he|she|u) (?:can['’]?t|cannot|can not|don['’]?t|won['’]?t|do not|will not)|unless (?:you|they|he|she|u)(?: can| do)?)\s+"
    rf"(?P<what>[^.!?\n]{{0,50}}?\d[^.!?\n,]{{0,25}}?)(?:,| then)? {_I}{_LEAVES}\b[^.,;!?\n]*",
    re.IGNORECASE,
)
"""A refusal and what would follow; "if they can do 190 i'll sign" is no threat."""


def without_threats(text: str) -> str:
    """The words without what would be an ultimatum in the person's name; what is asked for in it stays.

    >>> without_threats("write to Sandra that i need 80k or i walk")
    'write to Sandra that i need 80k'
    >>> without_threats("tell them if they can't do 101k today I'm gone")
    'tell them i would like 101k today'
    """
    return _OR_ELSE.sub("", _UNLESS.sub(lambda match: f"i would like {_asked(match['what'])}", text))


def _asked(what: str) -> str:
    """The sum without the verb before it: "do at least 101k"."""
    return re.sub(r"^(?:do|get|make|go|match|give me|pay me|reach|hit)(?: it)?\s+(?:to |at least )?", "", what.strip())


def find_threats(text: str) -> list[str]:
    """The threats told, in the person's words."""
    found = [match[0].strip(" ,;.–-\n") for form in (_UNLESS, _OR_ELSE) for match in form.finditer(text)]
    return list(dict.fromkeys(found))
