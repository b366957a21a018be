"""Scope: what Parley is for, and where somebody in need is sent instead."""

from __future__ import annotations

from assistant.offline.lexicon import any_of

PURPOSE = (
    "I am Parley, software that coaches people who hold a job offer: I read the offer, compute what it pays, "
    "find guidance you can open, and write your counter or your reply to the recruiter."
)
NOTHING_ON_IT = "Nothing in the library supports an answer to that, so I will not guess."
NOT_UNDERSTOOD = (
    "I could not make sense of that. I read offers, compute what they pay, and write your counter or your reply: tell "
    "me the offer, or what the recruiter said, in a sentence."
)
_EMERGENCY = (
    "If somebody is hurt or in danger, call your emergency number now (112 in Europe, 911 in the US) or a doctor; for "
    "an animal, a vet or a poison line."
)
_COMFORT = (
    "I am sorry that it is this hard. An offer can wait; you come first. Please talk to somebody now: in the US call "
    "or text 988, in the UK and Ireland call Samaritans on 116 123, elsewhere findahelpline.com lists free lines, "
    "and in danger call your emergency number. When you want to go on with the offer, I am here, step by step."
)
_URGENT = any_of(
    r"\b(?:pain|pressure|tightness|stabbing) in (?:the|my|his|her) (?:left |right )?(?:chest|heart|arm)\b|\bchest pains?\b|\bheart attack\b",
    r"\b(?:can'?t|cannot|hard to|trouble|difficulty) breath(?:e|ing)\b|\bchok(?:e|ed|ing)\b|\bunconscious\b|\bseizure\b|\bstroke\b|\boverdos\w+|\bbleeding\b",
    r"\b(?:dog|cat|puppy|kitten|baby|kid|child|son|daughter|toddler|he|she|i)\b[^.?!\n]{0,20}\b(?:ate|swallowed|drank|chewed)\b[^.?!\n]{0,30}\b(?:chocolate|pills?|bleach|battery|grapes?|raisins|poison\w*|onions?|medicine|tablets?)\b",
)
"""A matter for doctors or a vet, at once."""
_DESPAIR = any_of(
    r"\b(?:kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|suicid\w+|(?:want|wanna|wish|rather) (?:to |i )?(?:die|be dead|were dead|was dead)|"
    r"(?:no|any) (?:reason|point) (?:to|in) (?:live|living|go(?:ing)? on)|self[- ]?harm|hurt(?:ing)? my ?self|quiero morir\w*|marna chahta)\b"
)
"""Somebody who may hurt themselves."""


def send_elsewhere(text: str, known: bool = False) -> str:
    """Where to turn first, when a folded message tells of an emergency or of despair; empty otherwise.

    Args:
        text: the message.
        known: the library covers it, so that words such as "stroke" are part of a question about an offer.

    >>> "988" in send_elsewhere("they pulled the offer and i want to kill myself"), send_elsewhere("a killer offer")
    (True, '')
    """
    if _DESPAIR.search(text):
        return _COMFORT
    return f"{_EMERGENCY}\n\n{PURPOSE}" if not known and _URGENT.search(text) else ""
