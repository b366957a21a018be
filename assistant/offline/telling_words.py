"""Telling words: what is left of a message without grammar, fillers and words that stand for any other."""

from __future__ import annotations

import re

from assistant.domain.amounts import read_amounts
from assistant.offline.briefs.grammar import tag_alone

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LEAST_LETTERS = 2
_OPEN_CLASS = ("NN", "JJ", "VB", "FW")
"""Beginnings of the tags of nouns, adjectives and verbs."""
_AUXILIARY = (
    r"is|are|was|were|am|be|been|being|isnt|ain't|arent|im|ive|its|thats|whats|has|have|had|having|do|does|did|done|doing|"
    r"dont|didnt|doesnt|don|didn|doesn|isn|aren|wont|cant|can|could|would|should|will"
)
_GENERAL_NOUN = (
    r"things?|thingy|stuff|numbers?|ones?|parts?|bits?|matter|issue|problem|question|way|place|point|deal|case|kind|sort|"
    r"lot|(?:some|any|every)(?:thing|one|body)|nothing|other|another|same|rest|jobs?|offers?|company|people|guys?|person|"
    r"dollars?|pounds?|euros?|bucks|yesterday|today|tomorrow"
)
"""Nouns that stand for any other, those that every talk about an offer holds, and the names of currencies."""
_GENERAL_VERB = (
    r"ma(?:k(?:es?|ing)|de)|get(?:s|ting)?|got(?:ten)?|go(?:es|ing|ne)?|went|tak(?:es?|ing)|took|put|giv(?:es?|en)|gave|let|"
    r"com(?:es?|ing)|came|keep|see|look(?:s|ing)?|fix|help|handle|change|works?|sort|use|try|needs?|wants?|kn(?:ows?|ew)|"
    r"think(?:s|ing)?|means?|sa(?:ys?|id)|tells?|told|sends?|sent|show|happen(?:s|ed)?|feel|like|guess|hope|care|wonder|"
    r"understand|wanna|gonna|gotta|lemme"
)
"""Verbs that name no deed of their own."""
_GENERAL_QUALITY = (
    r"good|bad|ok|okay|fine|fair|great|nice|decent|right|wrong|weird|sure|new|old|big|real|better|best|worse|worth|much|"
    r"many|more|less|enough|whole|true|normal|possible|easy|hard|complicated|confus(?:ed|ing)|tricky|strange"
)
"""Qualities that anything can have."""
_FILLER = (
    r"hi|hey|hello|hiya|yo|um|uh|er|hmm|lol|haha|ugh|omg|oh|wow|tbh|ngl|idk|dunno|pl[sz]|plz|please|thanks|thx|ty|cheers|"
    r"yeah|yep|yes|nope|nah|well|anyway|btw|ur|man|bro|mate|sir|kinda|sorta|cuz|coz|there"
)
_EMPTY = re.compile("|".join((_AUXILIARY, _GENERAL_NOUN, _GENERAL_VERB, _GENERAL_QUALITY, _FILLER)))


def telling_words(text: str) -> list[str]:
    """The words that name what a message is about: neither grammar, nor filler, nor words that stand for any other.

    >>> telling_words("its about the thing from before, can you fix it"), telling_words("sign on clawback?")
    ([], ['sign', 'clawback'])
    """
    return [word for word in _WORD.findall(text) if _is_telling(word.lower().replace("’", "'"))]


def _is_telling(word: str) -> bool:
    stem = word.partition("'")[0]
    empty = _EMPTY.fullmatch(word) or _EMPTY.fullmatch(stem) or len(stem) < LEAST_LETTERS
    return not empty and all(tag_alone(form).startswith(_OPEN_CLASS) for form in (word, stem))


def names_nothing(text: str) -> bool:
    """Whether neither a word nor a number of a message says what it is about.

    >>> names_nothing("so i got one"), names_nothing("so i got 95")
    (True, False)
    """
    return not (telling_words(text) or read_amounts(text))
