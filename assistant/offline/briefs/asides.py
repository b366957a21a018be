"""Asides: what a person says to the writer about the message, told apart from what is to stand in it.

"Use that I passed CFA" gives a reason, "be upfront that …" something to state; the rest says nothing to the other side.
"""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.clauses import quotations

QUOTED = 18
"""Characters from which what is quoted is a draft or a mail, and not the person's own words."""

_LEAD = r"(?:^|(?<=[\n.!?;]))\s*|[,;]?\s+(?:and |but |so |also |pls |please |just |you can |maybe )*|\s*[,;]\s*"
_GIVES_REASON = lazy(
    rf"(?:{_LEAD})(?:use|using|lean(?:ing)? on|lead with|play up|stress|point to|build on|highlight|bring in)(?: it| this)? (?:(?:the fact|it) )?(?:that )?"
    r"(?=(?:i|i'm|im|i've|ive|my|we|our)\b(?! (?:message|mail|e-?mail|draft|words|tone|style|voice)\b))",
    re.IGNORECASE,
)
_BETTER_REASON = lazy(
    r"(?P<lead>\breasons?(?: is| are)?\s*[:=]?\s+)[^;\n]{2,60}?"
    r"(?:[,.…–—-]+\s*(?:no|nah|nope|wait|scratch that)[\s,.…–—-]+(?:better|rather|instead)\b|\s(?:no|nah|nope|wait)\s*[.…,–—-]+\s*(?:better|rather)\b|\s*[,.…–—-]+\s*better(?=\s*:))[\s:,.…–—-]*",
    re.IGNORECASE,
)
"""A reason that is taken back for a better one in the same breath."""
_USES = lazy(
    rf"(?:{_LEAD})(?:use|lean on|play up|stress|highlight|bring in) (?:the|my) (?=(?:[\w-]+ ){{0,4}}(?:cert\w*|degree|licen[cs]e|masters?|phd|diploma|experience|award|patents?|clearance|languages?|track record|years)\b)",
    re.IGNORECASE,
)
"""Names what the message is to rest on."""
_STATES = lazy(
    rf"(?:{_LEAD})(?:be|stay) (?:totally |fully |very |quite )?(?:up ?front|up-front|honest|open|clear|frank|transparent|straight)(?: with (?:them|him|her))?(?:,? (?:that|about the fact that)|,?)? "
    r"(?=(?:i|i'm|im|i've|ive|i'll|ill|my|we|there|there's|theres|another)\b)",
    re.IGNORECASE,
)
_REASON_FOR = lazy(
    r"(?:^|(?<=[\n.!?;,]))\s*(?:the |my |one )?(?:real|true|actual|honest|main|only) reason (?:is|=|:)(?: that)? (?=(?:i|i'm|im|i've|my|we)\b)",
    re.IGNORECASE,
)
_ENDS = r"(?=\s*(?:[.!?;,\n)]|$))"
_TO_THE_WRITER = lazy(
    rf"(?:{_LEAD})(?:"
    rf"(?:that'?s|thats|this is|it'?s|its) (?:really |just |literally )?(?:the|my) (?:only|whole|entire) (?:reason|msg|message|mail|e-?mail|thing|point|text|note){_ENDS}"
    rf"|no (?:negotiat\w+|haggling|begging|drama|fluff|waffle|grovell?ing|small ?talk|bargaining)(?: yet| now| at all| please)?{_ENDS}"
    rf"|(?:not|without) (?:negotiating|haggling|grovell?ing|begging)(?: yet| now)?{_ENDS}"
    rf"|(?:no|without) (?:any |company |firm |other )*names?{_ENDS}"
    rf"|(?:the |my )?(?:[\w-]+ ){{1,4}}can wait{_ENDS}"
    rf"|(?:state|show|give|include|spell out|mention|put|name)(?: me)? (?:the |a |what the )?(?:total|sum|overall (?:figure|number))s?\b[^.!?;\n]{{0,40}}"
    rf"|(?:use|mention|stress|play up|bring in|push) (?:the |my |that )?(?:[\w-]+ ){{1,4}}(?:more|again|better|harder){_ENDS}"
    r")",
    re.IGNORECASE,
)
_BUT_NOT = lazy(
    r",? (?:but|and) (?:do )?(?P<not>not|never|dont|don't|without) (?P<what>(?:nam(?:e|ing)|mention(?:ing)?|say(?:ing)?|tell(?:ing)?|bring(?:ing)? up|writ(?:e|ing))\b)",
    re.IGNORECASE,
)
_TRULY = lazy(
    r"\b(?:ask|asking|want|write|tell|say|put|word)(?: \w+)? (?P<how>truthfully|honestly|politely|nicely|kindly)\b",
    re.IGNORECASE,
)
_TO_WIN = lazy(r"\s+(?:so as |in order )?to buy (?:me |myself |some |more )*time\b", re.IGNORECASE)


_OWNED_UP = lazy(
    r"\bi (?:just )?lied\b|\b(?:not|n't|isn'?t|wasn'?t) (?:really |actually )?true\b|\b(?:the )?tru(?:e|th) (?:is|was)\b|\bin (?:truth|reality)\b|\bmade (?:it|that) up\b"
    r"|\b(?:a|was|is) (?:bluff|lie)\b|\bbluffed\b",
    re.IGNORECASE,
)
"""Somebody owns up to the writer that what they told was untrue."""
_TOLD_UNTRUE = lazy(
    r"(?:\b(?:but|and|so) )?\bi (?:just |already |also )?(?:lied|told|said|claimed|wrote|bluffed)\b[^.?!;\n]*|\b(?:the )?tru(?:e|th) (?:is|was)(?: that)?\b",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """The text with what is said to the writer left out, and what that gives to say put plainly.

    >>> without_asides("i want 70k, use that i passed CFA level 2. no haggling yet")
    'i want 70k. Reason: i passed CFA level 2.'
    >>> without_asides("ask Bo for 90. reason: my rent.. no, better: 9 years in sales")
    'ask Bo for 90. reason: 9 years in sales'
    >>> without_asides("be upfront that im finishing another process")
    'Say im finishing another process'
    >>> without_asides("Acme offers 150k. I lied that bolt gave 170k. ask for 160k")
    'Acme offers 150k. ask for 160k'
    """
    parts, end = [], 0
    for first, last in sorted(span for span in quotations(text) if span[1] - span[0] > QUOTED):
        if first >= end:
            parts += [_plain(text[end:first]), text[first:last]]
            end = last
    return re.sub(r"([.!?;:,])\s*\.(?= )", r"\1", "".join([*parts, _plain(text[end:])])).lstrip(" .,;")


def _plain(text: str) -> str:
    if _OWNED_UP.search(text):
        text = _TOLD_UNTRUE.sub("", text)
    text = _BETTER_REASON.sub(r"\g<lead>", text)
    text = _GIVES_REASON.sub(". Reason: ", text)
    text = _USES.sub(". Mention my ", text)
    text = _REASON_FOR.sub(" Reason: ", text)
    text = _STATES.sub(". Say ", text)
    text = _BUT_NOT.sub(r". Don't \g<what>", _TO_THE_WRITER.sub("", text))
    return _TO_WIN.sub("", _TRULY.sub(lambda told: told.group().replace(f" {told['how']}", ""), text))
