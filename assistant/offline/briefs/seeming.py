"""Seeming: words that look like a yes or a no and give none: "taking it up with my wife", "i withdraw my counter"."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

_NOTES = lazy(
    r"\b(?:tak(?P<ing>ing)|take|accept(?P<ing2>ing)?) (?P<what>it|this|that)(?=\s+(?!(?:and|but|then|now|today|tomorrow|please|pls|plz|so|if|when|once|from|by|asap|because|since|bc|gladly|happily|thank\w*|thx"
    r"|right|immediately|start\w*|e?-?mail|text|as (?:is|it|offered|agreed|discussed)|with (?:thanks|pleasure|joy|great|much|all)|(?:at|for) (?:me|that|the|their|[$€£]?\d)|on (?:monday|tuesday|wednesday|thursday|friday|the)"
    r"|\w* ?(?:offer|job|role|position|post|one|gig|chance|opportunity|package|deal|(?:number|sum|figure|amount|salary|pay|base)(?! (?:can|won|will|is|does|did|has|was|may|might|stay)\w*)))\b)\w)",
    re.IGNORECASE,
)
"""What is taken or accepted is a question, a thing to think about or a sentence, and not what they offer."""
_TAKEN_BACK = lazy(
    r"\b(?:withdraw(?:ing)?|retract(?:ing)?|tak(?:e|ing) back|drop(?:ping)?|cancel(?:ling|ing)?|pull(?:ing)?) (?P<what>my (?:\w+ )?(?:counter\w*|ask|request|demands?|questions?|number|proposal))\b",
    re.IGNORECASE,
)
_THOUGHT_AGAIN = lazy(
    r"\b(?:changed my mind (?:about|on|and (?:do not|don'?t|dont) want to)|(?:not|no longer|don'?t want to|instead of) )\s*"
    r"(?:declin(?:e|ing)|turn(?:ing)? (?:it|them|this) down|reject(?:ing)?|say(?:ing)? no|withdraw(?:ing)?)\b",
    re.IGNORECASE,
)
_ANSWERS = lazy(
    r"\b(?P<say>(?:write|tell|text|e-?mail|mail|message|send|give|answer) (?!a\b|an\b|the\b)[a-z]+(?: a)?) yes\b"
    r"(?=,? to (?:\w+ ){0,2}(?:call|meeting|chat|interview|question|visit|zoom|lunch|dinner)\b"
    r"|,? (?!(?:and|but|then|now|please|pls|thank\w*|thx|to|if|when|once|start\w*|because|bc|for|at|on|with|from|in|by|as|so|i accept|i take|it'?s a yes"
    r"|(?:i|we)(?:'m|'ll| am| will| would|'d)? (?:\w+ )?(?:in|tak\w+|accept\w*|happy|glad|delighted|excited|thrilled|join\w*|sign\w*|start\w*)|the offer|happy|glad|looking)\b)\w)",
    re.IGNORECASE,
)
"""A yes to a question of theirs, which accepts no offer: "tell her yes, i can do monday"."""
_ON_CONDITION = lazy(
    r"\bi(?:'?d| would)(?: (?:probably|likely|then|sadly|unfortunately))* (?:have to |need to |be forced to )?(?:decline|say no|pass|turn (?:it|this|that) down|reject (?:it|this))(?= (?:at|if|unless|under|below|with|without|for) )",
    re.IGNORECASE,
)
"""A no that would follow, and is not given."""


def without_seeming(text: str) -> str:
    """The text with such words put as what they are.

    >>> without_seeming("write them i'm taking it to my lawyer"), without_seeming("tell them i'm taking it")
    ("write them i'm noting it to my lawyer", "tell them i'm taking it")
    >>> without_seeming("i'd have to decline at 150")
    'i would think at 150'
    """
    text = _NOTES.sub(lambda told: f"not{'ing' if told['ing'] or told['ing2'] else 'e'} {told['what']}", text)
    text = _TAKEN_BACK.sub(r"leave \g<what>", text)
    text = _THOUGHT_AGAIN.sub("see it anew", text)
    text = _ANSWERS.sub(r"\g<say> that", text)
    return _ON_CONDITION.sub("i would think", text)


def thinks_again(text: str) -> bool:
    """Whether a no or a counter is taken back, which is no yes yet: "i changed my mind about declining"."""
    return bool(_THOUGHT_AGAIN.search(text) or _TAKEN_BACK.search(text))


def would_decline(text: str) -> bool:
    """Whether a no would follow, and is not given: "i'd have to decline at 150"."""
    return bool(_ON_CONDITION.search(text))
