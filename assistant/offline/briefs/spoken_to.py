"""Spoken to: the one a message goes to, told of by name or as "he" or "she", made "you"."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.grammar import is_known_word, tag_alone

OTHER_PERSON = lazy(
    r"\b(?:wife|husband|spouse|partner|girlfriend|boyfriend|gf|bf|fianc\w+|daughter|son|kids?|child(?:ren)?|baby|mother|father|mum|mom|mam|dad|parents?|brother|sister|uncle|aunt\w*|cousin|gran\w*|"
    r"friend|other half|better half|colleague|mate|boss|cto|ceo|director|manager|founder|owner|lady|guy|man|woman|girl|lad|nurse|doctor|agent|recruiter|classmate|team ?mate|co-?worker|roommate|professor|advisor|supervisor|predecessor|neighbou?r|another person)\b",
    re.IGNORECASE,
)
"""Somebody besides the one the message goes to, of whom "he" and "she" may tell."""
LEAST_NAME = 3
_ADVERB = r"(?P<adverb>(?:(?:still|also|always|never|just|really|already|only|often|now|kindly) )?)"
_AUXILIARY = {
    "does": "do",
    "is": "are",
    "was": "were",
    "has": "have",
    "doesn't": "don't",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
}
_ASKED = re.compile(r"\b(?P<verb>does|is|was|has)(?P<not>n't)? (?:he|she)\b", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:he|she)'s (?P<behind>\w+)", re.IGNORECASE)
_DOES = re.compile(rf"\b(?:he|she) {_ADVERB}(?P<verb>[a-z']+)", re.IGNORECASE)
_OBJECT = (
    r"(?:to|for|on|at|in|by|with|about|if|and|or|that|this|last|next|today|tomorrow|yesterday|know|the|a|an|my|back|when|so|again|until|not|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_HER = re.compile(rf"\bher(?= {_OBJECT}\b|\s*$|[.,;:?!)])", re.IGNORECASE)


def speak_to(text: str, name: str = "") -> str:
    """The text with its reader spoken to.

    Args:
        text: a sentence, or a part of one.
        name: what the reader is called; a name that is a common word too is left where it stands.

    >>> speak_to("I sent him my counter and she still knows it"), speak_to("Papers will be with her by Friday")
    ('I sent you my counter and you still know it', 'Papers will be with you by Friday')
    >>> speak_to("Could Lucinda do 5k?", "Lucinda"), speak_to("Does she write to his boss?")
    ('Could you do 5k?', 'Do you write to your boss?')
    """
    text = _ASKED.sub(
        lambda told: f"{_like(told['verb'], _AUXILIARY[told['verb'].lower()])}{told['not'] or ''} you",
        _unnamed(text, name),
    )
    text = _SHORT.sub(
        lambda told: (
            f"you {'have' if tag_alone(told['behind']) == 'VBN' and told['behind'] not in ('interested',) else 'are'} {told['behind']}"
        ),
        text,
    )
    text = _DOES.sub(lambda told: f"you {told['adverb']}{_plain(told['verb'])}", text)
    for words, you in (
        (r"\b(?:he|she)\b", "you"),
        (r"\bhim(?:self)?\b", "you"),
        (r"\bhis\b", "your"),
        (r"\bhers\b", "yours"),
    ):
        text = re.sub(words, you, text, flags=re.IGNORECASE)
    text = re.sub(r"\bher\b", "your", _HER.sub("you", text), flags=re.IGNORECASE)
    return text[:1].upper() + text[1:] if text.startswith("you") else text


def _unnamed(text: str, name: str) -> str:
    """The text with the reader's name made "she" or "her"."""
    for part in dict.fromkeys((name, *name.split()[-1:])):
        if len(part) < LEAST_NAME or (" " not in part and is_known_word(part.lower())):
            continue
        called = rf"(?:(?:Mr|Mrs|Ms|Dr|Prof|Chef)\.? )?{re.escape(part)}"
        text = re.sub(rf"\b{called}['’]s\b", "her", text)
        text = re.sub(rf"(?<=\bto ){called}\b", "her", text)
        text = re.sub(rf"\b{called}\b(?!-)", "she", text)
    return text


def _plain(verb: str) -> str:
    """A verb of the third person as it stands behind "you"; other verbs stay.

    >>> _plain("writes"), _plain("passes"), _plain("tries"), _plain("said")
    ('write', 'pass', 'try', 'said')
    """
    lower = verb.lower()
    if lower in _AUXILIARY:
        return _AUXILIARY[lower]
    if not lower.endswith("s") or lower.endswith(("ss", "'s", "us", "is")) or tag_alone(lower) in ("RB", "IN", "DT"):
        return verb
    if lower.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if lower.endswith(("shes", "ches", "sses", "xes", "zes", "oes")) else verb[:-1]


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word
